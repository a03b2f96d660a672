"""The HTTP API: one module a subject, each with a ``router``; ``docs/api.md`` describes it from outside."""

from __future__ import annotations

from fastapi import APIRouter

from corpus.web.api import (
    additions,
    calendar,
    citations,
    documents,
    exports,
    extraction,
    holdings,
    reviews,
    searching,
    work,
)

__all__ = ["routers"]

_SUBJECTS = (documents, additions, reviews, searching, citations, work, calendar, holdings, exports, extraction)


def routers() -> tuple[APIRouter, ...]:
    """The routers of all subjects under ``/api/v1``, in the order in which the description lists them."""
    api = APIRouter(prefix="/api/v1")
    for subject in _SUBJECTS:
        api.include_router(subject.router)
    return (api,)
