from django.apps import apps

from orders.models import Order

Product = apps.get_model("catalogue", "Product")  # want: wiring - -> catalogue.models.products.Product
Line, = get_classes("orders.models", ["Line"])  # want: wiring - -> orders.models.Line


def view(key):
    Product.objects.get(pk=key).title()  # want: call orders.urls.view -> catalogue.models.products.Product.title
    for order in Order.objects.filter(id=key).order_by("id"):
        order.label()  # want: call orders.urls.view -> orders.models.Order.label
    return Line().label()  # want: call orders.urls.view -> orders.models.Line.label
