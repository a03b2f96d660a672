"""The archive of a request: a connection of its own, closed after the answer is sent.

    @router.get("/bodies")
    def show_bodies(request: Request, archive: Archive) -> HTMLResponse: ...

Endpoints are plain functions: they run in the thread pool and may wait for the disk. FastAPI opens the archive in one
of its threads, runs the endpoint in another, and closes it in a third, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from corpus.errors import MissingStoreError
from corpus.store import Store
from corpus.web.settings import Settings

__all__ = ["Archive", "SettingsOf", "Writing", "forbid_changes", "settings_of"]


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


def _reading(settings: SettingsOf) -> Iterator[Store]:
    # What a page shows belongs together, whatever an indexer writes meanwhile.
    with _opened(settings) as store, store.unchanged():
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
