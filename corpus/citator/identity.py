"""What tells one work from another: type, number, symbol, scope and year; or a name, its owner and its year."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from corpus.store.folding import lookup_form, number_form
from extractor.find.symbols import doc_type_of

__all__ = ["STATUTES", "Identity", "Work", "kind_of", "number_of", "title_form"]

STATUTES = frozenset({"luat", "phap_lenh", "hien_phap"})
"""Kinds that are known by their name, and have editions."""

_SAME_SERIES = {"bo_luat": "luat", "quy_dinh": "quyet_dinh"}
"""The party numbers decisions and regulations in one series, both as QĐ; codes are numbered with the laws."""
_SUBJECT = ("ve viec ", "ve ", "v v ")


@dataclass(frozen=True, slots=True)
class Identity:
    """One work. Two mentions mean the same where their identities are equal.

    A numbered work has a ``number`` (its key in the form that numbers are compared in), a named one a ``name``.
    """

    kind: str
    """What the number's own code says it is, else what it is called: a code law is a law."""
    number: str | None
    name: str | None
    scope: str
    year: int | None

    @property
    def text(self) -> str:
        """The canonical form that is stored."""
        return "|".join((self.kind, self.number or self.name or "", self.scope, str(self.year or "")))


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is known, as a candidate for what a mention means."""

    identity: Identity
    serial: int | None
    issued_on: dt.date | None
    title: str | None
    """Its title, as titles are compared."""
    is_party: bool
    in_force: dt.date | None = None
    """When an edition of a statute came into force, where that is listed."""

    @property
    def earliest(self) -> dt.date | None:
        """The first day on which it can have been cited."""
        if self.issued_on is not None:
            return self.issued_on
        return dt.date(self.identity.year, 1, 1) if self.identity.year else None


@lru_cache(8192)
def kind_of(symbol: str | None, doc_type: str | None) -> str:
    """The kind of a numbered work: what its symbol says, since authors mistake the type more often than the number."""
    told = doc_type_of(symbol) if symbol else None
    kind = told.value if told is not None else doc_type or ""
    return _SAME_SERIES.get(kind, kind)


@lru_cache(8192)
def title_form(title: str | None) -> str | None:
    """A title as titles are compared: words without marks, without `về việc`."""
    form = lookup_form(title or "")
    lead = next((lead for lead in _SUBJECT if form.startswith(lead)), "")
    return form[len(lead) :] or None


@lru_cache(8192)
def number_of(key: str) -> str:
    """A key in the form that numbers are compared in."""
    return number_form(key)
