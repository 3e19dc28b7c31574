from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from nordlicht.accounts import login
from nordlicht.accounts.passwords import keyed_digest
from nordlicht.catalog import service as catalog
from nordlicht.catalog.models import Product
from nordlicht.catalog.price_import import Summary, import_prices
from nordlicht.common.errors import Refused
from nordlicht.common.money import Money
from nordlicht.common.settings import settings
from nordlicht.jobs.delete_expired_sessions import delete_expired_sessions
from nordlicht.media import thumbnails, upload
from nordlicht.notify.templates import TEMPLATES, render
from nordlicht.payments.providers import luhn_valid
from nordlicht.reports.nightly import nightly_report
from nordlicht.reports.writer import TextWriter
from nordlicht.search import service as search
from nordlicht.search.tokenizer import tokenize
from nordlicht.warehouse.client import Count, ProtocolError, parse_counts
from nordlicht.warehouse.poller import apply_counts


@pytest.mark.parametrize(("text", "cents"), [("12", 1_200), ("12.5", 1_250), ("1234,50", 123_450)])
def test_amounts(text: str, cents: int) -> None:
    assert Money.parse(text) == Money(cents)
    assert Money(-5).share(5_000) == Money(-3)
    with pytest.raises(ValueError):
        Money(1) + Money(1, "CHF")


@pytest.mark.parametrize("number", ["4242424242424242", "4000 0000 0000 0002"])
def test_card_numbers(number: str) -> None:
    assert luhn_valid(number)
    assert not luhn_valid(number[:-1] + "9")


def test_products_of_a_category_and_below(session: Session) -> None:
    assert [p.sku for p in catalog.products_in(session, "camping")] == [
        "CUP",
        "STOVE-GAS",
        "TENT-2",
    ]


def test_price_file(session: Session, tmp_path: Path) -> None:
    file = tmp_path / "prices.txt"
    file.write_text(
        "# 2024-01-12\n"
        "STOVE-GAS   000005490EUR\n"
        "TENT-2      009999999EUR\n"
        "NOBODY      000000100EUR\n"
        "CUP         00x\n"
    )
    assert import_prices(session, file) == Summary(changed=1, unknown=1, refused=1, skipped=1)
    assert session.get_one(Product, 2).price == Money(5_490)


def test_search(session: Session) -> None:
    assert tokenize("Die blauen Größen") == ["blau", "gross"]
    assert search.reindex(session) == 3
    assert [hit.product_id for hit in search.search(session, "blue cup", 5)] == [3]
    assert search.search(session, "TENT-2", 5)[0].product_id == 1
    catalog.retire(session, session.get_one(Product, 3))
    assert search.search(session, "cup", 5) == []


def test_login_is_locked_after_five_failures(session: Session) -> None:
    assert login.authenticate(session, "ADA@example.org ", "trekking2024", "::1")
    for _ in range(5):
        assert login.authenticate(session, "ada@example.org", "guess", "::1") is None
    with pytest.raises(Refused):
        login.authenticate(session, "ada@example.org", "trekking2024", "::1")


def test_thumbnails(session: Session, uploads: Path, photo: bytes) -> None:
    key = upload.accept_upload(session, 1, photo)
    assert (uploads / key).exists()
    assert upload.cover_key(session, 1) == key
    assert thumbnails.thumbnail(session, key, "list") is not None
    assert thumbnails.make_thumbnails(session, key, b"no picture") == 0


def test_warehouse(session: Session) -> None:
    counts = parse_counts("TENT-2;7\r\nCUP;100\r\nEND\r\n")
    assert counts[0] == Count("TENT-2", 7)
    assert apply_counts(session, counts) == 1
    with pytest.raises(ProtocolError):
        parse_counts("TENT-2;7\n")


def test_every_template_renders() -> None:
    values = dict.fromkeys(("name", "number", "total", "invoice"), "x")
    assert all(render(name, values)[0] for name in TEMPLATES)


def test_report(session: Session) -> None:
    out = TextWriter()
    assert nightly_report(session, date(2024, 1, 14), out) > 0
    assert "TENT-2 Tent for two" in out.text()
    assert delete_expired_sessions(session) == 0


def test_from_the_login_to_the_order(client: TestClient) -> None:
    answer = client.post("/login", json={"email": "ada@example.org", "password": "trekking2024"})
    head = {"Authorization": f"Bearer {answer.json()['token']}"}
    assert client.post("/cart/lines", json={"product_id": 2, "quantity": 1}).status_code == 201
    order = client.post(
        "/orders", json={"country": "DE", "card_number": "4242424242424242"}, headers=head
    )
    assert (order.status_code, order.json()["status"]) == (201, "paid")
    assert client.get("/orders", headers=head).json() == [order.json()]
    assert client.get("/orders").status_code == 403


def test_webhook_is_signed(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "webhook_secret", type(settings().signing_key)("s3cret"))
    body = b'{"type": "charge.settled", "charge": "ch_9"}'
    assert client.post("/webhooks/payment", content=body).status_code == 403
    signed = {"X-Signature": keyed_digest(body, "s3cret")}
    assert client.post("/webhooks/payment", content=body, headers=signed).status_code == 404
