from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from nordlicht.common.clock import now
from nordlicht.common.database import Base


class Image(Base):
    """A picture of a product as it was uploaded; the bytes are in the store."""

    __tablename__ = "images"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    storage_key: Mapped[str] = mapped_column(String(160), unique=True)
    content_type: Mapped[str] = mapped_column(String(40))
    size: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(default=now)


class Thumbnail(Base):
    __tablename__ = "thumbnails"
    __table_args__ = (UniqueConstraint("image_key", "variant"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    image_key: Mapped[str] = mapped_column(String(160))
    variant: Mapped[str] = mapped_column(String(10))
    width: Mapped[int]
    height: Mapped[int]
    body: Mapped[bytes]
