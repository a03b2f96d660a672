"""Deadlines with their documents, as the contract ``deadlines`` has them (``trichluc schema deadlines``)."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from typing import BinaryIO

from corpus.export.identity import lasting_ids
from corpus.export.options import Options
from corpus.export.reading import Snapshot, snapshot
from corpus.export.report import Report, Tally
from corpus.export.selection import EVERYTHING, Selection
from corpus.export.tables import TABLES
from corpus.questions.recurring import stretches
from corpus.store import Store
from corpus.store.folding import lookup_form
from schemas.due import DueDeadline, DueDocument
from schemas.span import Span

__all__ = ["due_deadlines", "is_selected", "selected_deadlines", "write_deadlines"]

_DEADLINES = TABLES["deadlines"].sql
_EARLIEST = dt.date(1900, 1, 1)
_FOLLOWED = 10
"""Years after which a recurrence is not followed to find an occurrence."""
_HEAD, _BETWEEN, _TAIL = b'{"schema_version":"1","deadlines":[\n', b",\n", b"\n]}\n"


def write_deadlines(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write one JSON document of the contract, a deadline a line."""
    tally = Tally()
    lead = _HEAD
    for _, deadlines in due_deadlines(snapshot):
        for deadline in deadlines:
            out.write(lead + deadline.model_dump_json().encode("utf-8"))
            tally.write()
            lead = _BETWEEN
    if lead is _HEAD:
        out.write(_HEAD)
    out.write(_TAIL)
    return tally.report()


def selected_deadlines(store: Store, selection: Selection = EVERYTHING) -> list[DueDeadline]:
    """The selected deadlines in one list, by the dates of their documents: for what is looked at as a whole."""
    with snapshot(store, selection) as state:
        return [deadline for _, deadlines in due_deadlines(state) for deadline in deadlines]


def due_deadlines(snapshot: Snapshot) -> Iterator[tuple[sqlite3.Row, list[DueDeadline]]]:
    """The selected documents that have selected deadlines, with these in document order."""
    assert _DEADLINES is not None
    for document in snapshot.documents():
        rows = snapshot.of(document, _DEADLINES)
        mentions = [(row["text"], row["span_start"]) for row in rows]
        ids = lasting_ids("deadline", document["sha256"], document["text"], mentions)
        about = _document(document) if rows else None
        deadlines = [
            deadline
            for row, uid in zip(rows, ids, strict=True)
            if about is not None and is_selected(deadline := _deadline(row, uid, about), snapshot.selection)
        ]
        if deadlines:
            yield document, deadlines


def is_selected(deadline: DueDeadline, wanted: Selection) -> bool:
    """Whether a deadline keeps the conditions on deadlines, as the command ``deadlines`` has them.

    It is due on its last day, a period at its end, what only begins on its first day; what recurs, in every range in
    which it comes. What has no date falls into no range.
    """
    if wanted.body is not None and not any(lookup_form(wanted.body) in lookup_form(body) for body in deadline.bodies):
        return False
    if wanted.due_from is None and wanted.due_to is None:
        return True
    first, last = wanted.due_from or dt.date.min, wanted.due_to or dt.date.max
    if deadline.rrule is not None:
        return _comes(deadline.rrule, deadline, first, last)
    due_on = deadline.last_day or deadline.first_day
    return due_on is not None and first <= due_on <= last


def _comes(rule: str, deadline: DueDeadline, first: dt.date, last: dt.date) -> bool:
    """Whether a recurrence has an occurrence between two days, within its own limits."""
    begin = max(first, deadline.start or deadline.document.issued_on or first, _EARLIEST)
    end = min(last, deadline.end or last, dt.date(min(begin.year + _FOLLOWED, dt.MAXYEAR), 12, 31))
    return begin <= end and next(stretches(rule, begin, end), None) is not None


def _document(row: sqlite3.Row) -> DueDocument:
    return DueDocument.model_validate({name: row[name] for name in DueDocument.model_fields})


def _deadline(row: sqlite3.Row, uid: str, document: DueDocument) -> DueDeadline:
    return DueDeadline(
        uid=uid,
        document=document,
        id=row["id"],
        bound=row["bound"],
        first_day=_day(row["first_day"]),
        last_day=_day(row["last_day"]),
        start=_day(row["starts_on"]),
        end=_day(row["ends_on"]),
        time=row["time"],
        granularity=row["granularity"],
        rrule=row["rrule"],
        task=row["task"],
        bodies=tuple(json.loads(row["bodies"])),
        section=row["section_path"] or None,
        page=row["page"],
        text=row["text"],
        span=Span(start=row["span_start"], end=row["span_end"]),
        inferred=tuple(json.loads(row["inferred"])),
        confidence=row["confidence"],
    )


def _day(date: str | None) -> dt.date | None:
    return dt.date.fromisoformat(date) if date is not None else None
