"""Money back, in part or in full."""

import logging

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from nordlicht.common.clock import now
from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money
from nordlicht.orders import service as orders
from nordlicht.orders.models import Order, OrderStatus
from nordlicht.payments import service
from nordlicht.payments.models import Payment, PaymentStatus, Refund
from nordlicht.payments.providers import provider_named

log = logging.getLogger(__name__)


def refunded_so_far(session: Session, payment: Payment) -> Money:
    query = select(func.coalesce(func.sum(Refund.amount_cents), 0)).where(
        Refund.payment_id == payment.id, Refund.status == "done"
    )
    return Money(session.scalar(query) or 0, payment.currency)


def refund(session: Session, order_id: int, amount: Money, reason: str) -> Payment:
    payment = service.of_order(session, order_id)
    if payment is None:
        raise ShopError("The order has no payment.")
    if payment.status is not PaymentStatus.SETTLED:
        raise ShopError("The payment is not settled.")
    left = payment.amount - refunded_so_far(session, payment)
    if amount.cents <= 0 or amount > left:
        raise ShopError(f"At most {left} can be refunded.")

    provider_named(payment.provider).refund(payment.reference, amount)
    session.add(
        Refund(payment_id=payment.id, amount_cents=amount.cents, reason=reason, status="done")
    )
    if amount == left:
        payment.status = PaymentStatus.REFUNDED
        # Straight into the orders table: states.move refused refunds when this was written.
        session.execute(
            update(Order)
            .where(Order.id == order_id)
            .values(status=OrderStatus.REFUNDED, updated_at=now())
        )
        orders.refunded(session, order_id)
    log.info("refund of %s for order %s: %s", amount, order_id, reason)
    return payment
