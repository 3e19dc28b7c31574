"""All orders of a period as CSV, for the tax adviser."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

HEAD = ("number", "date", "customer", "country", "status", "total", "pieces")


def export_rows(session: Session, start: datetime, end: datetime) -> Iterator[tuple[object, ...]]:
    rows = session.execute(
        text(
            """
            SELECT o.number, o.created_at, u.email, o.country, o.status, o.total_cents,
                   SUM(i.quantity) AS pieces
              FROM orders o
              JOIN users u ON u.id = o.user_id
              JOIN order_items i ON i.order_id = o.id
             WHERE o.created_at >= :start AND o.created_at < :end
             GROUP BY o.id, u.email
             ORDER BY o.number
            """
        ),
        {"start": start, "end": end},
    )
    for row in rows:
        yield tuple(row)


def export_csv(session: Session, start: datetime, end: datetime) -> Iterator[str]:
    """Piece by piece, so that the browser sees the first lines soon."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";")
    writer.writerow(HEAD)
    for row in export_rows(session, start, end):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()
