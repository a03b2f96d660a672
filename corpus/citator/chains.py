"""From a central resolution down to a commune's plan: who carries out what."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.citator.citing import CARRYING
from corpus.store import Store
from corpus.store.reading import find_document

__all__ = ["Chain", "ChainEdge", "ChainNode", "chain"]

_NO_ORDERS = ("hien_phap", "luat", "phap_lenh", "nghi_dinh", "thong_tu", "thong_tu_lien_tich")
"""Types that are cited as a legal basis by everything: they say how to act, not what to carry out."""
_DEEPEST = 12
_MOST = 500
"""Documents in a chain: a picture of more of them tells nothing."""

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
LIMIT {_MOST}
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


@dataclass(frozen=True, slots=True)
class Chain:
    """A document with all above that it carries out, and all below that carries it out."""

    asked: str
    nodes: Sequence[ChainNode]
    """Those above first, from the top down; then the document; then those below."""
    edges: Sequence[ChainEdge]
    """Without shortcuts: where a plan carries out a resolution through another plan, not from the resolution to it."""
    is_complete: bool
    """False where it was cut off at some hundred documents."""

    def below(self, node: str) -> list[ChainEdge]:
        """What carries out a node directly."""
        return [edge for edge in self.edges if edge.above == node]

    def tops(self) -> list[ChainNode]:
        """The nodes that carry nothing out."""
        carried = {edge.below for edge in self.edges}
        return [node for node in self.nodes if node.id not in carried]


def chain(store: Store, document: str) -> Chain:
    """The chain that a document stands in. Raises ``QueryError`` where no one document is meant."""
    walk = _Walk(store)
    asked = walk.document(find_document(store, document))
    walk.up(asked, 0)
    walk.down(asked, 0)
    return Chain(asked, list(walk.nodes.values()), _without_shortcuts(walk.edges), walk.is_complete)


class _Walk:
    """Follows citations up and down, each document once."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seen: dict[str, ChainNode] = {}
        self._up: set[str] = set()
        self._down: set[str] = set()
        self.edges: dict[tuple[str, str], ChainEdge] = {}
        self.is_complete = True

    @property
    def nodes(self) -> dict[str, ChainNode]:
        """What was seen, from the top down."""
        depths = _depths(self._seen, self.edges.values())
        ordered = sorted(self._seen, key=lambda one: (depths[one], self._seen[one].issued_on or "9999", one))
        return {one: self._seen[one] for one in ordered}

    def document(self, document_id: int) -> str:
        return self._add(f"document:{document_id}", _DOCUMENT, document_id)

    def _work(self, work_id: int) -> str:
        """The node of a work: the document, if the archive holds it."""
        held = self._store.row(_HELD, (work_id,))
        return self.document(held["id"]) if held is not None else self._add(f"work:{work_id}", _WORK, work_id)

    def _add(self, name: str, sql: str, number: int) -> str:
        if name not in self._seen:
            row = self._store.row(sql, (number,))
            assert row is not None
            self._seen[name] = _node(name, row)
        return name

    def up(self, node: str, depth: int) -> None:
        document_id = self._seen[node].document_id
        if document_id is None or node in self._up or depth >= _DEEPEST:
            return
        self._up.add(node)
        for row in self._store.rows(_ABOVE, {"document": document_id}):
            above = self._work(row["above"])
            if self._join(above, node, row["relation"]):
                self.up(above, depth + 1)

    def down(self, node: str, depth: int) -> None:
        work_id = self._seen[node].work_id
        if work_id is None or node in self._down or depth >= _DEEPEST:
            return
        self._down.add(node)
        for row in self._store.rows(_BELOW, {"work": work_id}):
            if len(self._seen) >= _MOST:
                self.is_complete = False
                return
            below = self.document(row["below"])
            if self._join(node, below, row["relation"]):
                self.down(below, depth + 1)

    def _join(self, above: str, below: str, relation: str) -> bool:
        """Join two nodes; not those that would carry out themselves."""
        if above == below or (below, above) in self.edges:
            return False
        self.edges[above, below] = ChainEdge(above, below, relation)
        return True


def _node(name: str, row: sqlite3.Row) -> ChainNode:
    return ChainNode(
        name, row["document_id"], row["work_id"], row["doc_type"], row["number"], row["title"], row["issuer"],
        row["issued_on"], row["path"],
    )  # fmt: skip


def _depths(nodes: dict[str, ChainNode], edges: Iterable[ChainEdge]) -> dict[str, int]:
    """How far from the top each node is, by its longest way."""
    below: dict[str, list[str]] = {}
    for edge in edges:
        below.setdefault(edge.above, []).append(edge.below)
    depths = dict.fromkeys(nodes, 0)
    for _ in range(min(len(nodes), 2 * _DEEPEST)):
        changed = False
        for above, others in below.items():
            for one in others:
                if depths[one] <= depths[above] < 2 * _DEEPEST:
                    depths[one], changed = depths[above] + 1, True
        if not changed:
            break
    return depths


def _without_shortcuts(edges: dict[tuple[str, str], ChainEdge]) -> list[ChainEdge]:
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
