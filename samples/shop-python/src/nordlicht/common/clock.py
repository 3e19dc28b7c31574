"""The time, in one place, so that tests can stop it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

_source: Callable[[], datetime] = lambda: datetime.now(UTC)  # noqa: E731


def now() -> datetime:
    """The current time, without a zone, in UTC: as the columns have it."""
    return _source().replace(tzinfo=None, microsecond=0)


def freeze(at: datetime | None) -> None:
    """Stops the clock, or lets it go on with ``None``."""
    global _source
    _source = (lambda: at) if at is not None else (lambda: datetime.now(UTC))


def day_bounds(day: date) -> tuple[datetime, datetime]:
    start = datetime(day.year, day.month, day.day)
    return start, start + timedelta(days=1)
