"""Search over an inverted index that lies in a table."""

import logging
from collections import Counter
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from nordlicht.catalog.models import Product
from nordlicht.search.models import Posting
from nordlicht.search.tokenizer import fold, tokenize

log = logging.getLogger(__name__)

NAME_WEIGHT, SKU_WEIGHT, TEXT_WEIGHT = 5, 8, 1


@dataclass(frozen=True, slots=True)
class Hit:
    product_id: int
    score: int


def weigh(product: Product) -> Counter[str]:
    weights: Counter[str] = Counter()
    for term in tokenize(product.name):
        weights[term] += NAME_WEIGHT
    for term in tokenize(product.description):
        weights[term] += TEXT_WEIGHT
    weights[fold(product.sku)] += SKU_WEIGHT
    return weights


def store(session: Session, product: Product) -> None:
    rows = [
        {"term": term, "product_id": product.id, "weight": weight}
        for term, weight in sorted(weigh(product).items())
    ]
    session.execute(insert(Posting), rows)


# Started by deploy/k8s/search-reindex-cronjob.yaml.
def reindex(session: Session) -> int:
    session.execute(delete(Posting))
    count = 0
    for product in session.scalars(select(Product).where(Product.active).order_by(Product.id)):
        store(session, product)
        count += 1
    log.info("%d products in the index", count)
    return count


# @trigger topic source=product-changed
def product_changed(session: Session, product_id: int) -> None:
    session.execute(delete(Posting).where(Posting.product_id == product_id))
    product = session.get(Product, product_id)
    if product is not None and product.active:
        store(session, product)


def search(session: Session, query: str, limit: int) -> list[Hit]:
    """Products that have most of the words come first, then those that weigh more."""
    terms = {*tokenize(query), fold(query.strip())}
    score = func.sum(Posting.weight)
    rows = session.execute(
        select(Posting.product_id, score)
        .where(Posting.term.in_(terms))
        .group_by(Posting.product_id)
        .order_by(func.count(Posting.term.distinct()).desc(), score.desc(), Posting.product_id)
        .limit(limit)
    )
    return [Hit(product_id, total) for product_id, total in rows]
