"""Orders from the cart to the parcel."""

import logging

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from nordlicht.accounts.models import User
from nordlicht.cart import service as carts
from nordlicht.cart.models import Cart
from nordlicht.catalog import stock
from nordlicht.common.clock import now
from nordlicht.common.errors import NotFound, ShopError
from nordlicht.common.settings import settings
from nordlicht.notify.tasks import send_email
from nordlicht.orders.invoice import invoice_text
from nordlicht.orders.models import Order, OrderItem, OrderStatus
from nordlicht.orders.states import move
from nordlicht.payments import service as payments
from nordlicht.payments.providers import Declined, Means

log = logging.getLogger(__name__)


def next_number(session: Session) -> str:
    """R-2024-000017: gaps are not allowed, so it counts what there is."""
    year = now().year
    count = session.scalar(select(func.count(Order.id)).where(Order.number.like(f"R-{year}-%")))
    return f"R-{year}-{(count or 0) + 1:06}"


def find(session: Session, order_id: int) -> Order:
    order = session.get(Order, order_id)
    if order is None:
        raise NotFound("There is no such order.")
    return order


def orders_of(session: Session, user: User) -> list[Order]:
    query = select(Order).where(Order.user_id == user.id).order_by(Order.created_at.desc())
    return list(session.scalars(query))


def place(session: Session, cart: Cart, user: User, country: str, means: Means) -> Order:
    if settings().maintenance:
        raise ShopError("Orders are paused for maintenance.")
    if not cart.items:
        raise ShopError("Your cart is empty.")
    totals = carts.totals(session, cart, country)
    for item in cart.items:
        stock.reserve(session, item.product_id, item.quantity)
    order = Order(
        number=next_number(session),
        user_id=user.id,
        status=OrderStatus.PLACED,
        total_cents=totals.payable.cents,
        currency=totals.payable.currency,
        country=country,
        items=[
            OrderItem(
                product_id=item.product_id,
                name=item.product.name,
                quantity=item.quantity,
                unit_cents=item.product.price_cents,
                vat_class=item.product.vat_class,
            )
            for item in cart.items
        ],
    )
    session.add(order)
    session.flush()
    try:
        payments.pay(session, order, means)
    except Declined as refusal:
        cancel(session, order, f"payment failed: {refusal}")
        raise
    carts.clear(session, cart)
    log.info("order %s placed, %s", order.number, order.total)
    return order


def cancel(session: Session, order: Order, reason: str) -> None:
    move(order, OrderStatus.CANCELLED)
    for item in order.items:
        stock.release(session, item.product_id, item.quantity)
    log.info("order %s cancelled: %s", order.number, reason)
    mail_customer(session, order, "order_cancelled")


def ship(session: Session, order: Order) -> None:
    move(order, OrderStatus.SHIPPED)
    for item in order.items:
        stock.ship(session, item.product_id, item.quantity)
    mail_customer(session, order, "order_shipped")


def paid(session: Session, order_id: int) -> None:
    """Called by payments as soon as the money is there."""
    order = find(session, order_id)
    try:
        move(order, OrderStatus.PAID)
    except ShopError as refusal:
        log.warning("payment for order %s ignored: %s", order.number, refusal)
        return
    mail_customer(session, order, "order_confirmed")


def refunded(session: Session, order_id: int) -> None:
    mail_customer(session, find(session, order_id), "order_refunded")


def mail_customer(session: Session, order: Order, template: str) -> None:
    user = session.get_one(User, order.user_id)
    send_email.delay(
        recipient=user.email,
        template=template,
        values={
            "name": user.name,
            "number": order.number,
            "total": str(order.total),
            "invoice": invoice_text(order, user.name),
        },
    )
