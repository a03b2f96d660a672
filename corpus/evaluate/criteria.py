"""What makes the value of a record right, a layer at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from corpus.evaluate.gold import Record
from corpus.evaluate.matching import alike, without_period

__all__ = ["AGREEMENT", "HEADER_FIELDS", "LEAST_SIGNER", "header_agrees"]

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


def _citation(gold: Record, found: Record) -> bool:
    if gold["doc_type"] != found.get("doc_type") or (gold["issued_on"] or None) != (found.get("issued_on") or None):
        return False
    if gold["key"]:
        return bool(gold["key"] == found.get("key"))
    if found.get("key"):
        return False
    wanted, name = gold["name"], found.get("name")
    return alike(wanted, name, _LEAST_NAME) or alike(without_period(wanted), without_period(name), _LEAST_NAME)


def _deadline(gold: Record, found: Record) -> bool:
    # Annotation keeps "start" and "end" for the span, so that a deadline's own dates are "from" and "to".
    wanted = (gold["bound"], gold["from"], gold["to"], _rule(gold["rrule"]))
    return wanted == (found.get("bound"), found.get("start"), found.get("end"), _rule(found.get("rrule")))


def _target(gold: Record, found: Record) -> bool:
    if (gold["unit"] == "%") != (found.get("unit") == "%"):
        return False
    wanted = (gold["comparator"], _number(gold["value"]), _number(gold["value_max"]))
    return wanted == (found.get("comparator"), _number(found.get("value")), _number(found.get("value_max")))


def _responsibility(gold: Record, found: Record) -> bool:
    if gold["role"] != found.get("role"):
        return False
    wanted, given = {gold["body"], _with_owner(gold)}, {found.get("body"), _with_owner(found)}
    return any(alike(one, other, _LEAST_BODY) for one in wanted for other in given)


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


AGREEMENT: Mapping[str, Callable[[Record, Record], bool]] = MappingProxyType(
    {"citations": _citation, "deadlines": _deadline, "targets": _target, "responsibilities": _responsibility}
)
"""The layers of spans, in the order of a report, each with what makes a value right."""
