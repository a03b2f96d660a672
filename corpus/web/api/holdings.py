"""The archive as a whole: what it holds, what could not be read, what is there twice."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from corpus.cli.messages import Messages
from corpus.store.reading import duplicates, failures, statistics
from corpus.web.api import models
from corpus.web.api.paging import NEXT_LINK, link_next, sliced
from corpus.web.api.queries import Listing
from corpus.web.archives import Archive
from corpus.web.naming import file_name
from corpus.web.rendering import language_of

__all__ = ["router"]

router = APIRouter(tags=["archive"])

_UNKNOWN = "unknown"
_OPEN = "open"


@router.get("/statistics")
def show_statistics(archive: Archive) -> models.Statistics:
    """Counts."""
    found = statistics(archive)
    return models.Statistics(
        documents=found.documents,
        locations=found.locations,
        failures=found.failures,
        characters=found.characters,
        file_bytes=found.file_bytes,
        records=found.records,
        types=_named(found.types, _UNKNOWN),
        years=_named(found.years, _UNKNOWN),
        citations=_named(found.citations, _OPEN),
        duplicates=found.duplicates,
        last_run=found.last_run,
    )


@router.get("/failures", responses=NEXT_LINK)
def list_failures(
    request: Request, response: Response, archive: Archive, query: Annotated[Listing, Query()]
) -> models.Page[models.Failure]:
    """Files that could not be read, and why."""
    found, cursor = sliced(failures(archive), query)
    link_next(request, response, cursor)
    say = Messages(language_of(request))
    items = []
    for one in found:
        name = file_name(one.path)
        facts = {**one.facts, "name": name}
        reason = say.failure(one.code, facts, one.reason.replace(one.path, name))
        items.append(models.Failure(file=name, code=one.code, reason=reason, failed_at=one.failed_at))
    return models.Page(items=items, next=cursor)


@router.get("/duplicates", responses=NEXT_LINK)
def list_duplicates(
    request: Request, response: Response, archive: Archive, query: Annotated[Listing, Query()]
) -> models.Page[models.Duplicate]:
    """Pairs of documents that are nearly the same, the most alike first."""
    found, cursor = sliced(duplicates(archive), query)
    link_next(request, response, cursor)
    items = [
        models.Duplicate(
            file=file_name(one.path or ""),
            other_file=file_name(one.other_path or ""),
            number=one.number,
            reason=one.reason,
            similarity=one.similarity,
        )
        for one in found
    ]
    return models.Page(items=items, next=cursor)


def _named(counts: Mapping[str | None, int], none: str) -> dict[str, int]:
    return {name if name is not None else none: count for name, count in counts.items()}
