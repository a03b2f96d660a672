"""What makes the value of a record right, a layer at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from corpus.evaluate.gold import Record
from corpus.evaluate.matching import alike, without_period

__all__ = ["HEADER_FIELDS", "LEAST_SIGNER", "RECORD_LAYERS", "agrees", "header_agrees", "wrong_fields"]

_LEAST_NAME = 80
_LEAST_BODY = 88
LEAST_SIGNER = 90

HEADER_FIELDS: Mapping[str, float | None] = MappingProxyType(
    {"doc_type": None, "key": None, "issued_on": None, "place": 90, "issuer": 88, "title": 90}
)
"""The scored header fields, each with the likeness (of 100) that makes it right; ``None`` asks for equality."""


def header_agrees(wanted: object, found: object, least: float | None) -> bool:
    """Compare one header field.

    Annotation may list several answers that are all right; nothing must be found where it has nothing.
    """
    if isinstance(found, Mapping):
        found = found.get("name")
    if least is None or not wanted:
        return (wanted or None) == (found or None)
    answers = wanted if isinstance(wanted, list) else [wanted]
    return any(alike(answer, found, least) for answer in answers)


def _citation(gold: Record, found: Record) -> Iterator[str]:
    if gold["doc_type"] != found.get("doc_type"):
        yield "doc_type"
    if (gold["issued_on"] or None) != (found.get("issued_on") or None):
        yield "issued_on"
    if gold["key"] or found.get("key"):
        if gold["key"] != found.get("key"):
            yield "key"
    elif not _same_name(gold["name"], found.get("name")):
        yield "name"


def _same_name(wanted: object, name: object) -> bool:
    return alike(wanted, name, _LEAST_NAME) or alike(without_period(wanted), without_period(name), _LEAST_NAME)


def _deadline(gold: Record, found: Record) -> Iterator[str]:
    # Annotation keeps "start" and "end" for the span, so that a deadline's own dates are "from" and "to".
    if gold["bound"] != found.get("bound"):
        yield "bound"
    if gold["from"] != found.get("start"):
        yield "start"
    if gold["to"] != found.get("end"):
        yield "end"
    if _rule(gold["rrule"]) != _rule(found.get("rrule")):
        yield "rrule"


def _target(gold: Record, found: Record) -> Iterator[str]:
    if (gold["unit"] == "%") != (found.get("unit") == "%"):
        yield "unit"
    if gold["comparator"] != found.get("comparator"):
        yield "comparator"
    for field in ("value", "value_max"):
        if _number(gold[field]) != _number(found.get(field)):
            yield field


def _responsibility(gold: Record, found: Record) -> Iterator[str]:
    if gold["role"] != found.get("role"):
        yield "role"
    wanted, given = {gold["body"], _with_owner(gold)}, {found.get("body"), _with_owner(found)}
    if not any(alike(one, other, _LEAST_BODY) for one in wanted for other in given):
        yield "body"


def _with_owner(record: Record) -> str:
    return f"{record.get('body') or ''} {record.get('parent_body') or ''}".strip()


def _number(value: object) -> float | str | None:
    """A decimal string as a number; what is not a number stays itself and so equals only itself."""
    if value is None or value == "":
        return None
    try:
        return float(str(value))
    except ValueError:
        return str(value)


def _rule(value: object) -> frozenset[str] | None:
    """A recurrence rule as a set of its parts: their order means nothing, and ``INTERVAL=1`` is the default."""
    if not value:
        return None
    return frozenset(
        part for part in str(value).upper().removeprefix("RRULE:").split(";") if part and part != "INTERVAL=1"
    )


_DIFFERENCES: Mapping[str, Callable[[Record, Record], Iterator[str]]] = MappingProxyType(
    {"citations": _citation, "deadlines": _deadline, "targets": _target, "responsibilities": _responsibility}
)

RECORD_LAYERS: tuple[str, ...] = tuple(_DIFFERENCES)
"""The layers of records with evidence and value, in the order of a report."""


def wrong_fields(layer: str, gold: Record, found: Record) -> tuple[str, ...]:
    """Return the scored fields in which a record of ``layer`` differs from annotation."""
    return tuple(_DIFFERENCES[layer](gold, found))


def agrees(layer: str, gold: Record, found: Record) -> bool:
    """Say whether the value of a record is right in every scored field."""
    return next(_DIFFERENCES[layer](gold, found), None) is None
