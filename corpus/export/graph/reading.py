"""The citation graph of an archive, read document by document.

Several copies of one work are one node; a document whose work is not known (it has no number) is a node of its own.
Mentions that were not resolved to a work are no edges: whom they mean is not known, and nobody is to be misled.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from corpus.export.reading import Snapshot

__all__ = ["Edge", "Graph", "Level", "Node"]

_ALL_WORKS = "SELECT * FROM works ORDER BY identity"
_EDGES = (
    "SELECT work_id, relation, count(*) AS mentions FROM citations WHERE document_id = :document"
    " AND work_id IS NOT NULL AND work_id IS NOT (SELECT work_id FROM documents WHERE id = :document)"
    " GROUP BY work_id, relation ORDER BY (SELECT identity FROM works WHERE id = citations.work_id), relation"
)
_OPEN = "SELECT count(*) AS open FROM citations WHERE document_id = :document AND work_id IS NULL"


class Level(Enum):
    """The level of government at which a work was issued, from the top down."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    UNKNOWN = "unknown"


_BY_FIRST_WORDS = (
    ("trung uong", Level.CENTRAL),
    ("tinh ", Level.PROVINCE),
    ("huyen ", Level.DISTRICT),
    ("quan ", Level.DISTRICT),
    ("thi xa ", Level.DISTRICT),
    ("xa ", Level.COMMUNE),
    ("phuong ", Level.COMMUNE),
    ("thi tran ", Level.COMMUNE),
    ("dac khu ", Level.COMMUNE),
)
"""How the scope of a number begins (``works.scope``: words without marks)."""
_CITY = "thanh pho "


@dataclass(frozen=True, slots=True)
class Node:
    """A work, or a document whose work is not known."""

    id: str
    """Lasting, and a valid XML name."""
    doc_type: str | None
    key: str | None
    name: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    level: Level
    is_held: bool
    """Whether the archive holds a copy."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One document cites a work in one way."""

    source: str
    target: str
    relation: str
    mentions: int
    document: str
    """SHA-256 of the citing document."""


class Graph:
    """The nodes and edges of the documents that are selected."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._is_everything = snapshot.selection.is_everything

    def nodes(self) -> Iterator[Node]:
        """Works by their identity, then documents of no known work. Only ids of works are held in memory."""
        held, cited = self._work_ids()
        for row in self._snapshot.each(_ALL_WORKS):
            if row["id"] in held or row["id"] in cited:
                yield _work(row, is_held=row["id"] in held)
        for document in self._snapshot.documents():
            if document["work_id"] is None:
                yield _document(document)

    def edges(self) -> Iterator[Edge]:
        """The citations of each document in turn, by the work that is cited."""
        works = {row["id"]: node_id("w", row["identity"]) for row in self._snapshot.each(_ALL_WORKS)}
        for document in self._snapshot.documents():
            source = works[document["work_id"]] if document["work_id"] is not None else _document(document).id
            for row in self._snapshot.of(document, _EDGES):
                yield Edge(source, works[row["work_id"]], row["relation"], row["mentions"], document["sha256"])

    def open_mentions(self) -> int:
        """How many mentions are no edges, because what they mean is not known."""
        return sum(row["open"] for document in self._snapshot.documents() for row in self._snapshot.of(document, _OPEN))

    def _work_ids(self) -> tuple[set[int], set[int]]:
        held: set[int] = set()
        cited: set[int] = set()
        for document in self._snapshot.documents():
            if document["work_id"] is not None:
                held.add(document["work_id"])
            cited.update(row["work_id"] for row in self._snapshot.of(document, _EDGES))
        return held, cited


def node_id(kind: str, identity: str) -> str:
    """A short name that follows from the identity."""
    return kind + hashlib.sha256(identity.encode("utf-8")).hexdigest()[:16]


def _work(row: sqlite3.Row, *, is_held: bool) -> Node:
    return Node(
        id=node_id("w", row["identity"]),
        doc_type=row["doc_type"],
        key=row["key"],
        name=row["name"],
        title=row["title"],
        issuer=row["issuer"],
        issued_on=row["issued_on"] or (str(row["year"]) if row["year"] else None),
        level=level_of(row["scope"] or ""),
        is_held=is_held,
    )


def _document(row: sqlite3.Row) -> Node:
    return Node(
        id=node_id("d", row["sha256"]),
        doc_type=row["doc_type"],
        key=row["key"] or row["number"],
        name=None,
        title=row["title"],
        issuer=row["issuer"],
        issued_on=row["issued_on"],
        level=Level.UNKNOWN,
        is_held=True,
    )


def level_of(scope: str) -> Level:
    """The level that the scope of a number tells; a city is a province where no other unit follows its name."""
    if scope.startswith(_CITY):
        return Level.DISTRICT if "," in scope else Level.PROVINCE
    return next((level for words, level in _BY_FIRST_WORDS if scope.startswith(words)), Level.UNKNOWN)
