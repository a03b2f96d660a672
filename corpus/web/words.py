"""Values of records in words, in the visitor's language and with its dates and numbers."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from corpus.cli.languages import Language
from corpus.cli.wording import clean
from corpus.web.wording import Wording
from schemas import Bound, Change, Citation, Comparator

__all__ = ["AQuantity", "ATime", "Words"]

_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")


class ATime(Protocol):
    """What a deadline says of time; ``schemas.Deadline`` is one."""

    @property
    def bound(self) -> Bound: ...  # noqa: D102
    @property
    def start(self) -> dt.date | None: ...  # noqa: D102
    @property
    def end(self) -> dt.date | None: ...  # noqa: D102
    @property
    def time(self) -> str | None: ...  # noqa: D102
    @property
    def rrule(self) -> str | None: ...  # noqa: D102


class AQuantity(Protocol):
    """What a target says of its amount; ``schemas.Target`` is one."""

    @property
    def comparator(self) -> Comparator: ...  # noqa: D102
    @property
    def value(self) -> str: ...  # noqa: D102
    @property
    def value_max(self) -> str | None: ...  # noqa: D102
    @property
    def unit(self) -> str | None: ...  # noqa: D102
    @property
    def change(self) -> Change | None: ...  # noqa: D102


class Words:
    """Says values in one language."""

    def __init__(self, say: Wording) -> None:
        self.say = say
        self._is_vietnamese = say.language is Language.VI

    def day(self, value: dt.date | None) -> str:
        """``31/05/2031`` or ``2031-05-31``; ``…`` for no date."""
        if value is None:
            return "…"
        return f"{value:%d/%m/%Y}" if self._is_vietnamese else value.isoformat()

    def number(self, value: str) -> str:
        """A decimal in groups of three: ``12.000,5`` or ``12,000.5``."""
        whole, point, fraction = value.partition(".")
        english = f"{int(whole):,}{point}{fraction}" if whole.isdecimal() else value
        return english.translate(_VIETNAMESE_SIGNS) if self._is_vietnamese else english

    def when(self, deadline: ATime) -> str:
        """The dates of a deadline as its bound reads them: ``trước 31/05/2031``."""
        say, bound = self.say, deadline.bound
        time = f" {deadline.time}" if deadline.time else ""
        if bound is Bound.RECURRING:
            dated = deadline.start or deadline.end
            limits = f" ({self.day(deadline.start)} – {self.day(deadline.end)})" if dated else ""
            return say("records.bound.recurring", rule=self.recurrence(deadline.rrule)) + time + limits
        if deadline.start is None and deadline.end is None:
            return say("records.bound.open", bound=say(f"records.bounds.{bound}"))
        return say(f"records.bound.{bound}", start=self.day(deadline.start), end=self.day(deadline.end)) + time

    def recurrence(self, rule: str | None) -> str:
        """An RFC 5545 rule in words where it is a plain one, as it stands otherwise."""
        say = self.say
        if rule is None:
            return say("records.rule.none")
        parts = dict(part.partition("=")[::2] for part in rule.split(";"))
        key = f"records.rule.{parts.pop('FREQ', '').lower()}"
        interval, day = parts.pop("INTERVAL", "1"), parts.pop("BYMONTHDAY", None)
        if parts or key not in say:
            return rule
        words = say(key) if interval == "1" else say(f"{key}_n", n=interval)
        return words if day is None else say("records.rule.on_day", rule=words, day=day)

    def quantity(self, target: AQuantity) -> str:
        """The amount of a target with its comparator, unit and direction: ``từ 95% trở lên``."""
        say, unit = self.say, clean(target.unit or "")
        unit = unit if unit in ("", "%") else f" {unit}"
        value = self.number(target.value)
        if target.value_max is None:
            amount = say(f"records.comparator.{target.comparator}", value=value + unit)
        else:
            most = self.number(target.value_max) + unit
            amount = say(f"records.comparator.{target.comparator}", value=value, value_max=most)
        return say(f"records.change.{target.change}", amount=amount) if target.change else amount

    def cited(self, citation: Citation) -> str:
        """What is cited: its number, else its type and name."""
        if citation.key:
            return citation.key
        label = citation.doc_type.label if citation.doc_type is not None else ""
        return clean(f"{label} {citation.name or ''}") or clean(citation.text)

    def share(self, value: float) -> str:
        """A probability in percent."""
        return self.say("records.percent", value=round(100 * value))
