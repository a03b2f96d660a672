"""What a reviewer fills in: the fields of each layer, and from what was typed to what is said.

Values that rest on the text (the evidence, the work) are typed as words; where they stand is looked up, nearest to
where the record was. Only what differs from what is shown is said to be otherwise.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from corpus.errors import ReviewError
from corpus.reviews import Layer
from corpus.web.highlighting import shown
from corpus.web.reading.paper import AnyRecord, Paper
from corpus.web.words import Words
from schemas import Bound, Change, Comparator, DocumentType, Granularity, Relation, Role, Secrecy, Term, Urgency
from schemas.number import key_parts

__all__ = ["EVIDENCE", "Choice", "Field", "fields_of", "values_of"]

EVIDENCE = "evidence"
"""The field of the words that a record rests on."""
_STARTING = "evidence_start"
"""Where they begin, where a browser knows it: an offset into the text."""
_MOST_CHOICES = 200


class Kind(StrEnum):
    """How a field is filled in."""

    TEXT = "text"
    AREA = "area"
    LINES = "lines"
    DATE = "date"
    ONE = "one"
    MANY = "many"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that can be chosen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form with what stands in it, and what is wrong with it."""

    name: str
    label: str
    kind: Kind
    values: Sequence[str]
    choices: Sequence[Choice] = ()
    error: str = ""
    is_required: bool = False

    @property
    def value(self) -> str:
        """What stands in a field of one value."""
        return "\n".join(self.values)


_KINDS: Mapping[Layer, Mapping[str, Kind]] = {
    Layer.HEADER: {
        "doc_type": Kind.ONE,
        "number": Kind.TEXT,
        "key": Kind.TEXT,
        "issuer": Kind.TEXT,
        "parent_issuer": Kind.TEXT,
        "place": Kind.TEXT,
        "issued_on": Kind.DATE,
        "title": Kind.AREA,
        "urgency": Kind.ONE,
        "secrecy": Kind.ONE,
        "addressees": Kind.LINES,
    },
    Layer.CITATIONS: {
        "relation": Kind.ONE,
        "doc_type": Kind.ONE,
        "key": Kind.TEXT,
        "name": Kind.TEXT,
        "issued_on": Kind.DATE,
        "issuer": Kind.TEXT,
        "title": Kind.AREA,
        "provisions": Kind.LINES,
    },
    Layer.DEADLINES: {
        "bound": Kind.ONE,
        "start": Kind.DATE,
        "end": Kind.DATE,
        "time": Kind.TEXT,
        "granularity": Kind.ONE,
        "rrule": Kind.TEXT,
        "task": Kind.AREA,
        "bodies": Kind.MANY,
    },
    Layer.TARGETS: {
        "comparator": Kind.ONE,
        "value": Kind.TEXT,
        "value_max": Kind.TEXT,
        "unit": Kind.TEXT,
        "change": Kind.ONE,
        "subject": Kind.AREA,
        "deadline": Kind.ONE,
    },
    Layer.RESPONSIBILITIES: {"body": Kind.TEXT, "parent_body": Kind.TEXT, "role": Kind.ONE},
}
_REQUIRED = frozenset({"relation", "bound", "comparator", "value", "body", "role", EVIDENCE})
_TERMS: Mapping[str, tuple[type[StrEnum], str]] = {
    "relation": (Relation, "relation"),
    "bound": (Bound, "bounds"),
    "granularity": (Granularity, "granularity"),
    "comparator": (Comparator, "comparators"),
    "change": (Change, "changes"),
    "role": (Role, "role"),
}


def fields_of(
    paper: Paper,
    layer: Layer,
    record: BaseModel | None,
    words: Words,
    *,
    typed: Mapping[str, Sequence[str]] | None = None,
    wrong: Mapping[str, str] | None = None,
) -> list[Field]:
    """The fields of a layer as a record has them, or as they were ``typed``, and what is ``wrong`` with which."""
    found = []
    for name, kind in _names(layer):
        values = typed.get(name, ()) if typed is not None else _shown(record, name)
        choices = list(_choices(paper, layer, name, words)) if kind in (Kind.ONE, Kind.MANY) else ()
        label = words.say("document.review.evidence" if name == EVIDENCE else f"records.field.{name}")
        found.append(Field(name, label, kind, values, choices, (wrong or {}).get(name, ""), name in _REQUIRED))
    return found


