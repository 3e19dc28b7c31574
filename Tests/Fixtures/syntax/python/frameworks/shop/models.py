from django.db import models


class Stamped(models.Model):  # want: !table define shop_stamped in shop.models.Stamped
    made = models.DateTimeField()

    class Meta:
        abstract = True


class Order(Stamped):  # want: table define shop_order in shop.models.Order
    def total(self):
        return 1


class Line(Stamped):  # want: table define lines in shop.models.Line
    class Meta:
        db_table = "lines"
