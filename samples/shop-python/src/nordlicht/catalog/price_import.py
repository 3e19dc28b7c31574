"""The price file of the wholesaler: fixed columns, Latin-1, one article a line."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from nordlicht.catalog import service
from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money

log = logging.getLogger(__name__)

ARTICLE = slice(0, 12)
CENTS = slice(12, 21)
CURRENCY = slice(21, 24)


@dataclass(slots=True)
class Summary:
    changed: int = 0
    unknown: int = 0
    refused: int = 0
    skipped: int = 0


def read_records(path: Path, summary: Summary) -> Iterator[tuple[str, Money]]:
    with path.open(encoding="latin-1") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            try:
                price = Money(int(line[CENTS]), line[CURRENCY])
            except ValueError:
                summary.skipped += 1
                continue
            yield line[ARTICLE].strip(), price


# Mondays, when the wholesaler has sent its file; see deploy/crontab.
# @trigger cli name=import-prices
def import_prices(session: Session, path: Path) -> Summary:
    summary = Summary()
    for sku, price in read_records(path, summary):
        product = service.find_by_sku(session, sku)
        if product is None:
            summary.unknown += 1
            continue
        try:
            service.change_price(session, product, price, "price file")
        except ShopError as refusal:
            log.warning("price of %s refused: %s", sku, refusal)
            summary.refused += 1
        else:
            summary.changed += 1
    return summary
