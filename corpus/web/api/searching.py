"""Full-text search."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from corpus.questions.documents import briefs
from corpus.questions.paging import cursor_of
from corpus.store.searching import Filters, Hit, Order, search
from corpus.web.api import models
from corpus.web.api.paging import NEXT_LINK, link_next, position_of
from corpus.web.api.queries import OfDocuments, Words
from corpus.web.archives import Archive
from schemas import Span

__all__ = ["router"]

router = APIRouter(tags=["search"])

_FURTHEST = 1_000
"""Documents that are counted, and so far one can read on: what is further down is found by asking more closely."""


class Searched(OfDocuments):
    """What is searched for."""

    q: Words = Field(
        min_length=1,
        description="Words, with marks or without, phrases in quotes, numbers like `49-KH/TU`; as the search of pages.",
    )
    sort: Order = Field(Order.RELEVANCE, description="What comes first.")


@router.get("/search", responses=NEXT_LINK)
def find_documents(
    request: Request, response: Response, archive: Archive, query: Annotated[Searched, Query()]
) -> models.Hits:
    """Documents whose text, title, issuer or place have what is typed, each with the stretch that shows it best."""
    first = min(position_of(query), _FURTHEST)
    filters = Filters(doc_type=query.type, issuer=query.issuer, year=query.year, place=query.place)
    found = search(archive, query.q, filters=filters, order=query.sort, limit=query.limit + 1, offset=first)
    hits, beyond = found.hits[: query.limit], first + query.limit
    cursor = cursor_of((beyond,)) if len(found.hits) > query.limit and beyond < _FURTHEST else None
    link_next(request, response, cursor)
    named = briefs(archive, [hit.document_id for hit in hits])
    items = [_found(hit, models.DocumentSummary.of(named[hit.document_id])) for hit in hits]
    return models.Hits(items=items, next=cursor, total=found.total, is_more=found.is_more)


def _found(hit: Hit, document: models.DocumentSummary) -> models.Found:
    begin, end = hit.snippet.start, hit.snippet.end
    return models.Found(
        document=document,
        snippet=hit.text[begin:end],
        span=Span(start=begin, end=end),
        marks=[models.Mark(start=one - begin, end=other - begin) for one, other in hit.snippet.matches],
    )
