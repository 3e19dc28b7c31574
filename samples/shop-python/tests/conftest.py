import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient
from PIL import Image as Picture
from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from nordlicht import models
from nordlicht.accounts.passwords import hash_password
from nordlicht.app import create_app
from nordlicht.common import clock, database
from nordlicht.media import store
from nordlicht.notify import tasks
from nordlicht.payments import providers

NOON = datetime(2024, 1, 14, 12, 0)


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    engine = create_engine(
        "sqlite://", connect_args={"check_same_thread": False}, poolclass=StaticPool
    )
    database.Base.metadata.create_all(engine)
    monkeypatch.setattr(database, "engine", lambda: engine)
    database.session_factory.cache_clear()
    clock.freeze(NOON)
    with database.session_factory()() as session:
        seed(session)
        yield session
    clock.freeze(None)
    database.session_factory.cache_clear()


def seed(session: Session) -> None:
    session.add(models.Category(id=1, name="Camping", slug="camping"))
    session.add(models.Category(id=2, parent_id=1, name="Stoves", slug="stoves"))
    for id, category, sku, name, cents, on_hand in (
        (1, 1, "TENT-2", "Tent for two", 25_900, 4),
        (2, 2, "STOVE-GAS", "Gas stove", 4_990, 10),
        (3, 1, "CUP", "Enamel cups, blue", 790, 100),
    ):
        session.add(
            models.Product(
                id=id, category_id=category, sku=sku, name=name, description="", price_cents=cents
            )
        )
        session.add(models.Stock(product_id=id, on_hand=on_hand, reserved=0))
    session.add(
        models.User(
            id=1,
            email="ada@example.org",
            name="Ada",
            password_hash=hash_password("trekking2024"),
        )
    )
    session.add(
        models.Coupon(
            code="SPRING10", basis_points=1_000, valid_until=datetime(2024, 6, 1), uses_left=3
        )
    )
    session.commit()


@pytest.fixture(autouse=True)
def mails(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, object]]:
    sent: list[dict[str, object]] = []
    monkeypatch.setattr(tasks.send_email, "delay", lambda **mail: sent.append(mail))
    return sent


@pytest.fixture(autouse=True)
def gateway() -> list[httpx.Request]:
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if b"4000000000000002" in request.content:
            return httpx.Response(402)
        return httpx.Response(200, json={"charge": "ch_1", "debit": "db_1"})

    providers.use_gateway(providers.Gateway("https://gateway.example", httpx.MockTransport(answer)))
    return requests


@pytest.fixture
def uploads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("nordlicht.media.upload.object_store", lambda: store.DiskStore(tmp_path))
    return tmp_path


@pytest.fixture
def client(session: Session) -> TestClient:
    return TestClient(create_app(), base_url="https://shop.example")


@pytest.fixture
def photo() -> bytes:
    body = io.BytesIO()
    Picture.new("RGB", (600, 400), "navy").save(body, "JPEG")
    return body.getvalue()
