from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, EmailStr, Field
from sqlalchemy import select
from sqlalchemy.orm import Session

from nordlicht.accounts import vat
from nordlicht.accounts.models import Address, User
from nordlicht.accounts.passwords import hash_password
from nordlicht.common.database import request_session
from nordlicht.common.errors import ShopError
from nordlicht.notify.tasks import send_email

router = APIRouter(tags=["accounts"])


class NewAddress(BaseModel):
    line: str
    zip: Annotated[str, Field(pattern=r"^[0-9A-Z -]{4,10}$")]
    city: str
    country: str


class NewAccount(BaseModel):
    email: EmailStr
    name: Annotated[str, Field(min_length=2, max_length=120)]
    password: Annotated[str, Field(min_length=10)]
    address: NewAddress


def register(session: Session, account: NewAccount) -> User:
    if not vat.country_supported(account.address.country):
        raise ShopError("We do not ship to this country.")
    email = account.email.lower()
    if session.scalars(select(User.id).where(User.email == email)).first() is not None:
        raise ShopError("There is an account with this address already.")
    user = User(email=email, name=account.name, password_hash=hash_password(account.password))
    user.addresses.append(Address(**account.address.model_dump()))
    session.add(user)
    session.flush()
    send_email.delay(recipient=user.email, template="welcome", values={"name": user.name})
    return user


# @trigger http method=POST path=/accounts rps=0.005 duration_ms=120
@router.post("/accounts", status_code=201)
def create_account(
    account: NewAccount, session: Session = Depends(request_session)
) -> dict[str, int]:
    return {"id": register(session, account).id}
