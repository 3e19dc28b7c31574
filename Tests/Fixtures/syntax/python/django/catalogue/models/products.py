from django.db import models


class Product(models.Model):  # want: table define catalogue_product in catalogue.models.products.Product
    parent = models.ForeignKey("self", null=True)
    name = models.CharField(max_length=3)

    def title(self):
        return self.parent.title()  # want: call catalogue.models.products.Product.title -> catalogue.models.products.Product.title