def values_of(
    paper: Paper, layer: Layer, record: AnyRecord | None, typed: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """What was typed otherwise than it is shown, as the record's JSON has it. Raises ``ReviewError``."""
    before = paper.directive.header if layer is Layer.HEADER else record
    values: dict[str, Any] = {}
    for name, kind in _names(layer):
        if name not in typed:
            continue
        given = _given(typed[name], kind)
        if given != _given(_shown(before, name), kind):
            values |= _value(paper, layer, name, given, record, typed)
    inferred: Sequence[str] = getattr(before, "inferred", ())
    if left := [name for name in inferred if name in values or (name == "year" and {"start", "end"} & values.keys())]:
        values["inferred"] = [name for name in inferred if name not in left]
    return values


def _names(layer: Layer) -> Iterator[tuple[str, Kind]]:
    if layer is not Layer.HEADER:
        yield EVIDENCE, Kind.AREA
    yield from _KINDS[layer].items()


def _shown(record: BaseModel | None, name: str) -> list[str]:
    """The values of a field as a form has them."""
    if record is None:
        return []
    value = getattr(record, "text" if name == EVIDENCE else name)
    if value is None:
        return []
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return [value.isoformat() if isinstance(value, dt.date) else shown(str(value))]


def _given(values: Sequence[str], kind: Kind) -> tuple[str, ...]:
    """What was typed, without what browsers add to it."""
    if kind is Kind.LINES:
        values = [line for value in values for line in value.splitlines()]
    if kind is Kind.MANY:
        return tuple(sorted(filter(None, values)))
    return tuple(filter(None, (" ".join(value.split()) for value in values)))


def _value(
    paper: Paper,
    layer: Layer,
    name: str,
    given: tuple[str, ...],
    record: AnyRecord | None,
    typed: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    near = record.span.start if record is not None else 0
    if name == EVIDENCE:
        start = "".join(typed.get(_STARTING, ()))
        return {"span": _place(paper.text, given, int(start) if start.isascii() and start.isdecimal() else near, name)}
    if name == "task":
        if not given:
            return {"task": None, "task_span": None}
        return {"task": given[0], "task_span": _place(paper.text, given, near, name)}
    if _KINDS[layer][name] in (Kind.LINES, Kind.MANY):
        return {name: list(given)}
    value = given[0] if given else None
    return {"key": value, **_parts(value)} if (layer, name) == (Layer.CITATIONS, "key") else {name: value}


def _parts(key: str | None) -> dict[str, Any]:
    """What the key of a citation says again in fields of their own."""
    if key is None:
        return {"serial": None, "year": None, "symbol": None}
    try:
        serial, year, symbol = key_parts(key)
    except ValueError as error:
        raise ReviewError(reason=str(error), field="key") from error
    return {"serial": serial, "year": year, "symbol": symbol}


def _place(text: str, given: tuple[str, ...], near: int, field: str) -> dict[str, int]:
    """Where words stand in the text, nearest to a place. Raises ``ReviewError`` where they stand nowhere."""
    words = " ".join(given).split()
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    places = (match.span() for match in pattern.finditer(shown(text))) if words else iter(())
    nearest = min(places, key=lambda place: abs(place[0] - near), default=None)
    if nearest is None:
        raise ReviewError(reason="these words do not stand in the text", field=field)
    return {"start": nearest[0], "end": nearest[1]}


def _choices(paper: Paper, layer: Layer, name: str, words: Words) -> Iterator[Choice]:
    say = words.say
    if name in _TERMS:
        vocabulary, key = _TERMS[name]
        yield from (Choice(one.value, say(f"records.{key}.{one.value}")) for one in vocabulary)
    elif name in ("doc_type", "urgency", "secrecy"):
        terms: Mapping[str, type[Term]] = {"doc_type": DocumentType, "urgency": Urgency, "secrecy": Secrecy}
        yield from (Choice(one.value, one.label) for one in terms[name])
    elif name == "bodies":
        for duty in paper.directive.responsibilities[:_MOST_CHOICES]:
            yield Choice(duty.id, f"{duty.body} ({say('records.line', line=paper.places.line(duty.span.start))})")
    elif name == "deadline":
        for due in paper.directive.deadlines[:_MOST_CHOICES]:
            yield Choice(due.id, f"{words.when(due)} ({say('records.line', line=paper.places.line(due.span.start))})")
