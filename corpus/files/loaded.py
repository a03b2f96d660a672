"""What loading hands over: the text of one document, and what there is to say of how it was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.files.pages import NO_PAGES, PageMap

__all__ = ["LoadWarning", "LoadedText", "WarningCode"]


class WarningCode(StrEnum):
    """What a reader of the text should know about how it was made. The wording is the command line's."""

    AMBIGUOUS_ENCODING = "ambiguous_encoding"
    """The letters fit more than one encoding; ``detail`` names what was chosen, and what else it could be."""

    UNDECODED = "undecoded"
    """Letters that no known encoding explains were kept as stored; ``detail`` shows some."""

    CONVERTED_ENCODING = "converted_encoding"
    """The text was stored in an old encoding; ``detail`` names it."""

    RECOGNISED = "recognised"
    """The text, or a page of it, comes from optical character recognition."""

    LOW_CONFIDENCE = "low_confidence"
    """The recognition doubts itself; ``detail`` is its mean confidence in percent."""

    BAD_TEXT_LAYER = "bad_text_layer"
    """A page carries text that is worse than none; it was recognised anew where that was possible."""

    NOT_RECOGNISED = "not_recognised"
    """A page is an image and was left out; ``detail`` says why (a missing program, or the caller's wish)."""

    FALLBACK = "fallback"
    """A lesser program read the file, and lost what ``detail`` names (automatic numbering, tables)."""

    DAMAGED_PART = "damaged_part"
    """A part of the file cannot be read and was left out; ``detail`` names it."""


@dataclass(frozen=True, slots=True)
class LoadWarning:
    """Something that a reader of the text should know. ``page`` is its page where it concerns one."""

    code: WarningCode
    detail: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LoadedText:
    """The text of one document, and the facts that tie records to it.

    ``text`` of a plain text file in UTF-8 is the decoded content with nothing translated: newlines as stored, a byte
    order mark kept as its first character. Of other formats it is what a reader sees, in reading order, one paragraph
    or table row a line.
    ``sha256`` is of the input's bytes; ``name`` is the path as given, the name of a stream, or for a document inside
    another file both names: ``archive.zip!/folder/inner.docx``.
    """

    name: str
    text: str
    media_type: str
    sha256: str
    loader: str = "text"
    """Which loader read it: the name of the format's module."""

    loader_version: str = "1"
    """The version of its rules, then the programs and libraries at work: ``2 libreoffice/7.4.7.2``."""

    pages: PageMap = NO_PAGES
    warnings: tuple[LoadWarning, ...] = ()

    @property
    def chars(self) -> int:
        """The length of the text in Unicode code points, the unit of every span."""
        return len(self.text)

    @property
    def ocr(self) -> bool:
        """Whether any of the text comes from optical character recognition."""
        return self.pages.ocr

    @property
    def ocr_confidence(self) -> float | None:
        """Mean confidence of the recognition, from 0 to 1; ``None`` where nothing was recognised."""
        return self.pages.confidence
