"""Works that a person may mean who is still typing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from corpus.citator.matching import KnownWork, matching_works
from corpus.citator.reference import read_reference
from corpus.errors import QueryError
from corpus.questions.figures import CitedOften
from corpus.store import Store
from corpus.store.folding import lookup_form, number_form

__all__ = ["counted", "suggestions"]

_LOOKED_AT = 5_000
"""Works whose form begins so, of which the most cited are suggested: what is typed is soon longer."""
_AFTER = "{"
"""The character after ``z``: below it is all that begins in the same way."""

_WORK = """
SELECT w.id, w.identity, w.doc_type, w.key, w.name, w.scope, w.issuer, w.issued_on, w.title,
    coalesce(k.documents, 0) AS documents, coalesce(k.mentions, 0) AS mentions,
    (SELECT d.sha256 FROM documents AS d WHERE d.work_id = w.id ORDER BY d.sha256 LIMIT 1) AS held
"""
_ORDER = "ORDER BY k.documents DESC, k.mentions DESC, w.identity LIMIT :limit"
_BEGINNING = f"""
{_WORK} FROM (SELECT id FROM works WHERE {{column}} >= :begin AND {{column}} < :end LIMIT :most) AS f
JOIN works AS w ON w.id = f.id LEFT JOIN work_counts AS k ON k.work_id = w.id {_ORDER}
"""
_NAMED = f"""
{_WORK} FROM json_each(:works) AS f JOIN works AS w ON w.id = f.value LEFT JOIN work_counts AS k ON k.work_id = w.id
{_ORDER}
"""
_OF_KIND = f"{_WORK} FROM work_counts AS k CROSS JOIN works AS w ON w.id = k.work_id WHERE w.kind = :kind {_ORDER}"


def suggestions(store: Store, typed: str, *, limit: int = 10) -> list[CitedOften]:
    """The works cited most whose number or name begins with what is typed, or that it already names."""
    number, name = number_form(typed), lookup_form(typed)
    found: list[CitedOften] = []
    if number.isdecimal():
        for end in "-/":
            found += _beginning(store, "number_form", f"{number}{end}", limit)
    elif number and number[0].isdigit():
        found += _beginning(store, "number_form", number, limit)
    elif name:
        found += _beginning(store, "name_form", name, limit)
    try:
        reference = read_reference(typed)
    except QueryError:
        return []
    found += counted(store, matching_works(store, reference)[:_LOOKED_AT])
    if reference.kind and reference.name:
        found += _beginning(store, "name_form", reference.name, limit)
    elif reference.kind and reference.number is None and reference.serial is None:
        found += _works(store, _OF_KIND, {"kind": reference.kind, "limit": limit})
    once = {one.work.identity: one for one in found}
    return sorted(once.values(), key=lambda one: (-one.documents, -one.mentions, one.work.identity))[:limit]


def counted(store: Store, works: Sequence[KnownWork]) -> list[CitedOften]:
    """Works with how often they are cited, the most cited first."""
    return _works(store, _NAMED, {"works": json.dumps([work.id for work in works]), "limit": len(works)})


def _beginning(store: Store, column: str, form: str, limit: int) -> list[CitedOften]:
    asked: Mapping[str, str | int] = {"begin": form, "end": f"{form}{_AFTER}", "most": _LOOKED_AT, "limit": limit}
    return _works(store, _BEGINNING.format(column=column), asked)


def _works(store: Store, sql: str, asked: Mapping[str, str | int]) -> list[CitedOften]:
    rows = store.rows(sql, asked)
    return [CitedOften(KnownWork.of_row(row), row["documents"], row["mentions"], row["held"]) for row in rows]
