"""Orders that nobody pays for go back on the shelf."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nordlicht.common.clock import now
from nordlicht.common.settings import settings
from nordlicht.orders import service as orders
from nordlicht.orders.models import Order, OrderStatus


# @trigger schedule cron="*/10 * * * *" exclusive=true timeout=60s duration_ms=2000
def cancel_unpaid_orders(session: Session) -> int:
    """Debits take days to settle, their payments are pending and the order stays."""
    query = (
        select(Order)
        .where(
            Order.status == OrderStatus.PLACED,
            Order.created_at < now() - settings().unpaid_orders_expire_after,
        )
        .with_for_update(skip_locked=True)
    )
    expired = [order for order in session.scalars(query) if not _awaits_money(session, order)]
    for order in expired:
        orders.cancel(session, order, "not paid in time")
    return len(expired)


def _awaits_money(session: Session, order: Order) -> bool:
    from nordlicht.payments import service as payments  # jobs start faster without the gateway

    return payments.of_order(session, order.id) is not None
