"""``trichluc cites``, ``cited-by``, ``chain`` and ``conflicts``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.citator.chains import Chain, ChainNode, chain
from corpus.citator.cited import CitedWork, cited_by
from corpus.citator.citing import CitingMention, cites
from corpus.citator.conflicts import conflicts
from corpus.cli.answers import ask, print_csv, print_json, print_table, shortened
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.cli.wording import clean
from corpus.errors import QueryError
from schemas import DocumentType, Relation

if TYPE_CHECKING:
    from rich.tree import Tree

    from corpus.citator.matching import KnownWork
    from corpus.store import Store

__all__ = ["print_chain", "print_cited", "print_citing", "print_conflicts"]

_CSV = ("path", "doc_type", "key", "title", "issued_on", "section", "relation", "status", "text", "start", "end")
_CITED_CSV = ("section", "relation", "doc_type", "key", "name", "status", "reason", "work", "text", "start", "end")


def print_citing(
    store: Path,
    reference: str,
    relations: Sequence[str],
    output: str,
    *,
    transitive: bool,
    by_name: bool,
    say: Messages,
) -> int:
    """Print who cites a reference; return the exit code."""

    def run(archive: Store) -> None:
        _require_relations(relations)
        _say_pending(archive, say)
        answer = cites(archive, reference, transitive=transitive, by_name=by_name, relations=relations)
        rows = [_mention_fields(mention) for mention in answer.mentions]
        if output == "json":
            print_json(rows)
            return
        if output == "csv":
            ends = [{"start": one.start, "end": one.end} for one in answer.mentions]
            print_csv([row | end for row, end in zip(rows, ends, strict=True)], _CSV)
            return
        for work in answer.works:
            complain(say("note"), say("cites.work", work=_work_line(work)))
        print_table(
            [say(f"citing.{column}") for column in ("date", "document", "section", "relation", "text", "status")],
            [_mention_row(one, say) for one in answer.mentions],
            wide=(1, 4),
        )
        documents = len({mention.document_id for mention in answer.mentions})
        complain(say("note"), say("cites.total", mentions=len(answer.mentions), documents=documents))

    return ask(store, run, say)


def print_cited(store: Path, document: str, output: str, say: Messages) -> int:
    """Print what a document cites."""

    def run(archive: Store) -> None:
        _say_pending(archive, say)
        found = cited_by(archive, document)
        if output == "json":
            print_json([asdict(one) for one in found])
        elif output == "csv":
            print_csv([asdict(one) | {"work": one.work.identity if one.work else ""} for one in found], _CITED_CSV)
        else:
            columns = ("citing.section", "citing.relation", "citing.text", "citing.work", "citing.status")
            print_table([say(column) for column in columns], [_cited_row(one, say) for one in found], wide=(2, 3))

    return ask(store, run, say)


def print_chain(store: Path, document: str, output: str, say: Messages) -> int:
    """Print from what a document derives, and what derives from it: a tree, or nodes and edges."""

    def run(archive: Store) -> None:
        _say_pending(archive, say)
        found = chain(archive, document)
        if output == "json":
            print_json(asdict(found))
        elif output == "csv":
            print_csv([asdict(edge) for edge in found.edges], ("above", "below", "relation"))
        else:
            _print_trees(found, say)

    return ask(store, run, say)


def print_conflicts(store: Path, output: str, say: Messages) -> int:
    """Print of which works documents say different things."""

    def run(archive: Store) -> None:
        found = conflicts(archive)
        if output == "json":
            print_json([asdict(one) for one in found])
            return
        rows = [
            {
                "kind": one.kind,
                "work": one.key or one.name or one.works[0],
                "said": [f"{saying.value} ({saying.times}×)" for saying in one.sayings],
            }
            for one in found
        ]
        if output == "csv":
            print_csv(rows, ("kind", "work", "said"))
            return
        columns = [say("conflicts.kind"), say("citing.work"), say("conflicts.said")]
        lines = [(say(f"conflicts.{row['kind']}"), row["work"], " | ".join(row["said"])) for row in rows]
        print_table(columns, lines, wide=(2,))
        complain(say("note"), say("conflicts.total", count=len(found)))

    return ask(store, run, say)


def _say_pending(archive: Store, say: Messages) -> None:
    """Say if there are documents whose citations were not looked at, for the answer leaves them out."""
    row = archive.row("SELECT count(*) AS pending FROM pending_documents")
    if row is not None and row["pending"]:
        complain(say("warning"), say("cites.pending", count=row["pending"]))


def _require_relations(relations: Sequence[str]) -> None:
    known = [relation.value for relation in Relation]
    for relation in relations:
        if relation not in known:
            raise QueryError(reason=f"there is no relation {relation!r}; there are: {', '.join(known)}")


def _mention_fields(mention: CitingMention) -> dict[str, object]:
    """The published form of a citing mention: its keys never change."""
    return {
        "path": mention.path,
        "doc_type": mention.doc_type,
        "key": mention.key,
        "title": mention.title,
        "issued_on": mention.issued_on,
        "section": mention.section,
        "relation": mention.relation,
        "status": mention.status,
        "text": mention.text,
        "span": {"start": mention.start, "end": mention.end},
    }


def _mention_row(mention: CitingMention, say: Messages) -> tuple[object, ...]:
    document = " · ".join(filter(None, (mention.number, shortened(mention.title), mention.issuer))) or mention.path
    return (
        mention.issued_on or "–",
        document,
        mention.section or "–",
        Relation(mention.relation).label,
        mention.text,
        _status(mention.status, mention.reason, say),
    )


def _cited_row(one: CitedWork, say: Messages) -> tuple[object, ...]:
    works = [_work_line(one.work)] if one.work is not None else [f"? {_work_line(work)}" for work in one.candidates]
    return (
        one.section or "–",
        Relation(one.relation).label,
        one.text,
        "; ".join(works) or "–",
        _status(one.status, one.reason, say),
    )


def _status(status: str | None, reason: str | None, say: Messages) -> str:
    """The status, with its reason where it was not simply read off."""
    if status is None:
        return "–"
    return say(f"status.{status}") if status == "resolved" else f"{say(f'status.{status}')}: {say(f'reason.{reason}')}"


def _work_line(work: KnownWork) -> str:
    label = DocumentType(work.doc_type).label if work.doc_type else ""
    named = work.key or work.name or work.identity
    return clean(
        " · ".join(filter(None, (f"{label} {named}".strip(), work.issued_on, shortened(work.title), work.issuer)))
    )


def _print_trees(found: Chain, say: Messages) -> None:
    from rich.console import Console
    from rich.text import Text
    from rich.tree import Tree

    nodes = {node.id: node for node in found.nodes}
    root = Tree(Text(say("chain.title", count=len(nodes))))
    seen: set[str] = set()

    def grow(branch: Tree, node: ChainNode, relation: str | None) -> None:
        words = Text(f"{Relation(relation).label}: " if relation else "")
        words.append(_node_line(node), style="bold" if node.id == found.asked else "")
        if node.document_id is None:
            words.append(f" ({say('chain.not_held')})", style="dim")
        if node.id in seen and found.below(node.id):
            branch.add(words.append(" …"))
            return
        seen.add(node.id)
        deeper = branch.add(words)
        for edge in found.below(node.id):
            grow(deeper, nodes[edge.below], edge.relation)

    for top in found.tops():
        grow(root, top, None)
    console = Console(file=sys.stdout) if sys.stdout.isatty() else Console(file=sys.stdout, width=160)
    console.print(root)
    if not found.is_complete:
        complain(say("note"), say("chain.cut"))


def _node_line(node: ChainNode) -> str:
    label = DocumentType(node.doc_type).label if node.doc_type else ""
    facts = (f"{label} {node.number or ''}".strip(), node.issued_on, shortened(node.title), node.issuer)
    return clean(" · ".join(filter(None, facts)) or node.path or node.id)
