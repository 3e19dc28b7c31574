"""The invoice as text, for mails and for the page of an order."""

from collections import defaultdict

from nordlicht.accounts import vat
from nordlicht.common.money import BASIS_POINTS, Money, rounded
from nordlicht.orders.models import Order

WIDTH = 64


def net_of(gross: Money, basis_points: int) -> Money:
    """Rounded from the net side, as the tax office wants it on invoices."""
    return Money(rounded(gross.cents * BASIS_POINTS, BASIS_POINTS + basis_points), gross.currency)


def _row(left: str, right: object) -> str:
    return f"{left:<{WIDTH - 16}.{WIDTH - 17}}{right!s:>16}"


def invoice_text(order: Order, customer: str) -> str:
    lines = [f"Invoice {order.number}", f"{customer}, {order.created_at:%d.%m.%Y}", "-" * WIDTH]
    gross_by_rate: dict[int, Money] = defaultdict(lambda: Money.zero(order.currency))
    for item in order.items:
        total = Money(item.unit_cents, order.currency) * item.quantity
        gross_by_rate[vat.basis_points(order.country, item.vat_class)] += total
        lines.append(_row(f"{item.quantity:>3} x {item.name}", total))
    lines.append("-" * WIDTH)
    for rate, gross in sorted(gross_by_rate.items()):
        lines.append(_row(f"VAT {rate / 100:.1f} % contained", gross - net_of(gross, rate)))
    lines.append(_row("Total", order.total))
    return "\n".join(lines)
