"""Who cites what, and what documents disagree about."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from corpus.citator import cites
from corpus.citator.conflicts import conflicts
from corpus.questions.documents import briefs
from corpus.web.api import models
from corpus.web.api.paging import NEXT_LINK, link_next, sliced
from corpus.web.api.queries import Listing, Words
from corpus.web.archives import Archive
from schemas import Relation

__all__ = ["router"]

router = APIRouter(tags=["citations"])


class Cited(Listing):
    """What is cited, and how."""

    ref: Words = Field(
        min_length=1, description="As one types it: `01-KL/TW`, `kl 01 ngày 18/5/2021`, `Luật Công đoàn`."
    )
    transitive: bool = Field(default=False, description="Go on through the documents that carry it down.")
    by_name: bool = Field(default=False, description="Of a statute: also where it is only named, while in force.")
    relation: tuple[Relation, ...] = Field((), description="Only by these relations.")
    status: tuple[str, ...] = Field((), max_length=10, description="Only mentions that are `resolved`, `ambiguous`, …")


@router.get("/cites", responses=NEXT_LINK)
def list_mentions(
    request: Request, response: Response, archive: Archive, query: Annotated[Cited, Query()]
) -> models.Citing:
    """Where documents cite a work: in which section, by which relation, in what words."""
    found = cites(
        archive,
        query.ref,
        transitive=query.transitive,
        by_name=query.by_name,
        relations=[relation.value for relation in query.relation],
        statuses=query.status,
        limit=query.limit,
        after=query.after,
    )
    link_next(request, response, found.next)
    named = briefs(archive, [mention.document_id for mention in found.mentions])
    items = [
        models.Mention(
            document=models.DocumentSummary.of(named[one.document_id]),
            citation=one.citation_id,
            relation=one.relation,
            status=one.status,
            reason=one.reason,
            **models.standing(one),
            depth=one.depth,
        )
        for one in found.mentions
    ]
    return models.Citing(items=items, next=found.next, works=[models.Work.of(work) for work in found.works])


@router.get("/conflicts", responses=NEXT_LINK)
def list_conflicts(
    request: Request, response: Response, archive: Archive, query: Annotated[Listing, Query()]
) -> models.Page[models.Conflict]:
    """Works of which documents say different things, two dates or two titles: usually misprints."""
    found, cursor = sliced(conflicts(archive), query)
    link_next(request, response, cursor)
    items = [
        models.Conflict(
            kind=one.kind,
            key=one.key,
            name=one.name,
            works=one.works,
            sayings=[models.Saying(value=saying.value, times=saying.times) for saying in one.sayings],
        )
        for one in found
    ]
    return models.Page(items=items, next=cursor)
