"""Sessions end after a month; carts that belong to nobody go with them."""

from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from nordlicht.cart.models import Cart, CartItem
from nordlicht.common.clock import now
from nordlicht.web.models import WebSession

KEEP_CARTS = timedelta(days=60)


# Started by deploy/systemd/nordlicht-sessions.timer.
def delete_expired_sessions(session: Session) -> int:
    abandoned = Cart.user_id.is_(None) & (Cart.updated_at < now() - KEEP_CARTS)
    session.execute(delete(CartItem).where(CartItem.cart_id.in_(select(Cart.id).where(abandoned))))
    session.execute(delete(Cart).where(abandoned))
    ended = session.scalars(
        delete(WebSession).where(WebSession.expires_at < now()).returning(WebSession.token)
    )
    return len(ended.all())
