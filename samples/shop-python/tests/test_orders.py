import pytest
from sqlalchemy.orm import Session

from conftest import NOON
from nordlicht.accounts.models import User
from nordlicht.cart import service as carts
from nordlicht.catalog import stock
from nordlicht.common import clock
from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money
from nordlicht.jobs.cancel_unpaid_orders import cancel_unpaid_orders
from nordlicht.orders import service as orders
from nordlicht.orders.invoice import invoice_text
from nordlicht.orders.models import Order, OrderStatus
from nordlicht.payments import refunds
from nordlicht.payments import service as payments
from nordlicht.payments.providers import Declined, Means

CARD = Means("card", card_number="4242 4242 4242 4242")
DEBIT = Means("debit", mandate="M-1")


def order_tents(session: Session, means: Means = CARD, quantity: int = 2) -> Order:
    cart = carts.add(session, "t", 1, quantity)
    return orders.place(session, cart, session.get_one(User, 1), "DE", means)


def test_totals(session: Session) -> None:
    cart = carts.add(session, "t", 3, 6)
    totals = carts.totals(session, cart, "DE")
    assert totals.goods == Money(4_503)  # 6 x 7.90 with 5 % off
    assert totals.shipping == Money(490)
    carts.apply_coupon(session, "t", "spring10")
    assert carts.totals(session, cart, "DE").discount == Money(450)
    with pytest.raises(ShopError):
        carts.apply_coupon(session, "t", "SPRING99")


def test_an_order_is_placed_paid_and_shipped(
    session: Session, mails: list[dict[str, object]]
) -> None:
    order = order_tents(session)
    assert order.number == "R-2024-000001"
    assert order.status is OrderStatus.PAID
    assert stock.available(session, 1) == 2
    assert carts.load(session, "t").items == []
    orders.ship(session, order)
    assert [mail["template"] for mail in mails] == ["order_confirmed", "order_shipped"]
    with pytest.raises(ShopError):
        orders.ship(session, order)


def test_a_declined_card_releases_the_stock(session: Session) -> None:
    with pytest.raises(Declined):
        order_tents(session, Means("card", card_number="4000000000000002"))
    assert stock.available(session, 1) == 4
    assert len(carts.load(session, "t").items) == 1


def test_what_is_not_there_cannot_be_ordered(session: Session) -> None:
    with pytest.raises(ShopError, match="in stock"):
        order_tents(session, quantity=5)


def test_refunds_in_parts(session: Session, mails: list[dict[str, object]]) -> None:
    order = order_tents(session)
    refunds.refund(session, order.id, Money(1_000), "scratch")
    with pytest.raises(ShopError, match=r"At most 508\.00 EUR"):
        refunds.refund(session, order.id, Money(50_801), "too much")
    refunds.refund(session, order.id, Money(50_800), "the rest")
    session.refresh(order)
    assert order.status is OrderStatus.REFUNDED
    assert mails[-1]["template"] == "order_refunded"


def test_a_debit_is_settled_later_and_once(session: Session) -> None:
    order = order_tents(session, DEBIT)
    assert order.status is OrderStatus.PLACED
    assert payments.settle(session, "db_1") is payments.settle(session, "db_1")
    assert order.status is OrderStatus.PAID
    assert payments.settle(session, "db_2") is None


def test_unpaid_orders_end_unless_a_debit_is_under_way(session: Session) -> None:
    waiting = order_tents(session, DEBIT, quantity=1)
    forgotten = order_tents(session, quantity=1)
    forgotten.status = OrderStatus.PLACED
    session.delete(payments.of_order(session, forgotten.id))
    session.flush()
    assert cancel_unpaid_orders(session) == 0
    clock.freeze(NOON.replace(hour=15))
    assert cancel_unpaid_orders(session) == 1
    assert (waiting.status, forgotten.status) == (OrderStatus.PLACED, OrderStatus.CANCELLED)


def test_the_invoice_adds_up(session: Session) -> None:
    text = invoice_text(order_tents(session), "Ada")
    assert "VAT 19.0 % contained" in text
    assert text.splitlines()[-1].endswith("518.00 EUR")
    assert "82.71 EUR" in text
