"""Takes over what the warehouse counted. Runs for as long as the shop does."""

import logging
import threading
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

from nordlicht.common.clock import now
from nordlicht.common.database import transaction
from nordlicht.common.settings import settings
from nordlicht.live import feed
from nordlicht.warehouse.client import Count, ProtocolError, fetch_counts

log = logging.getLogger(__name__)


def apply_counts(session: Session, counts: Iterable[Count]) -> int:
    """Writes the table of the catalogue itself: faster than one object for each article."""
    changed = 0
    for count in counts:
        row = session.execute(
            text(
                "SELECT p.id, s.on_hand, s.reserved FROM products p "
                "JOIN stock s ON s.product_id = p.id WHERE p.sku = :sku"
            ),
            {"sku": count.sku},
        ).one_or_none()
        if row is None or row.on_hand == count.on_hand:
            continue
        session.execute(
            text("UPDATE stock SET on_hand = :on_hand, updated_at = :at WHERE product_id = :id"),
            {"on_hand": count.on_hand, "at": now(), "id": row.id},
        )
        feed.publish(row.id, count.on_hand - row.reserved)
        changed += 1
    return changed


# @trigger daemon name=stock-poller
def run_stock_poller(stop: threading.Event) -> None:
    failures = 0
    while not stop.wait(settings().warehouse_poll_seconds):
        if not settings().warehouse_enabled:
            continue
        try:
            counts = fetch_counts(settings().warehouse_host, settings().warehouse_port)
        except (OSError, ProtocolError) as error:
            failures += 1
            if failures % 12 == 1:
                log.warning("warehouse does not answer (%d): %s", failures, error)
            continue
        failures = 0
        with transaction() as session:
            changed = apply_counts(session, counts)
        if changed:
            log.info("warehouse: %d stock levels changed", changed)
