"""From an input to its record: loading and extraction in one step."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.files import Limits, LoadedText, load

if TYPE_CHECKING:
    from schemas import Directive, Source

__all__ = ["Document", "extract_file", "extract_loaded", "source_of"]


@dataclass(frozen=True, slots=True)
class Document:
    """A record beside the text that its spans point into."""

    loaded: LoadedText
    directive: Directive


def extract_file(path: str | os.PathLike[str], *, limits: Limits | None = None) -> Document:
    """Load and extract one file. Raises ``corpus.errors.FileError`` where it cannot be read."""
    return extract_loaded(load(path, limits=limits or Limits()))


def extract_loaded(loaded: LoadedText) -> Document:
    """Extract a text that is already loaded; the record's source says which file it is and how it was read."""
    import extractor

    return Document(loaded, extractor.extract(loaded.text, source=source_of(loaded)))


def source_of(loaded: LoadedText) -> Source:
    """Return the source of a record: what the loaded text is of, who loaded it, and its pages."""
    from schemas import Page, Source, Span

    return Source(
        path=loaded.name,
        media_type=loaded.media_type,
        sha256=loaded.sha256,
        chars=loaded.chars,
        loader=loaded.loader,
        loader_version=loaded.loader_version,
        ocr=loaded.ocr,
        ocr_confidence=_rounded(loaded.ocr_confidence),
        pages=tuple(
            Page(
                number=page.number, span=Span(start=page.start, end=page.end), ocr_confidence=_rounded(page.confidence)
            )
            for page in loaded.pages.pages
            if page.start < page.end
        ),
    )


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, 3)
