"""What the management reads with the first coffee."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from nordlicht.accounts import vat
from nordlicht.accounts.models import User
from nordlicht.cart.models import Cart
from nordlicht.catalog.models import Product, Stock, VatClass
from nordlicht.common.clock import day_bounds
from nordlicht.common.money import BASIS_POINTS, Money, rounded
from nordlicht.orders.models import Order, OrderItem, OrderStatus
from nordlicht.payments.models import Payment, Refund
from nordlicht.reports.models import ReportRun
from nordlicht.reports.writer import Writer

SOLD = (OrderStatus.PAID, OrderStatus.SHIPPED)


def _sold(start: datetime, end: datetime) -> ColumnElement[bool]:
    return Order.created_at.between(start, end) & Order.status.in_(SOLD)


def tax_of(gross: int, basis_points: int) -> int:
    """As in orders.invoice."""
    return gross - rounded(gross * BASIS_POINTS, BASIS_POINTS + basis_points)


def sales_by_article(session: Session, start: datetime, end: datetime, out: Writer) -> None:
    out.section("Sales by article")
    pieces = func.sum(OrderItem.quantity)
    turnover = func.sum(OrderItem.quantity * OrderItem.unit_cents)
    query = (
        select(OrderItem.name, pieces, turnover)
        .join(Order, Order.id == OrderItem.order_id)
        .where(_sold(start, end))
        .group_by(OrderItem.name)
        .order_by(pieces.desc(), OrderItem.name)
    )
    for name, count, cents in session.execute(query):
        out.row(name, count, Money(cents))


def sales_by_country(session: Session, start: datetime, end: datetime, out: Writer) -> None:
    out.section("Sales by country")
    query = (
        select(Order.country, func.count(Order.id), func.sum(Order.total_cents))
        .where(_sold(start, end))
        .group_by(Order.country)
        .order_by(Order.country)
    )
    for country, count, cents in session.execute(query):
        rate = vat.basis_points(country, VatClass.STANDARD)
        out.row(country, count, Money(cents), Money(tax_of(cents, rate)))


def money_moved(session: Session, start: datetime, end: datetime, out: Writer) -> None:
    out.section("Payments")
    query = (
        select(
            Payment.provider, Payment.status, func.count(Payment.id), func.sum(Payment.amount_cents)
        )
        .where(Payment.created_at.between(start, end))
        .group_by(Payment.provider, Payment.status)
        .order_by(Payment.provider, Payment.status)
    )
    for provider, status, count, cents in session.execute(query):
        out.row(f"{provider} {status}", count, Money(cents))
    refunded = session.scalar(
        select(func.coalesce(func.sum(Refund.amount_cents), 0)).where(
            Refund.created_at.between(start, end), Refund.status == "done"
        )
    )
    out.row("refunds", "", Money(refunded or 0))


def low_stock(session: Session, below: int, out: Writer) -> None:
    out.section("Stock to be ordered")
    query = (
        select(Product.sku, Product.name, Stock.on_hand, Stock.reserved)
        .join(Stock, Stock.product_id == Product.id)
        .where(Stock.on_hand < below, Product.active)
        .order_by(Stock.on_hand, Product.sku)
    )
    for sku, name, on_hand, reserved in session.execute(query):
        out.row(f"{sku} {name}", on_hand, reserved)


def customers(session: Session, start: datetime, end: datetime, out: Writer) -> None:
    out.section("Customers")
    new = select(func.count(User.id)).where(User.created_at.between(start, end))
    out.row("new accounts", session.scalar(new))
    in_use = select(func.count(Cart.id)).where(Cart.updated_at >= start)
    out.row("carts in use", session.scalar(in_use))


# Also in deploy/crontab, which mails the output to the management.
# @trigger schedule cron="15 2 * * *" timeout=10m duration_ms=90000 memory=256MB
def nightly_report(session: Session, day: date, out: Writer) -> int:
    start, end = day_bounds(day)
    sales_by_article(session, start, end, out)
    sales_by_country(session, start, end, out)
    money_moved(session, start, end, out)
    low_stock(session, 5, out)
    customers(session, start, end, out)
    session.add(ReportRun(report="nightly", day=day, lines=out.lines))
    return out.lines
