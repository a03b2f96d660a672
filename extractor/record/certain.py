"""Which findings are certain to keep the contract, so that their records need no validation.

The types of their values are known, and so is most of what the models ask. Here is looked at the rest: whether what was
put together fits, and whether something is empty. Every answer errs on the side of doubt: the model decides then.
"""

from __future__ import annotations

from extractor.find.mentions import BodyMention, CitationMention, Quantity, TimeExpression
from extractor.reading import HeaderFacts, SignatureFacts
from schemas.number import KeyParts, key_parts
from schemas.vocabulary import Bound, Comparator

__all__ = [
    "is_certain_body",
    "is_certain_citation",
    "is_certain_header",
    "is_certain_quantity",
    "is_certain_signature",
    "is_certain_time",
]

_INFERRED_OF_HEADER = ((), ("issuer",))
_INFERRED_OF_BODY = ((), ("place",))
_INFERRED_OF_TIME = frozenset({"year", "month", "start", "end"})
#: The recurrences of most reports.
_RULES = frozenset(
    f"FREQ={unit}{every}"
    for unit in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
    for every in ("", *(f";INTERVAL={count}" for count in range(2, 10)))
)


def is_certain_header(facts: HeaderFacts) -> bool:
    """Say whether the facts keep the contract of `schemas.Header`; those that are rare are left to it."""
    if facts.urgency or facts.secrecy or "" in (facts.issuer, facts.parent_issuer, facts.place, facts.title):
        return False
    if facts.key is None:
        numbered = facts.number is None or facts.number.split() == [facts.number]
    else:
        numbered = facts.number == facts.key and _parts(facts.key) is not None
    return numbered and "" not in facts.addressees and facts.inferred in _INFERRED_OF_HEADER


def is_certain_citation(mention: CitationMention) -> bool:
    """Say whether the values of a mention keep the contract of `schemas.Citation`."""
    if "" in (mention.name, mention.issuer) or "" in mention.provisions:
        return False
    key, year, symbol = mention.key, mention.year, mention.symbol
    if key is None:
        return year is None and symbol is None
    parts = _parts(key)
    if parts is None or symbol is None or not (year is None or 1900 <= year <= 2999):
        return False
    return parts.serial == mention.serial and parts.year == year and parts.symbol.casefold() == symbol.casefold()


def is_certain_time(expression: TimeExpression) -> bool:
    """Say whether the dates of an expression are those that its bound may have in a `schemas.Deadline`."""
    bound, first, last, rule = expression.bound, expression.first, expression.last, expression.rrule
    if expression.time is not None or not (rule is None or (rule in _RULES and bound is Bound.RECURRING)):
        return False
    if first is None:
        fits = last is None or (bound is not Bound.FROM and bound is not Bound.ON)
    elif last is None:
        fits = bound is Bound.FROM or bound is Bound.WITHIN or bound is Bound.RECURRING
    else:
        fits = first == last if bound is Bound.ON else first <= last and bound in (Bound.WITHIN, Bound.RECURRING)
    return fits and _INFERRED_OF_TIME.issuperset(expression.inferred)


def is_certain_quantity(quantity: Quantity) -> bool:
    """Say whether a quantity keeps the contract of `schemas.Target`."""
    value, most = quantity.value, quantity.value_max
    if value.is_signed() or not value.is_finite():
        return False
    if most is None:
        return quantity.comparator is not Comparator.RANGE
    return quantity.comparator is Comparator.RANGE and most.is_finite() and value <= most


def is_certain_body(mention: BodyMention) -> bool:
    """Say whether the name of a body keeps the contract of `schemas.Responsibility`."""
    return bool(mention.body) and mention.parent_body != "" and mention.inferred in _INFERRED_OF_BODY


def is_certain_signature(facts: SignatureFacts) -> bool:
    """Say whether the facts keep the contract of `schemas.Signature`."""
    return "" not in (facts.authority, facts.position, facts.signer)


def _parts(key: str) -> KeyParts | None:
    """Return what a number in canonical form is made of, None of what is none: its serial has two digits at least."""
    try:
        return key_parts(key) if key[1:2].isdigit() else None
    except ValueError:
        return None
