"""Whether ``cites`` finds the documents that cite a work: answers against annotated documents.

    python -m benchmarks.cites GOLD_DIR…

Every work that is cited in the annotation is asked for as a person would type it (``01-KL/TW``, ``Luật Công đoàn``),
and the documents in the answer are compared with those whose annotation cites it. Annotated mentions are one work where
the number is the same, or, without one, where the type and the canonical name are.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.measure import print_table
from corpus.citator import cites, resolve
from corpus.citator.reference import read_reference
from corpus.extraction import extract_file
from corpus.store import FileState, Store, StoredFile, prepare, writing
from schemas import DocumentType

_Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Pairs of a work and a document that cites it."""

    wanted: _Pairs
    found: _Pairs

    def row(self, label: str) -> tuple[str, str, str, str, str]:
        """The figures under one label."""
        right = len(self.wanted & self.found)
        return (
            label,
            str(len({work for work, _ in self.wanted})),
            str(len(self.wanted)),
            f"{right / (len(self.found) or 1):.3f}",
            f"{right / (len(self.wanted) or 1):.3f}",
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, metavar="GOLD_DIR")
    folders: Sequence[Path] = parser.parse_args().folders
    golds = [path for folder in folders for path in sorted(folder.glob("*.gold.json")) if _cited(path)]
    with tempfile.TemporaryDirectory() as scratch, Store.create(Path(scratch) / "archive.db") as store:
        _fill(store, [_text_of(path) for path in golds])
        numbered, named = _compare(store, golds)
    together = _Outcome(numbered.wanted | named.wanted, numbered.found | named.found)
    rows = {"with a number": numbered, "by name": named, "all": together}
    print_table(
        ("works", "works", "pairs", "precision", "recall"), (outcome.row(label) for label, outcome in rows.items())
    )
    for sign, pairs in (("missed", together.wanted - together.found), ("wrong", together.found - together.wanted)):
        for work, document in sorted(pairs):
            print(f"{sign}: {work} in {document}")


def _compare(store: Store, golds: Sequence[Path]) -> tuple[_Outcome, _Outcome]:
    """What is wanted and found of works with a number, and of others."""
    typed: dict[str, str] = {}
    citing: _Pairs = set()
    for path in golds:
        for work, reference in _works(_cited(path)):
            typed.setdefault(work, reference)
            citing.add((work, _text_of(path).name))
    # A statute's number beside its title is a mention of the statute by its name, too.
    titles = {
        (work, _text_of(path).name)
        for path in golds
        for cited in _cited(path)
        if cited.get("key") and (title := cited.get("title"))
        for work, _ in _works([{"doc_type": cited["doc_type"], "name": title}])
        if work in typed
    }
    found = {
        (work, Path(mention.path).name)
        for work, reference in typed.items()
        for mention in cites(store, reference).mentions
    }
    numbers = {work for work in typed if work.startswith("số ")}
    return _part(citing | titles, found, numbers), _part(citing | titles, found, set(typed) - numbers)


def _part(wanted: _Pairs, found: _Pairs, works: set[str]) -> _Outcome:
    return _Outcome({pair for pair in wanted if pair[0] in works}, {pair for pair in found if pair[0] in works})


def _works(citations: Iterable[dict[str, str | None]]) -> Iterator[tuple[str, str]]:
    """What tells each cited work from others, and how a person would type it."""
    for cited in citations:
        doc_type = cited.get("doc_type")
        if key := cited.get("key"):
            yield f"số {key}", key
        elif name := cited.get("name"):
            reference = name if doc_type in (None, "khac") else f"{DocumentType(doc_type).label} {name}"
            read = read_reference(reference)
            yield f"{read.kind} {read.name} {read.owner or ''} {read.year or ''}".strip(), reference


def _cited(path: Path) -> list[dict[str, str | None]]:
    cited: list[dict[str, str | None]] = json.loads(path.read_text("utf-8")).get("citations", [])
    return cited


def _text_of(gold: Path) -> Path:
    return gold.with_name(gold.name.removesuffix(".gold.json") + ".txt")


def _fill(store: Store, texts: Iterable[Path]) -> None:
    with writing(store) as writer:
        for path in texts:
            document = prepare(extract_file(path), extractor_version="benchmark")
            writer.put_file(FileState(str(path), 0, 0), [StoredFile(str(path), document.sha256, document)], [])
    resolve(store)


if __name__ == "__main__":
    main()
