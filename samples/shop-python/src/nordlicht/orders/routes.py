from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import PlainTextResponse, StreamingResponse
from pydantic import BaseModel
from sqlalchemy.orm import Session

from nordlicht.accounts.models import User
from nordlicht.cart import service as carts
from nordlicht.common.clock import day_bounds
from nordlicht.common.database import request_session
from nordlicht.common.errors import Refused
from nordlicht.common.money import Money
from nordlicht.orders import service
from nordlicht.orders.export import export_csv
from nordlicht.orders.invoice import invoice_text
from nordlicht.orders.models import Order, OrderStatus
from nordlicht.payments import refunds
from nordlicht.payments.providers import Means
from nordlicht.web.sessions import administrator, cart_token, current_user

router = APIRouter(tags=["orders"])
Customer = Annotated[User, Depends(current_user)]
Administrator = Annotated[str, Depends(administrator)]


class Checkout(BaseModel):
    country: str
    provider: str = "card"
    card_number: str = ""
    mandate: str = ""


class OrderView(BaseModel):
    id: int
    number: str
    status: OrderStatus
    total: str

    @classmethod
    def of(cls, order: Order) -> "OrderView":
        return cls(id=order.id, number=order.number, status=order.status, total=str(order.total))


class RefundRequest(BaseModel):
    cents: int
    reason: str


# @trigger http method=POST path=/orders rps=0.05 peak_rps=2 latency_ms=2000 duration_ms=900
@router.post("/orders", status_code=201)
def checkout(
    body: Checkout,
    user: Customer,
    token: Annotated[str, Depends(cart_token)],
    session: Session = Depends(request_session),
) -> OrderView:
    means = Means(body.provider, card_number=body.card_number, mandate=body.mandate)
    order = service.place(session, carts.load(session, token), user, body.country, means)
    return OrderView.of(order)


# @trigger http method=GET path=/orders rps=0.1
@router.get("/orders")
def mine(user: Customer, session: Session = Depends(request_session)) -> list[OrderView]:
    return [OrderView.of(order) for order in service.orders_of(session, user)]


# @trigger http method=GET path=/orders/{order_id}/invoice rps=0.02
@router.get("/orders/{order_id}/invoice", response_class=PlainTextResponse)
def invoice(order_id: int, user: Customer, session: Session = Depends(request_session)) -> str:
    order = service.find(session, order_id)
    if order.user_id != user.id:
        raise Refused("This is not your order.")
    return invoice_text(order, user.name)


# @trigger http method=POST path=/admin/orders/{order_id}/shipment rps=0.01
@router.post("/admin/orders/{order_id}/shipment", status_code=204)
def ship(order_id: int, who: Administrator, session: Session = Depends(request_session)) -> None:
    service.ship(session, service.find(session, order_id))


# @trigger http method=POST path=/admin/orders/{order_id}/refunds rps=0.001
@router.post("/admin/orders/{order_id}/refunds", status_code=204)
def refund(
    order_id: int,
    body: RefundRequest,
    who: Administrator,
    session: Session = Depends(request_session),
) -> None:
    refunds.refund(session, order_id, Money(body.cents), body.reason)


# @trigger http method=GET path=/admin/export/orders.csv rps=0.001 duration_ms=45000
@router.get("/admin/export/orders.csv")
def export(
    first: date,
    last: date,
    who: Administrator,
    session: Session = Depends(request_session),
) -> StreamingResponse:
    start, end = day_bounds(first)[0], day_bounds(last)[1]
    return StreamingResponse(export_csv(session, start, end), media_type="text/csv")
