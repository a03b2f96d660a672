"""What the finders hand on: plain values in flow positions, made into records at the end.

The fields mean what `schemas` says of the record of the same name. `grounds` names what a finder decided by; how much
each of them is worth, `extractor.confidence` says.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from schemas.vocabulary import Bound, Change, Comparator, DocumentType, Granularity, Relation, Role

__all__ = [
    "BodyMention",
    "CitationMention",
    "DeadlineMention",
    "Quantity",
    "ResponsibilityMention",
    "TargetMention",
    "TimeExpression",
]


class CitationMention(NamedTuple):
    """A mention of a particular document other than this one."""

    start: int
    end: int
    doc_type: DocumentType | None
    key: str | None = None
    serial: int | None = None
    year: int | None = None
    symbol: str | None = None
    name: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    title: tuple[int, int] | None = None  # flow span of the subject, without quotes
    provisions: tuple[str, ...] = ()
    relation: Relation = Relation.DAN_CHIEU
    worded: bool = True  # a type word begins it, and not a number alone or the first word of a further list member


class TimeExpression(NamedTuple):
    """A temporal expression with its preposition, resolved as far as the document allows; not yet a deadline."""

    start: int
    end: int
    bound: Bound
    first: date | None
    last: date | None
    granularity: Granularity
    time: str | None = None
    rrule: str | None = None
    inferred: tuple[str, ...] = ()
    form: str = ""  # the rule that recognised it: `date`, `month`, `quarter`, `frequency`, `relative` …


class DeadlineMention(NamedTuple):
    """A time expression that binds work; `task` is the flow span of the work bound."""

    expression: TimeExpression
    task: tuple[int, int] | None = None
    grounds: tuple[str, ...] = ()


class Quantity(NamedTuple):
    """A number with its comparator and unit."""

    start: int
    end: int
    comparator: Comparator
    value: Decimal
    value_max: Decimal | None
    unit: str
    change: Change | None = None


class TargetMention(NamedTuple):
    """A quantity that someone commits to reach; `subject` is the flow span of what is measured."""

    quantity: Quantity
    subject: tuple[int, int] | None = None
    grounds: tuple[str, ...] = ()


class BodyMention(NamedTuple):
    """The name of a body, or of a kind of bodies, in canonical form.

    `kind` tells a kind (`các cơ quan`) from a particular body, `person` a body that is named through its head
    (`Giám đốc Sở Y tế`), `persons` a class of persons named by their body (`đại biểu Hội đồng nhân dân`), which is no
    body but holds a list together. `joined` tells that it may go on with the list of the mention before it, by what
    stands between the two.
    """

    start: int
    end: int
    body: str
    parent_body: str | None = None
    inferred: tuple[str, ...] = ()
    kind: bool = False
    person: bool = False
    persons: bool = False
    joined: bool = False


class ResponsibilityMention(NamedTuple):
    """A body made answerable for work; `tasks` are flow spans."""

    mention: BodyMention
    role: Role
    tasks: tuple[tuple[int, int], ...] = ()
    grounds: tuple[str, ...] = ()
