"""The application: routes, errors, and the poller that runs beside them."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from nordlicht.accounts import login, registration
from nordlicht.cart import routes as cart
from nordlicht.catalog import routes as catalog
from nordlicht.common.errors import ShopError
from nordlicht.live import feed
from nordlicht.media import upload
from nordlicht.orders import routes as orders
from nordlicht.payments import webhook
from nordlicht.warehouse.poller import run_stock_poller
from nordlicht.web import maintenance

ROUTERS = (
    login.router,
    registration.router,
    catalog.router,
    cart.router,
    orders.router,
    webhook.router,
    upload.router,
    feed.router,
    maintenance.router,
)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    stop = threading.Event()
    poller = threading.Thread(target=run_stock_poller, args=(stop,), daemon=True)
    poller.start()
    yield
    stop.set()
    poller.join(timeout=5)


async def shop_error(request: Request, error: Exception) -> JSONResponse:
    status = error.status if isinstance(error, ShopError) else 500
    return JSONResponse({"detail": str(error)}, status_code=status)


def create_app() -> FastAPI:
    app = FastAPI(title="Nordlicht", lifespan=lifespan)
    for router in ROUTERS:
        app.include_router(router)
    app.add_exception_handler(ShopError, shop_error)
    return app
