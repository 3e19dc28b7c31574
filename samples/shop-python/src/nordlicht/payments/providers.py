"""Ways to pay, behind one interface."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import httpx

from nordlicht.common.errors import ShopError
from nordlicht.common.money import Money
from nordlicht.common.settings import settings


class Declined(ShopError):
    status = 402


@dataclass(frozen=True, slots=True)
class Means:
    provider: str
    card_number: str = ""
    mandate: str = ""


@dataclass(frozen=True, slots=True)
class Charge:
    reference: str
    settled: bool


class Provider(Protocol):
    def charge(self, amount: Money, means: Means) -> Charge: ...

    def refund(self, reference: str, amount: Money) -> None: ...


class Gateway:
    """The HTTP interface of the company that moves the money."""

    def __init__(self, base_url: str, transport: httpx.BaseTransport | None = None) -> None:
        self._client = httpx.Client(base_url=base_url, timeout=8.0, transport=transport)

    def post(self, path: str, body: dict[str, object]) -> dict[str, str]:
        try:
            answer = self._client.post(path, json=body)
        except httpx.TransportError as error:
            raise Declined("The payment company does not answer.") from error
        if answer.status_code == httpx.codes.PAYMENT_REQUIRED:
            raise Declined("The payment was declined.")
        if not answer.is_success:
            raise Declined(f"The payment company answered {answer.status_code}.")
        fields: dict[str, str] = answer.json()
        return fields


def luhn_valid(number: str) -> bool:
    digits = [int(digit) for digit in number if digit.isdecimal()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return len(digits) >= 12 and (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


class CardProvider:
    """Settles at once."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def charge(self, amount: Money, means: Means) -> Charge:
        if not luhn_valid(means.card_number):
            raise Declined("This is not the number of a card.")
        answer = self._gateway.post(
            "/cards/charges",
            {"cents": amount.cents, "currency": amount.currency, "card": means.card_number},
        )
        return Charge(answer["charge"], settled=True)

    def refund(self, reference: str, amount: Money) -> None:
        self._gateway.post(f"/cards/charges/{reference}/refunds", {"cents": amount.cents})


class DebitProvider:
    """Settles days later; the gateway tells the webhook."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def charge(self, amount: Money, means: Means) -> Charge:
        answer = self._gateway.post("/debits", {"cents": amount.cents, "mandate": means.mandate})
        return Charge(answer["debit"], settled=False)

    def refund(self, reference: str, amount: Money) -> None:
        self._gateway.post(f"/debits/{reference}/returns", {"cents": amount.cents})


_gateway: Gateway | None = None


def use_gateway(gateway: Gateway) -> None:
    global _gateway
    _gateway = gateway


def provider_named(name: str) -> Provider:
    global _gateway
    if _gateway is None:
        _gateway = Gateway(settings().gateway_url)
    match name:
        case "card":
            return CardProvider(_gateway)
        case "debit":
            return DebitProvider(_gateway)
    raise ShopError(f"There is no way to pay called {name!r}.")
