"""From a central resolution down to a commune's plan: who carries out what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citator.carrying import Carrying, ChainEdge, ChainNode, depths, without_shortcuts
from corpus.store import Store
from corpus.store.reading import find_document

__all__ = ["Chain", "ChainEdge", "ChainNode", "chain"]

_DEEPEST = 12
_MOST = 500
"""Documents in a chain: a picture of more of them tells nothing."""


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
    return Chain(asked, list(walk.nodes.values()), without_shortcuts(walk.edges), walk.is_complete)


class _Walk:
    """Follows citations up and down, each document once."""

    def __init__(self, store: Store) -> None:
        self._carrying = Carrying(store)
        self._seen: dict[str, ChainNode] = {}
        self._up: set[str] = set()
        self._down: set[str] = set()
        self.edges: dict[tuple[str, str], ChainEdge] = {}
        self.is_complete = True

    @property
    def nodes(self) -> dict[str, ChainNode]:
        """What was seen, from the top down."""
        deep = depths(self._seen, self.edges.values())
        ordered = sorted(self._seen, key=lambda one: (deep[one], self._seen[one].issued_on or "9999", one))
        return {one: self._seen[one] for one in ordered}

    def document(self, document_id: int) -> str:
        return self._add(self._carrying.document(document_id))

    def _add(self, node: ChainNode) -> str:
        return self._seen.setdefault(node.id, node).id

    def up(self, node: str, depth: int) -> None:
        document_id = self._seen[node].document_id
        if document_id is None or node in self._up or depth >= _DEEPEST:
            return
        self._up.add(node)
        for work_id, relation in self._carrying.above(document_id):
            above = self._add(self._carrying.work(work_id))
            if self._join(above, node, relation):
                self.up(above, depth + 1)

    def down(self, node: str, depth: int) -> None:
        work_id = self._seen[node].work_id
        if work_id is None or node in self._down or depth >= _DEEPEST:
            return
        self._down.add(node)
        for document_id, relation in self._carrying.below(work_id, most=_MOST):
            if len(self._seen) >= _MOST:
                self.is_complete = False
                return
            below = self.document(document_id)
            if self._join(node, below, relation):
                self.down(below, depth + 1)

    def _join(self, above: str, below: str, relation: str) -> bool:
        """Join two nodes; not those that would carry out themselves."""
        if above == below or (below, above) in self.edges:
            return False
        self.edges[above, below] = ChainEdge(above, below, relation)
        return True
