from django.db import models


class Order(models.Model):
    product = models.ForeignKey("catalogue.Product", on_delete=1)  # want: wiring orders.models.Order -> catalogue.models.products.Product
    owner = models.ForeignKey("auth.User", on_delete=1)

    class Meta:
        db_table = "purchases"

    # want: table define purchases in orders.models.Order

    def label(self):
        return self.product.title()  # want: call orders.models.Order.label -> catalogue.models.products.Product.title


class Line(models.Model):
    order = models.ForeignKey(Order, related_name="lines", on_delete=1)  # want: type orders.models.Line -> orders.models.Order
    other = models.ForeignKey("Order", on_delete=1)  # want: wiring orders.models.Line -> orders.models.Order

    def label(self):
        return self.order.label() + self.other.label()  # want: call orders.models.Line.label -> orders.models.Order.label
