from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from nordlicht.common.database import Base


class Posting(Base):
    __tablename__ = "search_postings"

    id: Mapped[int] = mapped_column(primary_key=True)
    term: Mapped[str] = mapped_column(String(40), index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    weight: Mapped[int]
