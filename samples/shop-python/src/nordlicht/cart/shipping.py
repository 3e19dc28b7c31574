"""Parcel rates by zone, for each parcel of up to ten pieces."""

from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money

PIECES_PER_PARCEL = 10

ZONES = {
    "domestic": (frozenset({"DE"}), Money(490)),
    "neighbours": (frozenset({"AT", "NL"}), Money(990)),
    "abroad": (frozenset({"CH", "GB"}), Money(1_890)),
}


def shipping_cost(country: str, pieces: int) -> Money:
    for countries, rate in ZONES.values():
        if country in countries:
            return rate * -(-pieces // PIECES_PER_PARCEL)
    raise ShopError(f"We do not ship to {country}.")
