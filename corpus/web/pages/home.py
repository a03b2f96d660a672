"""Home: what the archive holds."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corpus.store.reading import statistics
from corpus.web.archives import Archive
from corpus.web.rendering import render

__all__ = ["router"]

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_home(request: Request, archive: Archive) -> HTMLResponse:
    """Counts and pictures of the archive."""
    return render(request, "home.html", statistics=statistics(archive))
