INSTALLED_APPS = [
    "django.contrib.auth",
    "orders",
    "catalogue.apps.CatalogueConfig",  # want: wiring - -> catalogue.apps.CatalogueConfig
]
ROOT_URLCONF = "project.urls"  # want: wiring - -> project.urls
