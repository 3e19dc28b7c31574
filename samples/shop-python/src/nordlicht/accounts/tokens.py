"""Signed tokens that say who somebody is, without a look at the database."""

from datetime import UTC, datetime

from nordlicht.accounts.passwords import keyed_digest, same_text
from nordlicht.common.clock import now
from nordlicht.common.settings import settings


def _signature(payload: str) -> str:
    return keyed_digest(payload.encode(), settings().signing_key.get_secret_value())


def sign_token(user_id: int, expires: datetime) -> str:
    payload = f"{user_id}.{int(expires.replace(tzinfo=UTC).timestamp())}"
    return f"{payload}.{_signature(payload)}"


def read_token(token: str) -> int | None:
    """The user, or nothing if the token is forged or old."""
    payload, _, signature = token.rpartition(".")
    user, _, expires = payload.partition(".")
    if not payload or not same_text(_signature(payload), signature):
        return None
    if int(expires) < now().replace(tzinfo=UTC).timestamp():
        return None
    return int(user)
