"""Subjects and texts of our mails."""

from string import Template

TEMPLATES: dict[str, tuple[str, Template]] = {
    "welcome": (
        "Welcome to Nordlicht",
        Template("Hello $name,\n\nyour account is ready. See you outside!\n"),
    ),
    "order_confirmed": (
        "We have your order",
        Template("Hello $name,\n\nthank you for order $number, $total.\n\n$invoice\n"),
    ),
    "order_shipped": (
        "Your parcel is on its way",
        Template("Hello $name,\n\norder $number has left our house today.\n"),
    ),
    "order_cancelled": (
        "Your order was cancelled",
        Template("Hello $name,\n\norder $number was cancelled. You owe us nothing.\n"),
    ),
    "order_refunded": (
        "Your money is on its way back",
        Template("Hello $name,\n\nwe have refunded order $number, $total.\n"),
    ),
}


def render(template: str, values: dict[str, str]) -> tuple[str, str]:
    """Subject and body; an unknown template or a missing value is a KeyError."""
    subject, body = TEMPLATES[template]
    return subject, body.substitute(values)
