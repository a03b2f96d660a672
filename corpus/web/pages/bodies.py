"""Bodies: which there are, and what one of them must do, by when, and which document says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from markupsafe import Markup

from corpus.cli.messages import Messages
from corpus.cli.wording import clean
from corpus.errors import QueryError
from corpus.export.tables import Cell
from corpus.questions.duties import Body, BodyOrder, bodies
from corpus.questions.workload import Binding, Work, WorkOrder, roles, workload
from corpus.store import Store
from corpus.web.archives import Archive
from corpus.web.naming import document_address, file_name, record_address
from corpus.web.pages.downloads import every, table_file
from corpus.web.pages.sorting import heading
from corpus.web.pictures import bar
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import Role

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_ADDRESS = "/bodies"
_ONE = f"{_ADDRESS}/one"
_ROWS, _WORKS = 50, 30
_MOST_TYPED = 500
_COLUMNS = ("name", "duties", "documents")
_WORK_COLUMNS = (
    "body", "parent_body", "role", "due_on", "tasks", "deadlines", "doc_type", "number", "title", "issuer", "issued_on",
    "section", "page", "text", "document", "id", "inferred", "confidence",
)  # fmt: skip

Typed = Annotated[str, Query(max_length=_MOST_TYPED)]


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A body as it is shown."""

    body: Body
    address: str
    duties: Markup
    """How many, as a bar beside the figure; so documents."""
    documents: Markup


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A duty as it is shown."""

    work: Work
    address: str
    """Of its place in the document."""
    document: str
    named: str
    role: str
    bindings: Sequence[tuple[Binding, str, str]]
    """The deadlines that bind it, their addresses, and how often they recur."""


@router.get(_ADDRESS)
def show_bodies(
    request: Request, archive: Archive, q: Typed = "", sort: Typed = "", after: str | None = None
) -> HTMLResponse:
    """The bodies that some document makes answerable."""
    order = BodyOrder(sort) if sort in tuple(BodyOrder) else BodyOrder.DUTIES
    reason: str | None = None
    rows: Sequence[BodyRow] = []
    following: str | None = None
    try:
        found = bodies(archive, q, order=order, limit=_ROWS, after=after)
        rows, following = _body_rows(archive, found.items), found.next
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
    asked = {"q": q, "sort": order.value}
    return render(
        request,
        "bodies.html",
        q=q,
        reason=reason,
        rows=rows,
        headings={
            one.value: heading(_ADDRESS, asked, order, one, is_rising=one is BodyOrder.NAME) for one in BodyOrder
        },
        next=_address(_ADDRESS, asked, after=following) if following else None,
        first=_address(_ADDRESS, asked) if after else None,
        saved=_address(f"{_ADDRESS}.csv", asked),
    )


@router.get(f"{_ADDRESS}.csv")
def save_bodies(archive: Archive, q: Typed = "", sort: Typed = "") -> Response:
    """The same bodies as a table."""
    order = BodyOrder(sort) if sort in tuple(BodyOrder) else BodyOrder.DUTIES
    found = every(lambda limit, after: bodies(archive, q, order=order, limit=limit, after=after))
    return table_file("bodies.csv", _COLUMNS, ((one.name, one.duties, one.documents) for one in found))


@router.get(_ONE)
def show_body(
    request: Request,
    archive: Archive,
    name: Typed = "",
    sort: Typed = "",
    role: Typed = "",
    after: str | None = None,
) -> HTMLResponse:
    """What one body must do."""
    words = Words(wording(language_of(request)))
    order = WorkOrder(sort) if sort in tuple(WorkOrder) else WorkOrder.NEWEST
    chosen = role if role in tuple(Role) else None
    counted = _counted(archive, name)
    reason: str | None = None
    rows: Sequence[WorkRow] = []
    following: str | None = None
    try:
        found = workload(archive, name, role=chosen, order=order, limit=_WORKS, after=after)
        rows, following = [_work_row(work, words) for work in found.items], found.next
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
    asked = {"name": name, "sort": order.value, "role": chosen or ""}
    return render(
        request,
        "body.html",
        status=200 if counted else 404,
        name=name,
        counted=counted,
        reason=reason,
        rows=rows,
        role=chosen,
        roles=[
            (one, _role(one, words), count, _address(_ONE, asked | {"role": one}))
            for one, count in roles(archive, name).items()
        ],
        everything=_address(_ONE, asked | {"role": ""}),
        headings={one.value: heading(_ONE, asked, order, one, is_rising=one is WorkOrder.DUE) for one in WorkOrder},
        next=_address(_ONE, asked, after=following) if following else None,
        first=_address(_ONE, asked) if after else None,
        saved=_address(f"{_ONE}.csv", asked),
        deadlines=f"/deadlines?{urlencode({'view': 'list', 'body': name})}",
    )


@router.get(f"{_ONE}.csv")
def save_body(archive: Archive, name: Typed = "", sort: Typed = "", role: Typed = "") -> Response:
    """The same duties as a table."""
    order = WorkOrder(sort) if sort in tuple(WorkOrder) else WorkOrder.NEWEST
    chosen = role if role in tuple(Role) else None
    found = every(lambda limit, after: workload(archive, name, role=chosen, order=order, limit=limit, after=after))
    return table_file("duties.csv", _WORK_COLUMNS, map(_cells, found))


def _body_rows(archive: Store, found: Sequence[Body]) -> Sequence[BodyRow]:
    row = archive.row("SELECT max(duties) AS duties, max(documents) AS documents FROM body_counts")
    assert row is not None  # an aggregate is one row always
    return [
        BodyRow(
            one,
            _address(_ONE, {"name": one.name}),
            bar(one.duties, row["duties"]),
            bar(one.documents, row["documents"]),
        )
        for one in found
    ]


def _counted(archive: Store, name: str) -> Body | None:
    row = archive.row("SELECT body, duties, documents FROM body_counts WHERE body = ?", (name,))
    return Body(*row) if row is not None else None


def _work_row(work: Work, words: Words) -> WorkRow:
    return WorkRow(
        work,
        record_address(work.sha256, work.responsibility_id),
        document_address(work.sha256),
        clean(work.number or work.title or "") or file_name(work.path),
        _role(work.role, words),
        [
            (one, record_address(work.sha256, one.deadline_id), words.recurrence(one.rrule) if one.rrule else "")
            for one in work.deadlines
        ],
    )


def _role(role: str, words: Words) -> str:
    return words.say(f"records.role.{role}")


def _cells(work: Work) -> Sequence[Cell]:
    dated = [one.last_day for one in work.deadlines if one.last_day is not None]
    return (
        work.body, work.parent_body, work.role, min(dated, default=None), list(work.tasks),
        [one.text for one in work.deadlines], work.doc_type, work.number, work.title, work.issuer, work.issued_on,
        work.section, work.page, work.text, work.sha256, work.responsibility_id, list(work.inferred), work.confidence,
    )  # fmt: skip


def _address(address: str, asked: Mapping[str, str], after: str | None = None) -> str:
    query = {name: value for name, value in {**asked, "after": after or ""}.items() if value}
    return f"{address}?{urlencode(query)}" if query else address
