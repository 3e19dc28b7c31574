"""Carts of visitors and customers, found by the token of their cookie."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from nordlicht.accounts import vat
from nordlicht.cart.models import Cart, CartItem, Coupon
from nordlicht.cart.shipping import shipping_cost
from nordlicht.catalog import service as catalog
from nordlicht.catalog.price_rules import line_total
from nordlicht.common.clock import now
from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money
from nordlicht.common.settings import settings

MOST_PIECES = 99


@dataclass(frozen=True, slots=True)
class Totals:
    goods: Money
    discount: Money
    shipping: Money
    vat: Money

    @property
    def payable(self) -> Money:
        return self.goods - self.discount + self.shipping


def load(session: Session, token: str) -> Cart:
    cart = session.scalars(select(Cart).where(Cart.token == token)).one_or_none()
    if cart is None:
        cart = Cart(token=token, coupon="", items=[])
        session.add(cart)
        session.flush()
    return cart


def add(session: Session, token: str, product_id: int, quantity: int) -> Cart:
    product = catalog.find_product(session, product_id)
    if not 1 <= quantity <= MOST_PIECES:
        raise ShopError(f"Please order 1 to {MOST_PIECES} pieces.")
    cart = load(session, token)
    for item in cart.items:
        if item.product_id == product.id:
            item.quantity = min(item.quantity + quantity, MOST_PIECES)
            break
    else:
        cart.items.append(CartItem(product=product, quantity=quantity))
    cart.updated_at = now()
    session.flush()
    return cart


def change(session: Session, token: str, product_id: int, quantity: int) -> Cart:
    """Sets a quantity; none removes the line."""
    cart = load(session, token)
    for item in list(cart.items):
        if item.product_id != product_id:
            continue
        if quantity <= 0:
            cart.items.remove(item)
        else:
            item.quantity = min(quantity, MOST_PIECES)
    cart.updated_at = now()
    session.flush()
    return cart


def clear(session: Session, cart: Cart) -> None:
    """Empties a cart that was ordered; its coupon is used up once more."""
    if cart.coupon:
        session.execute(
            update(Coupon).where(Coupon.code == cart.coupon).values(uses_left=Coupon.uses_left - 1)
        )
    cart.items.clear()
    cart.coupon = ""
    session.flush()


def valid_coupon(session: Session, code: str) -> Coupon | None:
    query = select(Coupon).where(
        Coupon.code == code, Coupon.valid_until > now(), Coupon.uses_left > 0
    )
    return session.scalars(query).one_or_none()


def apply_coupon(session: Session, token: str, code: str) -> Cart:
    coupon = valid_coupon(session, code.strip().upper())
    if coupon is None:
        raise ShopError("This coupon is not valid.")
    cart = load(session, token)
    cart.coupon = coupon.code
    return cart


def totals(session: Session, cart: Cart, country: str) -> Totals:
    coupon = valid_coupon(session, cart.coupon) if cart.coupon else None
    basis_points = coupon.basis_points if coupon is not None else 0
    goods = tax = Money.zero()
    pieces = 0
    for item in cart.items:
        total = line_total(item.product, item.quantity, now())
        reduced = total - total.share(basis_points)
        goods += total
        tax += vat.contained(reduced, vat.basis_points(country, item.product.vat_class))
        pieces += item.quantity
    discount = goods.share(basis_points)
    shipping = Money.zero()
    if pieces and (goods - discount).cents < settings().free_shipping_from_cents:
        shipping = shipping_cost(country, pieces)
    return Totals(goods, discount, shipping, tax)
