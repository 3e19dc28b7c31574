from django.urls import include, path

# want: none
urlpatterns = [
    path("shop/", include("shop.urls")),
]
