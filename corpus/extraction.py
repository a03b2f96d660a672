"""From an input to its record: loading and extraction in one step."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.files import DEFAULT_MAX_BYTES, LoadedText, load_text

if TYPE_CHECKING:
    from schemas import Directive

__all__ = ["Document", "extract_file", "extract_loaded"]


@dataclass(frozen=True, slots=True)
class Document:
    """A record beside the text that its spans point into."""

    loaded: LoadedText
    directive: Directive


def extract_file(path: str | os.PathLike[str], *, max_bytes: int = DEFAULT_MAX_BYTES) -> Document:
    """Load and extract one file. Raises ``corpus.errors.FileError`` where it cannot be read."""
    return extract_loaded(load_text(path, max_bytes=max_bytes))


def extract_loaded(loaded: LoadedText) -> Document:
    """Extract a text that is already loaded; the record's source names its file, media type and hash."""
    import extractor
    from schemas import Source

    source = Source(path=loaded.name, media_type=loaded.media_type, sha256=loaded.sha256, chars=loaded.chars)
    return Document(loaded, extractor.extract(loaded.text, source=source))
