"""The archive of a request: a connection that nobody else uses until the answer is sent.

    @router.get("/bodies")
    def show_bodies(request: Request, archive: Archive) -> HTMLResponse: ...

Endpoints are plain functions: they run in the thread pool and may wait for the disk. FastAPI opens the archive in one
of its threads, runs the endpoint in another, and leaves it in a third, one after the other.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from corpus.errors import MissingStoreError
from corpus.store import Store
from corpus.web.settings import Settings

__all__ = ["Archive", "Connections", "SettingsOf", "Writing", "forbid_changes", "settings_of"]

_MOST_IDLE = 8


def settings_of(request: Request) -> Settings:
    """The settings of the server that a request came to."""
    settings: Settings = request.app.state.settings
    return settings


SettingsOf = Annotated[Settings, Depends(settings_of)]
"""The settings of the server, as a parameter of an endpoint."""


def forbid_changes(settings: SettingsOf) -> None:
    """Refuse every request with 403 where the server is read-only: a dependency of what changes something."""
    if settings.read_only:
        raise HTTPException(403, "This server is read-only.")


class Connections:
    """The connections of one server that wait for the next request: to open one takes longer than most questions,
    and one that was used before remembers what it read.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._idle: list[tuple[Store, int]] = []
        weakref.finalize(self, _close_all, self._idle)

    @contextmanager
    def lease(self) -> Iterator[Store]:
        """A connection to read one state of the archive with. Raises a ``StoreError``."""
        store, file = self._take()
        try:
            # What a page shows belongs together, whatever an indexer writes meanwhile.
            with store.unchanged():
                yield store
        except BaseException:
            store.close()
            raise
        if len(self._idle) < _MOST_IDLE:
            self._idle.append((store, file))
        else:
            store.close()

    def close(self) -> None:
        """Close those that wait."""
        _close_all(self._idle)

    def _take(self) -> tuple[Store, int]:
        file = _file(self._settings)
        while self._idle:
            try:
                store, opened = self._idle.pop()
            except IndexError:  # another request took it
                break
            if opened == file:
                return store, file
            store.close()  # another file stands in its place now
        store = _opened(self._settings)
        return store, _file(self._settings)


def _close_all(idle: list[tuple[Store, int]]) -> None:
    while idle:
        idle.pop()[0].close()


def _file(settings: Settings) -> int:
    """Which file the archive is, by its number in the file system; 0 for none."""
    try:
        return settings.store.stat().st_ino
    except OSError:
        return 0


def _reading(request: Request) -> Iterator[Store]:
    connections: Connections = request.app.state.connections
    with connections.lease() as store:
        yield store


def _writing(settings: SettingsOf) -> Iterator[Store]:
    forbid_changes(settings)
    with Store.create(settings.store, any_thread=True) as store:
        yield store


def _opened(settings: Settings) -> Store:
    try:
        return Store.open(settings.store, any_thread=True)
    except MissingStoreError:
        if settings.read_only:
            raise
    Store.create(settings.store).close()  # an empty archive, which the pages say how to fill
    return Store.open(settings.store, any_thread=True)


Archive = Annotated[Store, Depends(_reading)]
"""The archive, to be read."""

Writing = Annotated[Store, Depends(_writing)]
"""The archive, to be written; refused with 403 where the server is read-only."""
