"""What a server has for adding documents: who reads them, how far they are, and who listens."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable

from corpus.web.adding.events import News, stream
from corpus.web.adding.jobs import Jobs
from corpus.web.adding.worker import Worker
from corpus.web.settings import Settings

__all__ = ["Desk"]

_MOST_LISTENERS = 50


class Desk:
    """One to a server process, from its start to its end."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._listeners = 0
        self._is_over = threading.Event()
        self.worker = Worker(settings)
        self.jobs = Jobs(settings)

    def open(self) -> None:
        """Take up what an earlier server left unread."""
        if not self._settings.read_only:
            self.worker.go_on()

    def hang_up(self) -> None:
        """End what listeners are told, from any thread or signal."""
        self._is_over.set()

    def close(self) -> None:
        """Stop reading."""
        self.worker.stop()

    @property
    def is_crowded(self) -> bool:
        """Whether nobody more may listen: each holds a connection."""
        return self._listeners >= _MOST_LISTENERS

    async def listen(self, look: Callable[[], News]) -> AsyncIterator[bytes]:
        """The events of one listener. To be used in the event loop alone, where listeners are counted."""
        self._listeners += 1
        try:
            async for event in stream(look, self._is_over.is_set):
                yield event
        finally:
            self._listeners -= 1
