"""Payments of orders."""

import logging

from sqlalchemy import select
from sqlalchemy.orm import Session

from nordlicht.orders import service as orders
from nordlicht.orders.models import Order
from nordlicht.payments.models import Payment, PaymentStatus
from nordlicht.payments.providers import Means, provider_named

log = logging.getLogger(__name__)


def pay(session: Session, order: Order, means: Means) -> Payment:
    charge = provider_named(means.provider).charge(order.total, means)
    payment = Payment(
        order_id=order.id,
        provider=means.provider,
        reference=charge.reference,
        amount_cents=order.total_cents,
        currency=order.currency,
        status=PaymentStatus.SETTLED if charge.settled else PaymentStatus.PENDING,
    )
    session.add(payment)
    session.flush()
    if charge.settled:
        orders.paid(session, order.id)
    return payment


def settle(session: Session, reference: str) -> Payment | None:
    """The money of a debit has come. Gateways tell it more than once."""
    query = select(Payment).where(Payment.reference == reference).with_for_update()
    payment = session.scalars(query).one_or_none()
    if payment is None:
        log.warning("no payment with reference %s", reference)
        return None
    if payment.status is PaymentStatus.PENDING:
        payment.status = PaymentStatus.SETTLED
        session.flush()
        orders.paid(session, payment.order_id)
    return payment


def of_order(session: Session, order_id: int) -> Payment | None:
    query = select(Payment).where(Payment.order_id == order_id).order_by(Payment.id.desc())
    return session.scalars(query).first()
