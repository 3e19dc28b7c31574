"""What the payment gateway tells us."""

import logging
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException, Request, Response
from pydantic import BaseModel, ValidationError
from sqlalchemy.orm import Session

from nordlicht.accounts.passwords import keyed_digest, same_text
from nordlicht.common.database import request_session
from nordlicht.common.settings import settings
from nordlicht.payments import service

log = logging.getLogger(__name__)
router = APIRouter(tags=["payments"])


class GatewayEvent(BaseModel):
    type: str
    charge: str


def signed_by_gateway(body: bytes, signature: str) -> bool:
    secret = settings().webhook_secret.get_secret_value()
    return bool(secret) and same_text(keyed_digest(body, secret), signature)


async def raw_body(request: Request) -> bytes:
    return await request.body()


# @trigger http method=POST path=/webhooks/payment peak_rps=5 duration_ms=40
@router.post("/webhooks/payment")
def payment_webhook(
    body: Annotated[bytes, Depends(raw_body)],
    x_signature: Annotated[str, Header()] = "",
    session: Session = Depends(request_session),
) -> Response:
    if not signed_by_gateway(body, x_signature):
        raise HTTPException(403)
    try:
        event = GatewayEvent.model_validate_json(body)
    except ValidationError as error:
        log.warning("webhook: %s", error)
        raise HTTPException(400) from error
    if event.type != "charge.settled":
        log.info("webhook: %s is of no interest", event.type)
    elif service.settle(session, event.charge) is None:
        raise HTTPException(404)
    return Response(status_code=204)
