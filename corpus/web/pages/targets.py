"""Targets: what is to be reached, by when, and which document says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from corpus.cli.messages import Messages
from corpus.cli.wording import clean
from corpus.errors import QueryError
from corpus.export.tables import Cell
from corpus.questions.figures import units
from corpus.questions.targets import Goal, TargetOrder, targets
from corpus.web.archives import Archive
from corpus.web.naming import document_address, file_name, record_address
from corpus.web.pages.downloads import every, table_file
from corpus.web.pages.sorting import Heading, heading
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import Change, Comparator

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_ADDRESS = "/targets"
_ROWS = 50
_UNITS = 80
"""Units that are offered, the commonest first."""
_MOST_TYPED = 500
_NO_UNIT = "-"
"""In an address: targets without a unit."""
_COLUMNS = (
    "subject", "comparator", "value", "value_max", "unit", "change", "due_on", "doc_type", "number", "title", "issuer",
    "issued_on", "section", "page", "text", "document", "id", "confidence",
)  # fmt: skip

Typed = Annotated[str, Query(max_length=_MOST_TYPED)]


@dataclass(frozen=True, slots=True)
class Row:
    """A target as it is shown."""

    goal: Goal
    address: str
    document: str
    named: str
    amount: str


@router.get(_ADDRESS)
def show_targets(
    request: Request,
    archive: Archive,
    q: Typed = "",
    unit: Typed = "",
    document: Typed = "",
    sort: Typed = "",
    after: str | None = None,
) -> HTMLResponse:
    """What is to be reached."""
    words = Words(wording(language_of(request)))
    order = _order(sort)
    reason: str | None = None
    rows: Sequence[Row] = []
    following: str | None = None
    try:
        found = targets(
            archive, q, unit=_unit(unit), document=document.strip() or None, order=order, limit=_ROWS, after=after
        )
        rows, following = [_row(goal, words) for goal in found.items], found.next
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
    asked = {"q": q, "unit": unit, "document": document, "sort": order.value}
    return render(
        request,
        "targets.html",
        q=q,
        unit=unit,
        document=document,
        order=order.value,
        reason=reason,
        rows=rows,
        units=[(name or _NO_UNIT, clean(name or ""), count) for name, count in units(archive)[:_UNITS]],
        headings=_headings(asked, order),
        next=_address(_ADDRESS, asked, after=following) if following else None,
        first=_address(_ADDRESS, asked) if after else None,
        saved=_address(f"{_ADDRESS}.csv", asked),
        is_narrowed=bool(q.strip() or unit or document.strip()),
    )


@router.get(f"{_ADDRESS}.csv")
def save_targets(archive: Archive, q: Typed = "", unit: Typed = "", document: Typed = "", sort: Typed = "") -> Response:
    """The same targets as a table."""
    chosen, only, order = _unit(unit), document.strip() or None, _order(sort)
    found = every(
        lambda limit, after: targets(archive, q, unit=chosen, document=only, order=order, limit=limit, after=after)
    )
    return table_file("targets.csv", _COLUMNS, map(_cells, found))


def _order(sort: str) -> TargetOrder:
    return TargetOrder(sort) if sort in tuple(TargetOrder) else TargetOrder.NEWEST


def _unit(unit: str) -> str | None:
    return "" if unit == _NO_UNIT else unit or None


def _headings(asked: Mapping[str, str], order: TargetOrder) -> Mapping[str, Heading]:
    """Amounts are sorted in both directions, one after the other."""
    by_amount = TargetOrder.SMALLEST if order is TargetOrder.LARGEST else TargetOrder.LARGEST
    amount = heading(_ADDRESS, asked, order, by_amount, is_rising=False)
    directions = {TargetOrder.SMALLEST: "ascending", TargetOrder.LARGEST: "descending"}
    return {
        "amount": Heading(amount.address, directions.get(order, "none")),
        "due": heading(_ADDRESS, asked, order, TargetOrder.DUE, is_rising=True),
        "document": heading(_ADDRESS, asked, order, TargetOrder.NEWEST, is_rising=False),
    }


def _row(goal: Goal, words: Words) -> Row:
    return Row(
        goal,
        record_address(goal.sha256, goal.target_id),
        document_address(goal.sha256),
        clean(goal.number or goal.title or "") or file_name(goal.path),
        words.quantity(_Quantity(goal)),
    )


class _Quantity:
    """The amount of a target, as words are made of it."""

    def __init__(self, goal: Goal) -> None:
        self.comparator = Comparator(goal.comparator)
        self.value, self.value_max, self.unit = goal.value, goal.value_max, goal.unit
        self.change = Change(goal.change) if goal.change else None


def _cells(goal: Goal) -> Sequence[Cell]:
    return (
        goal.subject, goal.comparator, goal.value, goal.value_max, goal.unit, goal.change, goal.due_on, goal.doc_type,
        goal.number, goal.title, goal.issuer, goal.issued_on, goal.section, goal.page, goal.text, goal.sha256,
        goal.target_id, goal.confidence,
    )  # fmt: skip


def _address(address: str, asked: Mapping[str, str], after: str | None = None) -> str:
    query = {name: value for name, value in {**asked, "after": after or ""}.items() if value}
    return f"{address}?{urlencode(query)}" if query else address
