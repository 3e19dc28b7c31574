"""Who is asking: sessions of browsers, and bearer tokens of customers."""

import secrets
from typing import Annotated

from fastapi import Cookie, Depends, Header, Response
from sqlalchemy.orm import Session

from nordlicht.accounts.models import Role, User
from nordlicht.accounts.tokens import read_token
from nordlicht.common.clock import now
from nordlicht.common.database import request_session
from nordlicht.common.errors import Refused
from nordlicht.common.settings import settings
from nordlicht.web.models import WebSession

COOKIE = "nordlicht"


def cart_token(
    response: Response,
    nordlicht: Annotated[str | None, Cookie()] = None,
    session: Session = Depends(request_session),
) -> str:
    """The token of the browser's session, a new one if it has none that lives."""
    known = session.get(WebSession, nordlicht) if nordlicht else None
    if known is not None and known.expires_at > now():
        known.expires_at = now() + settings().session_lifetime
        return known.token
    fresh = WebSession(
        token=secrets.token_urlsafe(32), expires_at=now() + settings().session_lifetime
    )
    session.add(fresh)
    response.set_cookie(COOKIE, fresh.token, httponly=True, secure=True, samesite="lax")
    return fresh.token


def current_user(
    authorization: Annotated[str, Header()] = "",
    session: Session = Depends(request_session),
) -> User:
    scheme, _, token = authorization.partition(" ")
    user_id = read_token(token) if scheme.lower() == "bearer" else None
    user = session.get(User, user_id) if user_id is not None else None
    if user is None:
        raise Refused("Please log in.")
    return user


def administrator(user: Annotated[User, Depends(current_user)]) -> str:
    if user.role is not Role.ADMINISTRATOR:
        raise Refused("This is for administrators.")
    return user.email
