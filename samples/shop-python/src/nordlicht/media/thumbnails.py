"""Small versions of uploaded pictures."""

import io
from dataclasses import dataclass

from PIL import Image as Picture
from PIL import ImageOps, UnidentifiedImageError
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from nordlicht.media.models import Thumbnail


@dataclass(frozen=True, slots=True)
class Variant:
    name: str
    edge: int
    square: bool


VARIANTS = (Variant("cart", 64, True), Variant("list", 160, True), Variant("page", 480, False))


def shrink(original: Picture.Image, variant: Variant) -> Picture.Image:
    size = (variant.edge, variant.edge)
    if variant.square:
        return ImageOps.fit(original, size, Picture.Resampling.LANCZOS)
    result = original.copy()
    result.thumbnail(size, Picture.Resampling.LANCZOS)
    return result


def encode(picture: Picture.Image) -> bytes:
    body = io.BytesIO()
    picture.convert("RGB").save(body, "JPEG", quality=82, optimize=True)
    return body.getvalue()


# @trigger storage source="s3://uploads" filter="*.jpg" timeout=30s memory=512MB
#     rps=0.2 duration_ms=800
def make_thumbnails(session: Session, key: str, body: bytes) -> int:
    try:
        original = ImageOps.exif_transpose(Picture.open(io.BytesIO(body)))
    except UnidentifiedImageError:
        return 0
    session.execute(delete(Thumbnail).where(Thumbnail.image_key == key))
    for variant in VARIANTS:
        small = shrink(original, variant)
        session.add(
            Thumbnail(
                image_key=key,
                variant=variant.name,
                width=small.width,
                height=small.height,
                body=encode(small),
            )
        )
    session.flush()
    return len(VARIANTS)


def thumbnail(session: Session, key: str, variant: str) -> bytes | None:
    query = select(Thumbnail.body).where(Thumbnail.image_key == key, Thumbnail.variant == variant)
    return session.scalar(query)
