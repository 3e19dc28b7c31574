from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel
from sqlalchemy.orm import Session

from nordlicht.catalog import service, stock
from nordlicht.catalog.models import Product
from nordlicht.common.database import request_session
from nordlicht.common.money import Money
from nordlicht.media.upload import cover_key
from nordlicht.search import service as search
from nordlicht.web.sessions import administrator

router = APIRouter(tags=["catalog"])


class ProductView(BaseModel):
    id: int
    sku: str
    name: str
    description: str
    price: str
    available: int
    cover: str | None

    @classmethod
    def of(cls, session: Session, product: Product) -> "ProductView":
        return cls(
            id=product.id,
            sku=product.sku,
            name=product.name,
            description=product.description,
            price=str(product.price),
            available=stock.available(session, product.id),
            cover=cover_key(session, product.id),
        )


class NewPrice(BaseModel):
    cents: int
    currency: str = "EUR"


# @trigger http method=GET path=/categories/{slug} rps=3 peak_rps=20 latency_ms=150 duration_ms=25
@router.get("/categories/{slug}")
def category(slug: str, session: Session = Depends(request_session)) -> list[ProductView]:
    return [ProductView.of(session, product) for product in service.products_in(session, slug)]


# @trigger http method=GET path=/products/{product_id} rps=2 peak_rps=15 latency_ms=150
@router.get("/products/{product_id}")
def product(product_id: int, session: Session = Depends(request_session)) -> ProductView:
    return ProductView.of(session, service.find_product(session, product_id))


# @trigger http method=GET path=/search rps=1 peak_rps=8 latency_ms=150
@router.get("/search")
def find(
    q: Annotated[str, Query(min_length=2, max_length=80)],
    session: Session = Depends(request_session),
) -> list[ProductView]:
    hits = search.search(session, q, limit=20)
    return [ProductView.of(session, service.find_product(session, hit.product_id)) for hit in hits]


# @trigger http method=PUT path=/admin/products/{product_id}/price rps=0.001
@router.put("/admin/products/{product_id}/price", status_code=204)
def change_price(
    product_id: int,
    body: NewPrice,
    who: Annotated[str, Depends(administrator)],
    session: Session = Depends(request_session),
) -> None:
    found = service.find_product(session, product_id)
    service.change_price(session, found, Money(body.cents, body.currency), changed_by=who)
