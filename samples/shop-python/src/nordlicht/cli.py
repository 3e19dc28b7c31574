"""``nordlicht``: commands for the operators, started by cron and by hand."""

import argparse
import logging
import sys
from datetime import date, timedelta
from pathlib import Path

from nordlicht.catalog.price_import import import_prices
from nordlicht.common import clock
from nordlicht.common.database import transaction
from nordlicht.jobs.cancel_unpaid_orders import cancel_unpaid_orders
from nordlicht.jobs.delete_expired_sessions import delete_expired_sessions
from nordlicht.reports.nightly import nightly_report
from nordlicht.reports.writer import writer_for
from nordlicht.search.service import reindex

JOBS = {
    "order-timeout": cancel_unpaid_orders,
    "session-cleanup": delete_expired_sessions,
    "reindex": reindex,
}


def _day(text: str) -> date:
    if text == "yesterday":
        return clock.now().date() - timedelta(days=1)
    return date.fromisoformat(text)


def report(options: argparse.Namespace) -> None:
    out = writer_for(options.format)
    with transaction() as session:
        nightly_report(session, options.day, out)
    sys.stdout.write(out.text())


def job(options: argparse.Namespace) -> None:
    with transaction() as session:
        count = JOBS[options.name](session)
    print(f"{options.name}: {count}")


def prices(options: argparse.Namespace) -> None:
    with transaction() as session:
        print(import_prices(session, options.file))


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="nordlicht")
    commands = result.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("report", help="the report of a day")
    command.add_argument("--day", type=_day, default="yesterday")
    command.add_argument("--format", choices=("text", "csv"), default="text")
    command.set_defaults(run=report)

    command = commands.add_parser("job", help="one of the jobs")
    command.add_argument("name", choices=sorted(JOBS))
    command.set_defaults(run=job)

    command = commands.add_parser("import-prices", help="the wholesaler's price file")
    command.add_argument("file", type=Path)
    command.set_defaults(run=prices)
    return result


def main(arguments: list[str] | None = None) -> None:
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    options = parser().parse_args(arguments)
    options.run(options)


if __name__ == "__main__":
    main()
