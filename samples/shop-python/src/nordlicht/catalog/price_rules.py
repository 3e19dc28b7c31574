"""What a line of a cart costs: bulk rates and seasons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from nordlicht.catalog.models import Product
from nordlicht.common.money import Money


class PriceRule(Protocol):
    def discount(self, product: Product, quantity: int, at: datetime) -> int:
        """Basis points off the line, 0 if the rule does not apply."""
        ...


class BulkRule:
    def __init__(self, from_quantity: int, basis_points: int) -> None:
        self._from = from_quantity
        self._basis_points = basis_points

    def discount(self, product: Product, quantity: int, at: datetime) -> int:
        return self._basis_points if quantity >= self._from else 0


class SeasonRule:
    """Winter goods go cheap in spring."""

    def __init__(self, sku_prefix: str, months: frozenset[int], basis_points: int) -> None:
        self._sku_prefix = sku_prefix
        self._months = months
        self._basis_points = basis_points

    def discount(self, product: Product, quantity: int, at: datetime) -> int:
        applies = product.sku.startswith(self._sku_prefix) and at.month in self._months
        return self._basis_points if applies else 0


RULES: Sequence[PriceRule] = (
    BulkRule(5, 500),
    BulkRule(20, 1_000),
    SeasonRule("SKI-", frozenset({3, 4, 5}), 2_000),
)


def line_total(product: Product, quantity: int, at: datetime) -> Money:
    """The best single rule counts, discounts do not add up."""
    best = max(rule.discount(product, quantity, at) for rule in RULES)
    full = product.price * quantity
    return full - full.share(best)
