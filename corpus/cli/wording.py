"""Records in words, the same in every format for people."""

from __future__ import annotations

import re

from corpus.cli.languages import Language
from corpus.cli.messages import CATALOGUE, Messages
from schemas import Bound, Citation, Deadline, DocumentType, Target

__all__ = ["cited_document", "clean", "clean_inside", "doc_type_label", "quantity", "when"]

_VIETNAMESE_SIGNS = str.maketrans(",.", ".,")
_SPACE_AND_CONTROLS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def clean(text: str) -> str:
    """Text on one line and safe to print: a document must not be able to send control sequences to the terminal."""
    return clean_inside(text).strip()


def clean_inside(text: str) -> str:
    """The same for a part of a line: the spaces at its ends stay."""
    return _SPACE_AND_CONTROLS.sub(" ", text)


def doc_type_label(doc_type: DocumentType | None, say: Messages) -> str:
    """The Vietnamese name of a document type; it is a term of art and not translated."""
    return doc_type.label if doc_type is not None else say("page.no_type")


def cited_document(citation: Citation) -> str:
    """What is cited: its key, else its type and name."""
    if citation.key:
        return citation.key
    label = citation.doc_type.label if citation.doc_type is not None else ""
    return clean(f"{label} {citation.name or ''}") or clean(citation.text)


def when(deadline: Deadline, say: Messages) -> str:
    """The dates of a deadline as its bound reads them; a value that was inferred bears a star."""
    star = "*" if deadline.inferred else ""
    time = f" {deadline.time}" if deadline.time else ""
    if deadline.bound is Bound.RECURRING:
        limits = f" ({deadline.start or ''}…{deadline.end or ''})" if deadline.start or deadline.end else ""
        return say("bound.recurring", rule=_recurrence(deadline.rrule, say)) + time + limits + star
    if deadline.start is None and deadline.end is None:
        return say("bound.open", bound=deadline.bound.label)
    words = say(f"bound.{deadline.bound}", start=deadline.start or "…", end=deadline.end or "…")
    return words + time + star


def _recurrence(rule: str | None, say: Messages) -> str:
    """An RFC 5545 rule in words where it is a plain one, as it stands otherwise."""
    if rule is None:
        return say("rule.none")
    parts = dict(part.partition("=")[::2] for part in rule.split(";"))
    key = f"rule.{parts.pop('FREQ', '').lower()}"
    interval = parts.pop("INTERVAL", "1")
    day = parts.pop("BYMONTHDAY", None)
    if parts or key not in CATALOGUE[say.language]:
        return rule
    words = say(key) if interval == "1" else say(f"{key}.n", n=interval)
    return words if day is None else say("rule.day", rule=words, day=day)


def quantity(target: Target, say: Messages) -> str:
    """The amount of a target with its comparator, unit and direction."""
    unit = "%" if target.unit == "%" else f" {clean(target.unit)}" if target.unit else ""
    value = _grouped(target.value, say)
    if target.value_max is None:
        amount = say(f"comparator.{target.comparator}", value=value + unit)
    else:
        amount = say(f"comparator.{target.comparator}", value=value, value_max=_grouped(target.value_max, say) + unit)
    return say(f"change.{target.change}", amount=amount) if target.change else amount


def _grouped(number: str, say: Messages) -> str:
    """A decimal as its language prints it: ``12,000.5`` in English, ``12.000,5`` in Vietnamese."""
    whole, point, fraction = number.partition(".")
    english = f"{int(whole):,}{point}{fraction}" if whole.isdigit() else number
    return english if say.language is Language.EN else english.translate(_VIETNAMESE_SIGNS)
