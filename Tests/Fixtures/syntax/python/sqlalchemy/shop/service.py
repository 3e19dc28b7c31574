from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from shop.models import Line, Order


@contextmanager
def transaction() -> Iterator[Session]:
    yield Session()


class Basket:
    status: str


def ship(order: Order, basket: Basket):
    order.status = "shipped"  # want: table write orders in shop.service.ship
    order.lines.append(Line(price=1))  # want: table write lines in shop.service.ship
    basket.status = "open"


def total(session: Session) -> int:
    # want: !table write lines in shop.service.total
    return session.scalar(select(func.sum(Line.price)))  # want: table read lines in shop.service.total


def joined(session: Session):
    query = select(Line.price)  # want: table read lines in shop.service.joined
    query = query.join(Order)  # want: table read orders in shop.service.joined
    return session.scalars(query)


def kept(order: Order):
    with transaction() as session:
        session.add(order)  # want: table write orders in shop.service.kept


def made(price: int):
    line = Line(price=price)
    line.price = 2
    # want: !table write lines in shop.service.made
    return line


def added(store, price: int):
    line = Line(price=price)
    store.session.add(line)  # want: table write lines in shop.service.added


def counted(order: Order):
    # want: !table write orders in shop.service.counted
    seen = set()
    seen.add(order)
    return seen


def filled():
    order = Order(status="new")
    # want: !table write orders in shop.service.filled
    order.status = "open"
    order.lines.append(Line(price=1))
    # want: !table write lines in shop.service.filled
    return order
