"""Stock levels: reserved by orders, shipped, put back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nordlicht.catalog.models import Stock, StockMovement
from nordlicht.common.errors import ShopError
from nordlicht.live import feed


def _locked(session: Session, product_id: int) -> Stock:
    query = select(Stock).where(Stock.product_id == product_id).with_for_update()
    return session.scalars(query).one()


def _moved(session: Session, stock: Stock, quantity: int, reason: str) -> None:
    session.add(StockMovement(product_id=stock.product_id, quantity=quantity, reason=reason))
    feed.publish(stock.product_id, stock.available)


def available(session: Session, product_id: int) -> int:
    stock = session.get(Stock, product_id)
    return stock.available if stock is not None else 0


def reserve(session: Session, product_id: int, quantity: int) -> None:
    stock = _locked(session, product_id)
    if stock.available < quantity:
        raise ShopError("Not all articles are in stock any more.")
    stock.reserved += quantity
    _moved(session, stock, -quantity, "reserved")


def release(session: Session, product_id: int, quantity: int) -> None:
    stock = _locked(session, product_id)
    stock.reserved = max(0, stock.reserved - quantity)
    _moved(session, stock, quantity, "released")


def ship(session: Session, product_id: int, quantity: int) -> None:
    stock = _locked(session, product_id)
    if stock.reserved < quantity or stock.on_hand < quantity:
        raise ShopError(f"product {product_id} was not reserved")
    stock.reserved -= quantity
    stock.on_hand -= quantity
    _moved(session, stock, -quantity, "shipped")
