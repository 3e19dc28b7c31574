from fastapi import APIRouter, FastAPI

from . import orders

app = FastAPI()
app.include_router(orders.router, prefix="/api")


# want: http -> main.health method=GET path=/health rule=python.fastapi.route
# want: duplex -> main.feed path=/feed
# want: implied startup -> main.start
# want: !http -> main.helper
# want: total 3
@app.get("/health")
async def health():
    return ""


@app.websocket("/feed")
async def feed(socket):
    pass


@app.on_event("startup")
async def start():
    pass


@cache.get("/x")
def helper():
    pass
