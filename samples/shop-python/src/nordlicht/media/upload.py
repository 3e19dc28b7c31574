"""Pictures of products, from the form of the administrators to the store."""

import hashlib
import logging
from typing import Annotated

from fastapi import APIRouter, Depends, File, HTTPException, Response
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from nordlicht.common.database import request_session
from nordlicht.common.errors import ShopError
from nordlicht.media.models import Image
from nordlicht.media.store import object_store
from nordlicht.media.thumbnails import make_thumbnails, thumbnail
from nordlicht.web.sessions import administrator

log = logging.getLogger(__name__)
router = APIRouter(tags=["media"])

LARGEST = 20 * 1024 * 1024
SIGNATURES = {b"\xff\xd8\xff": ("image/jpeg", ".jpg"), b"\x89PNG": ("image/png", ".png")}


def sniff(body: bytes) -> tuple[str, str]:
    for signature, found in SIGNATURES.items():
        if body.startswith(signature):
            return found
    raise ShopError("This is not a picture.")


def accept_upload(session: Session, product_id: int, body: bytes) -> str:
    if len(body) > LARGEST:
        raise ShopError(f"The picture is larger than {LARGEST // 1024 // 1024} MB.")
    content_type, suffix = sniff(body)
    digest = hashlib.blake2b(body, digest_size=8).hexdigest()
    key = f"products/{product_id}/{digest}{suffix}"
    object_store().put(key, body)
    session.execute(delete(Image).where(Image.storage_key == key))
    session.add(
        Image(product_id=product_id, storage_key=key, content_type=content_type, size=len(body))
    )
    variants = make_thumbnails(session, key, body)
    log.info("picture %s, %d bytes, %d thumbnails", key, len(body), variants)
    return key


def cover_key(session: Session, product_id: int) -> str | None:
    query = select(Image.storage_key).where(Image.product_id == product_id).order_by(Image.id)
    return session.scalar(query.limit(1))


@router.post("/admin/products/{product_id}/pictures", status_code=201)
def upload(
    product_id: int,
    picture: Annotated[bytes, File()],
    who: Annotated[str, Depends(administrator)],
    session: Session = Depends(request_session),
) -> dict[str, str]:
    return {"key": accept_upload(session, product_id, picture)}


# @trigger http method=GET path=/pictures/{variant}/{key} rps=8 peak_rps=60
@router.get("/pictures/{variant}/{key:path}")
def picture(variant: str, key: str, session: Session = Depends(request_session)) -> Response:
    body = thumbnail(session, key, variant)
    if body is None:
        raise HTTPException(404)
    return Response(body, media_type="image/jpeg", headers={"Cache-Control": "max-age=86400"})
