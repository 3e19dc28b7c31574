class CatalogueConfig: ...  # want: declare type catalogue.apps.CatalogueConfig definition
