from django.db import transaction
from django.shortcuts import get_object_or_404

from shop.models import Line, Order


def listing(request):
    for order in Order.objects.filter(open=True).exclude(total=0):  # want: table read shop_order in shop.views.listing
        order.total()  # want: call shop.views.listing -> shop.models.Order.total


@transaction.atomic  # want: lifetime transaction-started transaction.atomic in shop.views.place
def place(request, pk):
    order = get_object_or_404(Order, pk=pk)  # want: table read shop_order in shop.views.place
    order.save()  # want: table write shop_order in shop.views.place
    Line.objects.create(order=order)  # want: table write lines in shop.views.place
    return order.total()  # want: call shop.views.place -> shop.models.Order.total


def unknown(thing):
    thing.save()
    # want: !table write shop_order in shop.views.unknown
