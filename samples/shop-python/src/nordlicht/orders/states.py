"""Which status may follow which."""

from nordlicht.common.errors import ShopError
from nordlicht.orders.models import Order, OrderStatus

NEXT: dict[OrderStatus, frozenset[OrderStatus]] = {
    OrderStatus.PLACED: frozenset({OrderStatus.PAID, OrderStatus.CANCELLED}),
    OrderStatus.PAID: frozenset({OrderStatus.SHIPPED, OrderStatus.CANCELLED, OrderStatus.REFUNDED}),
    OrderStatus.SHIPPED: frozenset({OrderStatus.REFUNDED}),
    OrderStatus.CANCELLED: frozenset(),
    OrderStatus.REFUNDED: frozenset(),
}


def move(order: Order, status: OrderStatus) -> None:
    if status not in NEXT[order.status]:
        raise ShopError(f"The order is {order.status}.")
    order.status = status
