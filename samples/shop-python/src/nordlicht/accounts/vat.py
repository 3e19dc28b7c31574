"""Rates of value added tax. Here, because the form of addresses needed the countries first."""

from nordlicht.catalog.models import VatClass
from nordlicht.common.money import BASIS_POINTS, Money, rounded

RATES: dict[str, dict[VatClass, int]] = {
    "DE": {VatClass.STANDARD: 1_900, VatClass.REDUCED: 700},
    "AT": {VatClass.STANDARD: 2_000, VatClass.REDUCED: 1_000},
    "CH": {VatClass.STANDARD: 810, VatClass.REDUCED: 260},
    "GB": {VatClass.STANDARD: 2_000, VatClass.REDUCED: 500},
    "NL": {VatClass.STANDARD: 2_100, VatClass.REDUCED: 900},
}


def country_supported(country: str) -> bool:
    return country in RATES


def basis_points(country: str, vat_class: VatClass) -> int:
    return RATES.get(country, RATES["DE"]).get(vat_class, 0)


def contained(gross: Money, rate: int) -> Money:
    return Money(rounded(gross.cents * rate, BASIS_POINTS + rate), gross.currency)
