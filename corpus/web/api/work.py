"""What is to be done: deadlines, targets, bodies and what each must do."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from corpus.questions.deadlines import Asked, Due, deadlines
from corpus.questions.documents import briefs
from corpus.questions.duties import BodyOrder, Duty, bodies, duties
from corpus.questions.targets import Goal, TargetOrder, targets
from corpus.web.api import models
from corpus.web.api.models import day
from corpus.web.api.paging import NEXT_LINK, link_next
from corpus.web.api.queries import Day, Listing, Words
from corpus.web.archives import Archive
from schemas import Role

__all__ = ["router"]

router = APIRouter(tags=["work"])

_DOCUMENT = "Only of this document: its `id`, its number, or `#` and its place in the archive."


class DueWhen(Listing):
    """Which deadlines."""

    from_: Day | None = Field(None, alias="from", description="Due on this day or later.")
    to: Day | None = Field(None, description="Due on this day or earlier.")
    overdue_on: Day | None = Field(None, description="Due before this day; what recurs is left out.")
    body: Words | None = Field(None, description="Only what binds a body whose name has these words.")
    document: Words | None = Field(None, description=_DOCUMENT)
    recurring: bool = Field(default=True, description="Also what recurs, where there is a range to follow it through.")
    undated: bool = Field(default=False, description="Instead, those without any date.")


class TargetsOf(Listing):
    """Which targets."""

    q: Words = Field("", description="Words of the subject or the text, with marks or without.")
    unit: Words | None = Field(None, description="The unit, letter for letter: `%`.")
    document: Words | None = Field(None, description=_DOCUMENT)
    from_: Day | None = Field(None, alias="from", description="Due on this day or later.")
    to: Day | None = Field(None, description="Due on this day or earlier.")
    sort: TargetOrder = Field(TargetOrder.ARRIVAL, description="What comes first.")


class BodiesNamed(Listing):
    """Which bodies."""

    q: Words = Field("", description="Words of the name, with marks or without.")
    sort: BodyOrder = Field(BodyOrder.NAME, description="What comes first.")


class DutiesOf(Listing):
    """Whose duties."""

    body: Words = Field("", description="Words of the body's name, with marks or without.")
    role: Role | None = Field(None, description="Only where the body has this part in the work.")
    document: Words | None = Field(None, description=_DOCUMENT)


@router.get("/deadlines", responses=NEXT_LINK)
def list_due(
    request: Request, response: Response, archive: Archive, query: Annotated[DueWhen, Query()]
) -> models.Page[models.DueDay]:
    """What is due, the earliest first; within a range, what recurs comes once for every time that it is due."""
    asked = Asked(query.from_, query.to, query.overdue_on, query.body, query.document, query.recurring, query.undated)
    found = deadlines(archive, asked, limit=query.limit, after=query.after)
    link_next(request, response, found.next)
    named = briefs(archive, [one.document_id for one in found.items])
    items = [_due(one, models.DocumentSummary.of(named[one.document_id])) for one in found.items]
    return models.Page(items=items, next=found.next)


@router.get("/targets", responses=NEXT_LINK)
def list_targets(
    request: Request, response: Response, archive: Archive, query: Annotated[TargetsOf, Query()]
) -> models.Page[models.Goal]:
    """What is to be reached, and by when."""
    found = targets(
        archive,
        query.q,
        unit=query.unit,
        document=query.document,
        first=query.from_.isoformat() if query.from_ else None,
        last=query.to.isoformat() if query.to else None,
        order=query.sort,
        limit=query.limit,
        after=query.after,
    )
    link_next(request, response, found.next)
    named = briefs(archive, [one.document_id for one in found.items])
    items = [_goal(one, models.DocumentSummary.of(named[one.document_id])) for one in found.items]
    return models.Page(items=items, next=found.next)


@router.get("/bodies", responses=NEXT_LINK)
def list_bodies(
    request: Request, response: Response, archive: Archive, query: Annotated[BodiesNamed, Query()]
) -> models.Page[models.Body]:
    """The bodies that some document makes answerable."""
    found = bodies(archive, query.q, order=query.sort, limit=query.limit, after=query.after)
    link_next(request, response, found.next)
    items = [models.Body(name=one.name, duties=one.duties, documents=one.documents) for one in found.items]
    return models.Page(items=items, next=found.next)


@router.get("/duties", responses=NEXT_LINK)
def list_duties(
    request: Request, response: Response, archive: Archive, query: Annotated[DutiesOf, Query()]
) -> models.Page[models.Duty]:
    """What bodies must do, task by task."""
    role = query.role.value if query.role is not None else None
    found = duties(archive, query.body, role=role, document=query.document, limit=query.limit, after=query.after)
    link_next(request, response, found.next)
    named = briefs(archive, [one.document_id for one in found.items])
    items = [_duty(one, models.DocumentSummary.of(named[one.document_id])) for one in found.items]
    return models.Page(items=items, next=found.next)


def _due(one: Due, document: models.DocumentSummary) -> models.DueDay:
    return models.DueDay(
        document=document,
        id=one.deadline_id,
        due_on=day(one.due_on),
        first_day=day(one.first_day),
        bound=one.bound,
        start=day(one.starts_on),
        end=day(one.ends_on),
        time=one.time,
        granularity=one.granularity,
        rrule=one.rrule,
        task=one.task,
        bodies=one.bodies,
        inferred=one.inferred,
        **models.standing(one),
    )


def _goal(one: Goal, document: models.DocumentSummary) -> models.Goal:
    return models.Goal(
        document=document,
        id=one.target_id,
        subject=one.subject,
        comparator=one.comparator,
        value=one.value,
        value_max=one.value_max,
        unit=one.unit,
        change=one.change,
        due_on=day(one.due_on),
        **models.standing(one),
    )


def _duty(one: Duty, document: models.DocumentSummary) -> models.Duty:
    return models.Duty(
        document=document,
        responsibility=one.responsibility_id,
        body=one.body,
        parent_body=one.parent_body,
        role=one.role,
        task=one.task,
        due_on=day(one.due_on),
        **models.standing(one),
    )
