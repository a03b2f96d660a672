"""What a document says of itself and of others, as the citator reads it from the archive."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass
from functools import lru_cache

from corpus.citator.scope import home_of
from extractor.names.places import Home
from schemas.number import key_parts

__all__ = ["ITSELF", "CitingDocument", "Mention", "citing_document", "date"]

ITSELF = ""
"""The id of the mention that a document makes of itself, in its letterhead."""


@dataclass(frozen=True, slots=True)
class CitingDocument:
    """What the document of a mention tells about it."""

    id: int
    home: Home
    issued_on: dt.date | None


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a work: by another document, or by the work itself in its letterhead."""

    document: CitingDocument
    id: str
    doc_type: str | None
    key: str | None
    serial: int | None
    symbol: str | None
    name: str | None
    issuer: str | None
    issued_on: dt.date | None
    title: str | None
    text: str
    start: int = 0
    end: int = 0

    @classmethod
    def of_citation(cls, row: sqlite3.Row, document: CitingDocument) -> Mention:
        """A row of ``citations``."""
        return cls(
            document, row["id"], row["doc_type"], row["key"], row["serial"], row["symbol"], row["name"], row["issuer"],
            date(row["issued_on"]), row["title"], row["text"], row["span_start"], row["span_end"],
        )  # fmt: skip

    @classmethod
    def of_document(cls, row: sqlite3.Row, document: CitingDocument) -> Mention:
        """A row of ``documents``: its letterhead, as a mention of itself."""
        key = row["key"]
        parts = key_parts(key) if key else None
        return cls(
            document, ITSELF, row["doc_type"], key, parts.serial if parts else None, parts.symbol if parts else None,
            None, row["issuer"], document.issued_on, row["title"], row["title"] or "",
        )  # fmt: skip


def citing_document(row: sqlite3.Row) -> CitingDocument:
    """A row of ``documents`` as the background of its mentions."""
    return CitingDocument(row["id"], home_of(row["issuer"], row["parent_issuer"], row["place"]), date(row["issued_on"]))


@lru_cache(8192)
def date(text: str | None) -> dt.date | None:
    """A date as the archive keeps it."""
    return dt.date.fromisoformat(text) if text else None
