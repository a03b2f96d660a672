"""Which works of an archive a typed reference can mean, and which open mentions it may be."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from corpus.citator.identity import kind_of
from corpus.citator.reference import Reference
from corpus.citator.scope import CENTRAL
from corpus.citator.wanted import LIKE
from corpus.store import Store
from schemas import DocumentType

__all__ = ["KnownWork", "clues_of", "matching_works", "open_clues", "types_meant", "work_of_identity"]

_WORK = "id, identity, doc_type, key, name, kind, scope, year, issuer, issued_on, title, title_form, name_form"
_AFTER_BAR = "}"
"""The character after ``|``, which parts a clue: the end of a range of clues."""


@dataclass(frozen=True, slots=True)
class KnownWork:
    """A work as it is shown."""

    id: int
    identity: str
    doc_type: str | None
    key: str | None
    name: str | None
    scope: str
    issuer: str | None
    issued_on: str | None
    title: str | None

    @classmethod
    def of_row(cls, row: sqlite3.Row) -> KnownWork:
        """A row of ``works``."""
        return cls(
            row["id"], row["identity"], row["doc_type"], row["key"], row["name"], row["scope"] or "", row["issuer"],
            row["issued_on"], row["title"],
        )  # fmt: skip


def matching_works(store: Store, reference: Reference) -> list[KnownWork]:
    """Every known work that a reference can mean, by identity. A reference that says less means more of them."""
    rows = store.rows(*_lookup(reference))
    if reference.title is not None:
        begin = " ".join(reference.title.split()[:3])
        rows += store.rows(
            f"SELECT {_WORK} FROM works WHERE kind = ? AND title_form >= ? AND title_form < ? || '{{'",
            (reference.kind, begin, begin),
        )
    found = {row["id"]: row for row in rows if _fits(reference, row)}
    return [KnownWork.of_row(row) for row in sorted(found.values(), key=lambda row: str(row["identity"]))]


def _lookup(reference: Reference) -> tuple[str, Mapping[str, str | int | None]]:
    if reference.number is not None:
        return f"SELECT {_WORK} FROM works WHERE number_form = :number", {"number": reference.number}
    if reference.serial is not None:
        return (
            f"SELECT {_WORK} FROM works WHERE kind = :kind AND serial = :serial",
            {"kind": reference.kind, "serial": reference.serial},
        )
    return f"SELECT {_WORK} FROM works WHERE name_form = :name", {"name": reference.name}


def _fits(reference: Reference, row: sqlite3.Row) -> bool:
    if reference.kind and row["kind"] and reference.kind != row["kind"]:
        return False
    if reference.issued_on and row["issued_on"] and reference.issued_on.isoformat() != row["issued_on"]:
        return False
    if reference.year is not None and row["year"] is not None and reference.year != row["year"]:
        return False
    if reference.scopes and not any(_same_place(reference, scope, row["scope"]) for scope in reference.scopes):
        return False
    if reference.term and not (row["issued_on"] and reference.term.covers(dt.date.fromisoformat(row["issued_on"]))):
        return False
    if reference.owner is not None and not (row["scope"] or "").startswith(reference.owner):
        return False
    if reference.title is not None and row["name_form"] != reference.name:
        return fuzz.token_sort_ratio(reference.title, row["title_form"] or "") >= LIKE
    return True


def _same_place(reference: Reference, wanted: str, scope: str | None) -> bool:
    """Whether a scope is the one wanted; without a date, the unit of before a merger and its namesake are alike."""
    if reference.issued_on is not None or scope == CENTRAL:
        return wanted == scope
    return wanted.partition(" (")[0] == (scope or "").partition(" (")[0]


def open_clues(reference: Reference, works: Sequence[KnownWork]) -> list[tuple[str, str, bool]]:
    """Ranges of clues, from and below, under which mentions wait that the reference may mean as well.

    The last value says whether the reference itself leads there; else only mentions count that have one of the works
    among their candidates: `kết luận 01` finds what waits under ``01-KL/TW``.
    """
    numbered = {clue for work in works if work.key is not None for clue in clues_of(work)}
    return [(*span, True) for span in _own_clues(reference)] + sorted(numbered)


def clues_of(work: KnownWork) -> list[tuple[str, str, bool]]:
    """Ranges of clues, as ``open_clues`` has them, under which mentions wait that may mean a work."""
    _, named, scope, _ = work.identity.split("|")
    clues = [f"name|{named}"] if work.key is None else [f"number|{named}|", f"number|{named}|{scope}"]
    return [(clue, f"{clue}!", False) for clue in clues]


def work_of_identity(store: Store, identity: str) -> KnownWork | None:
    """The work of a canonical identity, as ``works.identity`` has it."""
    row = store.row(f"SELECT {_WORK} FROM works WHERE identity = ?", (identity,))
    return KnownWork.of_row(row) if row is not None else None


def _own_clues(reference: Reference) -> list[tuple[str, str]]:
    if reference.number is not None:
        if reference.scopes:
            clues = [f"number|{reference.number}|{scope}" for scope in reference.scopes]
            return [(clue, f"{clue}~") for clue in clues]
        return [(f"number|{reference.number}|", f"number|{reference.number}{_AFTER_BAR}")]
    if reference.serial is not None:
        clue = f"serial|{reference.kind}|{reference.serial}"
        return [(clue, f"{clue}!")]
    exact = (f"name|{reference.name}", f"name|{reference.name}!")
    if reference.title is None:
        return [exact]
    title = f"name|{reference.title}"
    return [exact, (title, f"{title}!"), (f"{title} ", f"{title} ~")]  # a title may go on: `… giai đoạn 2021-2030`


def types_meant(reference: Reference) -> list[str]:
    """The types that an open mention by name may bear; empty where the reference says nothing of it."""
    if reference.number is not None or not reference.kind:
        return []
    return [kind.value for kind in DocumentType if kind_of(None, kind.value) == reference.kind]
