"""The login. Customers stay signed in for weeks, so it is seldom needed."""

from datetime import datetime, timedelta

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, EmailStr
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from nordlicht.accounts.models import LoginAttempt, User
from nordlicht.accounts.passwords import hash_password, password_matches
from nordlicht.accounts.tokens import sign_token
from nordlicht.common.clock import now
from nordlicht.common.database import request_session
from nordlicht.common.errors import Refused

router = APIRouter(tags=["accounts"])

MOST_FAILURES = 5
LOCKOUT = timedelta(minutes=15)
TOKEN_LIFE = timedelta(days=30)
KEEP_ATTEMPTS = timedelta(days=90)

# Compared with for unknown addresses, so that the time tells nothing.
NOBODY = hash_password("nobody")


class Credentials(BaseModel):
    email: EmailStr
    password: str


class SignedIn(BaseModel):
    token: str


def locked_out(session: Session, email: str, at: datetime) -> bool:
    failures = session.scalar(
        select(func.count(LoginAttempt.id)).where(
            LoginAttempt.email == email,
            LoginAttempt.succeeded.is_(False),
            LoginAttempt.created_at > at - LOCKOUT,
        )
    )
    return (failures or 0) >= MOST_FAILURES


def forget_failures(session: Session, email: str, at: datetime) -> None:
    """A success ends the lockout, and drops what the privacy rules forbid to keep."""
    session.execute(
        delete(LoginAttempt).where(LoginAttempt.email == email, LoginAttempt.succeeded.is_(False))
    )
    session.execute(delete(LoginAttempt).where(LoginAttempt.created_at < at - KEEP_ATTEMPTS))


def authenticate(session: Session, email: str, password: str, remote: str) -> str | None:
    """A token for the user, or nothing. Each try is written down."""
    at = now()
    email = email.strip().lower()
    if locked_out(session, email, at):
        raise Refused("Too many failures, please try again in a quarter of an hour.")
    user = session.scalars(select(User).where(User.email == email)).one_or_none()
    matches = password_matches(password, user.password_hash if user is not None else NOBODY)
    session.add(LoginAttempt(email=email, succeeded=matches, remote=remote, created_at=at))
    session.flush()
    if user is None or not matches:
        return None
    forget_failures(session, email, at)
    return sign_token(user.id, at + TOKEN_LIFE)


# @trigger http method=POST path=/login rps=0.01 duration_ms=80
@router.post("/login")
def login(
    body: Credentials, request: Request, session: Session = Depends(request_session)
) -> SignedIn:
    remote = request.client.host if request.client is not None else ""
    token = authenticate(session, body.email, body.password, remote)
    session.commit()  # the attempt stays, whatever is answered
    if token is None:
        raise Refused("The address or the password is wrong.")
    return SignedIn(token=token)
