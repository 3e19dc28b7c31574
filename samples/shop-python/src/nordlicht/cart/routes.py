from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field
from sqlalchemy.orm import Session

from nordlicht.cart import service
from nordlicht.cart.models import Cart
from nordlicht.common.database import request_session
from nordlicht.web.sessions import cart_token

router = APIRouter(prefix="/cart", tags=["cart"])
Token = Annotated[str, Depends(cart_token)]


class Line(BaseModel):
    product_id: int
    quantity: int = Field(ge=0, le=service.MOST_PIECES)


class CartView(BaseModel):
    lines: list[Line]
    goods: str
    discount: str
    shipping: str
    payable: str

    @classmethod
    def of(cls, session: Session, cart: Cart, country: str = "DE") -> "CartView":
        totals = service.totals(session, cart, country)
        return cls(
            lines=[Line(product_id=i.product_id, quantity=i.quantity) for i in cart.items],
            goods=str(totals.goods),
            discount=str(totals.discount),
            shipping=str(totals.shipping),
            payable=str(totals.payable),
        )


# @trigger http method=GET path=/cart rps=0.5 latency_ms=150
@router.get("")
def show(token: Token, session: Session = Depends(request_session)) -> CartView:
    return CartView.of(session, service.load(session, token))


# @trigger http method=POST path=/cart/lines rps=0.3 latency_ms=150
@router.post("/lines", status_code=201)
def add(line: Line, token: Token, session: Session = Depends(request_session)) -> CartView:
    return CartView.of(session, service.add(session, token, line.product_id, line.quantity))


# @trigger http method=PUT path=/cart/lines rps=0.1 latency_ms=150
@router.put("/lines")
def change(line: Line, token: Token, session: Session = Depends(request_session)) -> CartView:
    return CartView.of(session, service.change(session, token, line.product_id, line.quantity))


# @trigger http method=PUT path=/cart/coupon rps=0.02 latency_ms=150
@router.put("/coupon")
def coupon(code: str, token: Token, session: Session = Depends(request_session)) -> CartView:
    return CartView.of(session, service.apply_coupon(session, token, code))
