"""Server-sent events (WHATWG HTML, 9.2): what a page hears while it is open."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

__all__ = ["MEDIA_TYPE", "News", "stream"]

MEDIA_TYPE = "text/event-stream"

_LOOK = 0.5
"""Seconds between looks at how far it is."""
_LONGEST = 120.0
"""Seconds of one connection: the browser comes again by itself."""
_RETRY_MILLISECONDS = 1_500


@dataclass(frozen=True, slots=True)
class News:
    """How things stand: the part of the page that shows it, and whether more is to come."""

    shown: str
    is_over: bool


async def stream(look: Callable[[], News], is_cut: Callable[[], bool]) -> AsyncIterator[bytes]:
    """Tell how things stand whenever that changes, as event ``jobs``; at the end, event ``over``.

    ``look`` may wait for the disk: it is called in the thread pool. Where ``is_cut``, the listener is to come again.
    """
    yield f"retry: {_RETRY_MILLISECONDS}\n\n".encode()
    told: str | None = None
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until and not is_cut():
        news = await run_in_threadpool(look)
        if news.shown != told:
            told = news.shown
            yield _event("jobs", told)
        if news.is_over:
            yield _event("over", "")
            return
        await asyncio.sleep(_LOOK)


def _event(name: str, data: str) -> bytes:
    lines = "".join(f"data: {line}\n" for line in data.splitlines() or [""])
    return f"event: {name}\n{lines}\n".encode()
