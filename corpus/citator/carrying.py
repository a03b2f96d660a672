"""Who carries out what: the steps that a chain from a central resolution down to a commune's plan is made of."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.citator.citing import CARRYING
from corpus.store import Store

__all__ = ["Carrying", "ChainEdge", "ChainNode", "depths", "without_shortcuts"]

_NO_ORDERS = ("hien_phap", "luat", "phap_lenh", "nghi_dinh", "thong_tu", "thong_tu_lien_tich")
"""Types that are cited as a legal basis by everything: they say how to act, not what to carry out."""
_DEEPEST = 24
"""Levels of a picture."""

_RELATIONS = ", ".join(f"'{relation}'" for relation in CARRYING)
_COUNTS = f"""c.relation IN ({_RELATIONS}) AND c.status = 'resolved'
    AND NOT (c.relation = 'can_cu' AND w.kind IN ({", ".join(f"'{kind}'" for kind in _NO_ORDERS)}))"""
_ABOVE = f"""
SELECT c.work_id AS above, min(c.relation) AS relation
FROM citations AS c JOIN works AS w ON w.id = c.work_id
WHERE c.document_id = :document AND {_COUNTS}
GROUP BY c.work_id ORDER BY w.identity
"""
_BELOW = f"""
SELECT c.document_id AS below, min(c.relation) AS relation
FROM citations AS c JOIN works AS w ON w.id = c.work_id JOIN documents AS d ON d.id = c.document_id
WHERE c.work_id = :work AND {_COUNTS}
GROUP BY c.document_id ORDER BY coalesce(d.issued_on, '9999'), d.sha256
LIMIT :most
"""
_DOCUMENT = """
SELECT d.id AS document_id, d.work_id, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on,
    (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path
FROM documents AS d WHERE d.id = ?
"""
_WORK = """
SELECT NULL AS document_id, id AS work_id, doc_type, key AS number, coalesce(title, name) AS title, issuer, issued_on,
    NULL AS path
FROM works WHERE id = ?
"""
_HELD = "SELECT id FROM documents WHERE work_id = ? ORDER BY sha256"
# From one index; of very many documents the first ones are those that came first.
_CARRYING = f"""
FROM works AS w CROSS JOIN citations AS c INDEXED BY citations_carrying ON c.work_id = w.id
WHERE w.id = :work AND c.work_id IS NOT NULL AND {_COUNTS}
"""
_BELOW_COUNT = f"SELECT count(DISTINCT c.document_id) AS documents {_CARRYING}"
_BELOW_AT_ONCE = f"""
SELECT c.document_id AS below, min(c.relation) AS relation {_CARRYING} GROUP BY c.document_id ORDER BY 1 LIMIT :most
"""
_MANY = 500


@dataclass(frozen=True, slots=True)
class ChainNode:
    """A document of the archive, or a work that it does not hold."""

    id: str
    """``document:ID`` or ``work:ID``: unique in the chain."""
    document_id: int | None
    work_id: int | None
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class ChainEdge:
    """``below`` carries out ``above``."""

    above: str
    below: str
    relation: str


class Carrying:
    """Asks one archive who carries out what."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def document(self, document_id: int) -> ChainNode:
        """The node of a document of the archive."""
        return self._one(f"document:{document_id}", _DOCUMENT, document_id)

    def work(self, work_id: int) -> ChainNode:
        """The node of a work: the document, if the archive holds it."""
        held = self._store.row(_HELD, (work_id,))
        return self.document(held["id"]) if held is not None else self._one(f"work:{work_id}", _WORK, work_id)

    def above(self, document_id: int) -> list[tuple[int, str]]:
        """The works that a document carries out, and by which relation."""
        return [(row["above"], row["relation"]) for row in self._store.rows(_ABOVE, {"document": document_id})]

    def below(self, work_id: int, *, most: int) -> list[tuple[int, str]]:
        """The first documents that carry out a work, by date, and by which relation; of many hundred, any."""
        sql = _BELOW if self.count_below(work_id) <= _MANY else _BELOW_AT_ONCE
        rows = self._store.rows(sql, {"work": work_id, "most": most})
        return [(row["below"], row["relation"]) for row in rows]

    def count_below(self, work_id: int) -> int:
        """How many documents carry out a work."""
        row = self._store.row(_BELOW_COUNT, {"work": work_id})
        assert row is not None  # a count is one row always
        return int(row["documents"])

    def _one(self, name: str, sql: str, number: int) -> ChainNode:
        row = self._store.row(sql, (number,))
        assert row is not None
        return _node(name, row)


def _node(name: str, row: sqlite3.Row) -> ChainNode:
    return ChainNode(
        name, row["document_id"], row["work_id"], row["doc_type"], row["number"], row["title"], row["issuer"],
        row["issued_on"], row["path"],
    )  # fmt: skip


def depths(nodes: Iterable[str], edges: Iterable[ChainEdge]) -> dict[str, int]:
    """How far from the top each node is, by its longest way."""
    below: dict[str, list[str]] = {}
    for edge in edges:
        below.setdefault(edge.above, []).append(edge.below)
    found = dict.fromkeys(nodes, 0)
    for _ in range(min(len(found), _DEEPEST)):
        changed = False
        for above, others in below.items():
            for one in others:
                if found[one] <= found[above] < _DEEPEST:
                    found[one], changed = found[above] + 1, True
        if not changed:
            break
    return found


def without_shortcuts(edges: Mapping[tuple[str, str], ChainEdge]) -> list[ChainEdge]:
    """The edges between nodes that no longer way joins."""
    below: dict[str, set[str]] = {}
    for above, one in edges:
        below.setdefault(above, set()).add(one)
    return [edge for edge in edges.values() if not _reaches(below, edge)]


def _reaches(below: dict[str, set[str]], edge: ChainEdge) -> bool:
    """Whether another way leads from the one to the other."""
    waiting = [one for one in below[edge.above] if one != edge.below]
    seen = {edge.above, *waiting}
    while waiting:
        for one in below.get(waiting.pop(), ()):
            if one == edge.below:
                return True
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return False
