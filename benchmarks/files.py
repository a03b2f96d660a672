"""What the records of a file are worth beside those of its annotated text.

    python -m benchmarks.files GOLD_DIR FILES_DIR

The texts of GOLD_DIR were made by other converters, so that offsets cannot be compared: citations are compared as the
set of works cited, top sections as the sequence of their markers and kinds, and the text by its words. A file belongs
to the annotated text whose name begins alike, the number in front left aside. Each line has the F1 of the records made
from the loaded file, that of the records made from the annotated text itself, and the seconds that loading took.
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any

from corpus.errors import FileError
from corpus.extraction import extract_loaded
from corpus.files import load
from schemas import Directive

_BULLETS = frozenset("-+*•–")
_ALIKE = 20
_WORD = re.compile(r"\w+")


def f1(gold: Iterable[Hashable], found: Iterable[Hashable]) -> float:
    """F1 of two bags."""
    wanted, got = Counter(gold), Counter(found)
    total = wanted.total() + got.total()
    return 2 * (wanted & got).total() / total if total else 1.0


def works_of(directive: Directive) -> set[str]:
    return {citation.key for citation in directive.citations if citation.key}


def tops_of(directive: Directive) -> list[tuple[str, str | None]]:
    tops = (section for section in directive.sections if section.parent is None and section.marker not in _BULLETS)
    return [(_folded(section.marker or ""), section.kind) for section in tops]


def score(gold: dict[str, Any], directive: Directive) -> tuple[float, float]:
    """F1 of the works cited and of the top sections."""
    works = {citation["key"] for citation in gold["citations"] if citation["key"]}
    tops = [
        (_folded(section["marker"] or ""), section.get("kind"))
        for section in gold["sections"]
        if section["level"] == 1 and section["marker"] not in _BULLETS
    ]
    return f1(works, works_of(directive)), f1(tops, tops_of(directive))


def words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def main(gold_folder: Path, files_folder: Path) -> None:
    texts = {_stem(path.name): path for path in sorted(gold_folder.glob("*.gold.json"))}
    print(f"{'file':44} {'works':>13} {'sections':>13} {'words':>6} {'s':>6}")
    for path in sorted(path for path in files_folder.iterdir() if path.is_file()):
        shown = path.name[:44]
        begun = time.perf_counter()
        try:
            loaded = load(path)
        except FileError as error:
            print(f"{shown:44} {error.code}: {error}")
            continue
        seconds = time.perf_counter() - begun
        directive = extract_loaded(loaded).directive
        match = next((gold for stem, gold in texts.items() if stem[:_ALIKE] == _stem(path.name)[:_ALIKE]), None)
        if match is None:
            cited, tops = len(works_of(directive)), len(tops_of(directive))
            print(f"{shown:44} {cited:7} cited {tops:9} top {'':6} {seconds:6.2f} {directive.header.doc_type}")
            continue
        gold = json.loads(match.read_text("utf-8"))
        text = load(gold_folder / gold["text"])
        works, sections = score(gold, directive)
        works_there, sections_there = score(gold, extract_loaded(text).directive)
        alike = f1(words(text.text), words(loaded.text))
        print(
            f"{shown:44} {works:6.3f} {works_there:6.3f} {sections:6.3f} {sections_there:6.3f} {alike:6.3f} "
            f"{seconds:6.2f} {directive.header.doc_type}"
        )


def _stem(name: str) -> str:
    return name.partition("-")[2].partition(".")[0]


def _folded(marker: str) -> str:
    return " ".join(_WORD.findall(marker.casefold()))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
