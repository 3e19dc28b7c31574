"""Stock levels, pushed to every open browser."""

import asyncio
import json
import logging
from contextlib import suppress

from fastapi import APIRouter, WebSocket, WebSocketDisconnect

log = logging.getLogger(__name__)
router = APIRouter()

PING_AFTER = 30.0
BACKLOG = 100

_clients: set[asyncio.Queue[str]] = set()
_loop: asyncio.AbstractEventLoop | None = None


def publish(product_id: int, available: int) -> None:
    """May be called from any thread; a client that is too slow misses some levels."""
    if _loop is None:
        return
    text = json.dumps({"product": product_id, "available": available})
    _loop.call_soon_threadsafe(_broadcast, text)


def _broadcast(text: str) -> None:
    for queue in _clients:
        with suppress(asyncio.QueueFull):
            queue.put_nowait(text)


# A housekeeping tick, not a job of its own.
# @trigger none
async def heartbeat(socket: WebSocket) -> None:
    while True:
        await asyncio.sleep(PING_AFTER)
        await socket.send_text('{"ping": true}')


# Some hundred browsers stay connected for as long as their tab is open.
# @trigger duplex name=stock-feed path=/live/stock concurrency=500
@router.websocket("/live/stock")
async def stock_feed(socket: WebSocket) -> None:
    global _loop
    _loop = asyncio.get_running_loop()
    await socket.accept()
    queue: asyncio.Queue[str] = asyncio.Queue(BACKLOG)
    _clients.add(queue)
    beat = asyncio.create_task(heartbeat(socket))
    try:
        while True:
            await socket.send_text(await queue.get())
    except WebSocketDisconnect:
        log.debug("%d browsers left", len(_clients) - 1)
    finally:
        beat.cancel()
        _clients.discard(queue)
