"""Amounts in minor units. Rounding is commercial: halves go away from zero."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering
from typing import Self

BASIS_POINTS = 10_000


def rounded(numerator: int, denominator: int) -> int:
    sign = -1 if numerator < 0 else 1
    return sign * ((abs(numerator) + denominator // 2) // denominator)


@total_ordering
@dataclass(frozen=True, slots=True)
class Money:
    cents: int
    currency: str = "EUR"

    def __post_init__(self) -> None:
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError(f"no currency: {self.currency!r}")

    @classmethod
    def zero(cls, currency: str = "EUR") -> Self:
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str, currency: str = "EUR") -> Self:
        """Reads ``"1234.50"``, ``"1234,50"`` or ``"1234"``."""
        whole, _, fraction = text.strip().replace(",", ".").partition(".")
        if not whole.isdecimal() or len(fraction) > 2 or (fraction and not fraction.isdecimal()):
            raise ValueError(f"no amount: {text!r}")
        return cls(int(whole) * 100 + int(fraction.ljust(2, "0")), currency)

    def _same(self, other: Money) -> Money:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + self._same(other).cents, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.cents - self._same(other).cents, self.currency)

    def __mul__(self, factor: int) -> Money:
        return Money(self.cents * factor, self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.cents < self._same(other).cents

    def share(self, basis_points: int) -> Money:
        return Money(rounded(self.cents * basis_points, BASIS_POINTS), self.currency)

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        return f"{sign}{abs(self.cents) // 100}.{abs(self.cents) % 100:02} {self.currency}"
