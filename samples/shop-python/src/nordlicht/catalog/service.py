"""Products, their categories and their prices."""

import logging

from sqlalchemy import select
from sqlalchemy.orm import Session

from nordlicht.catalog.models import Category, PriceChange, Product
from nordlicht.common.errors import NotFound, ShopError
from nordlicht.common.money import Money
from nordlicht.search import service as search

log = logging.getLogger(__name__)

# A price that moves by more than this in one step is a slip of the keyboard.
LARGEST_STEP = 3


def find_product(session: Session, product_id: int) -> Product:
    product = session.get(Product, product_id)
    if product is None or not product.active:
        raise NotFound("This product is no longer available.")
    return product


def find_by_sku(session: Session, sku: str) -> Product | None:
    return session.scalars(select(Product).where(Product.sku == sku)).one_or_none()


def products_in(session: Session, slug: str) -> list[Product]:
    """Active products of a category and of the categories below it."""
    root = session.scalars(select(Category).where(Category.slug == slug)).one_or_none()
    if root is None:
        raise NotFound("There is no such category.")
    wanted, found = [root.id], {root.id}
    while wanted:
        children = session.scalars(select(Category.id).where(Category.parent_id.in_(wanted))).all()
        wanted = [child for child in children if child not in found]
        found.update(wanted)
    query = (
        select(Product).where(Product.category_id.in_(found), Product.active).order_by(Product.name)
    )
    return list(session.scalars(query))


def change_price(session: Session, product: Product, price: Money, changed_by: str) -> None:
    """Sets a price and keeps the old one; refuses what must be a mistake."""
    if price.currency != product.currency:
        raise ShopError(f"{product.sku} is sold in {product.currency}.")
    if price.cents <= 0 or price.cents > product.price_cents * LARGEST_STEP:
        raise ShopError(f"{price} is not a plausible price for {product.sku}.")
    if price == product.price:
        return
    session.add(
        PriceChange(
            product_id=product.id,
            old_cents=product.price_cents,
            new_cents=price.cents,
            changed_by=changed_by,
        )
    )
    log.info("price of %s: %s, before %s", product.sku, price, product.price)
    product.price_cents = price.cents
    session.flush()
    search.product_changed(session, product.id)


def retire(session: Session, product: Product) -> None:
    product.active = False
    session.flush()
    search.product_changed(session, product.id)
