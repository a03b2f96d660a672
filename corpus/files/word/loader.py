"""The loader of .docx files."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from corpus.files.blocks import Block, Paragraph, Piece, flow
from corpus.files.loader import Body, Job
from corpus.files.word.names import attribute, child, is_on, relation_id, w
from corpus.files.word.numbering import Numbering
from corpus.files.word.package import Package
from corpus.files.word.story import StoryReader
from corpus.files.word.styles import Styles

__all__ = ["WordLoader"]

_LEAST_LETTERS = 3
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class WordLoader:
    """Reads Word documents: the text as it is printed, its notes after it.

    The header of the first page stands before the text and its footer at the end, where they say anything: a number of
    pages alone does not.
    """

    name = "docx"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text. Raises a ``FileError`` for what is no whole Word document, or more than the limits allow."""
        package = Package.open(content, job)
        blocks = list(_Document(package).blocks())
        job.seconds_left()
        text, warnings = flow(blocks)
        return Body(text, warnings=(*package.warnings, *warnings))


class _Document:
    """One document: its parts put in order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._notes: list[tuple[str, str]] = []
        self._reader = StoryReader(
            Styles(package.of_kind("styles")), Numbering(package.of_kind("numbering")), self._note_sign
        )

    def blocks(self) -> Iterator[Block]:
        root = self._package.document()
        body = child(root, "body")
        if body is None:
            return
        section = next(root.iter(w("sectPr")), None)
        yield from self._running(section, "header")
        yield from self._reader.blocks(body)
        yield from self._running(section, "footer")
        yield from self._noted()

    def _note_sign(self, kind: str, identifier: str) -> str:
        self._notes.append((kind, identifier))
        return f"[{len(self._notes)}]"

    def _running(self, section: etree._Element | None, kind: str) -> Iterator[Block]:
        """Yield the header or footer of the first page, if there are words in it."""
        if section is None:
            return
        references = {attribute(found, "type"): found for found in section.iterfind(w(f"{kind}Reference"))}
        wanted = "first" if is_on(child(section, "titlePg")) else "default"
        if wanted not in references:
            return
        part = self._package.by_id(relation_id(references[wanted]))
        if part is None:
            return
        blocks = list(self._reader.blocks(part))
        letters = sum(character.isalpha() for text in _texts(blocks) for character in text)
        if letters >= _LEAST_LETTERS:
            yield from (block for block in blocks if not isinstance(block, Paragraph) or block.pieces)

    def _noted(self) -> Iterator[Block]:
        """Yield the notes that the text refers to, each behind its sign. Notes may refer to further ones."""
        parts = {kind: self._package.of_kind(f"{kind}s") for kind in {kind for kind, _ in self._notes}}
        found = {
            (kind, attribute(note, "id") or ""): note
            for kind, part in parts.items()
            if part is not None
            for note in part.iterfind(w(kind))
            if attribute(note, "type") not in _SEPARATORS
        }
        position = 0
        while position < len(self._notes):
            note = found.pop(self._notes[position], None)
            position += 1
            if note is None:
                continue
            for index, block in enumerate(self._reader.blocks(note)):
                if index == 0 and isinstance(block, Paragraph):
                    block.pieces.insert(0, Piece(f"[{position}] "))
                yield block


def _texts(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from (piece.text for piece in block.pieces)
        else:
            for row in block.rows:
                for cell in row:
                    yield from _texts(cell)
