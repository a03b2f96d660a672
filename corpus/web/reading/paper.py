"""Everything that the archive knows of one document, and what readers said of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.cli.places import Places
from corpus.errors import UnknownDocumentError
from corpus.extraction import Document
from corpus.files import LoadWarning, WarningCode
from corpus.reviews import RECORD_LAYERS, Kept, Layer, State, Verdict, of
from corpus.store import Store
from corpus.store.reading import load_document
from corpus.web.naming import document_address, file_name
from schemas import Citation, Deadline, Directive, Responsibility, Target

__all__ = ["LAYERS", "AnyRecord", "Paper", "Placed", "open_paper"]

AnyRecord = Citation | Deadline | Target | Responsibility

LAYERS: Mapping[Layer, str] = {
    Layer.CITATIONS: "cit",
    Layer.DEADLINES: "due",
    Layer.TARGETS: "tgt",
    Layer.RESPONSIBILITIES: "rsp",
}
"""The layers of records by the class that their elements have on a page."""

_STANDING = (State.APPLIED, State.MOVED)

_FACTS = """
SELECT id, sha256, media_type, characters, pages, loader, loader_version, is_recognised, recognition_confidence,
    load_warnings, extractor_version, stored_at
FROM documents WHERE sha256 GLOB :sha256
"""


@dataclass(frozen=True, slots=True)
class Placed:
    """A record with its layer."""

    layer: Layer
    record: AnyRecord
    is_rejected: bool = False
    """Whether a reader said that it is none: then it stands in the extraction alone."""


@dataclass(frozen=True)
class Paper:
    """A document that lies on the table."""

    id: int
    sha256: str
    document: Document
    """With its reviews applied."""
    rejected: Mapping[Layer, Sequence[AnyRecord]]
    kept: Sequence[Kept]
    """Everything that was said of it, in order."""
    paths: Sequence[str]
    warnings: Sequence[LoadWarning]
    media_type: str
    characters: int
    pages: int | None
    loader: str | None
    loader_version: str | None
    is_recognised: bool
    recognition_confidence: float | None
    extractor_version: str
    stored_at: str

    @property
    def address(self) -> str:
        """The address of its page."""
        return document_address(self.sha256)

    @property
    def directive(self) -> Directive:
        """What is held to be true of it."""
        return self.document.directive

    @property
    def text(self) -> str:
        """Its text as it was loaded, which all spans count in."""
        return self.document.loaded.text

    @property
    def file(self) -> str:
        """The name of one of its files."""
        return file_name(self.paths[0]) if self.paths else ""

    @cached_property
    def places(self) -> Places:
        """Lines and sections in words."""
        return Places(self.document)

    @cached_property
    def records(self) -> Sequence[Placed]:
        """All records of all layers as they stand in the text, the rejected ones among them."""
        return sorted(self._records(), key=lambda one: (one.record.span.start, -one.record.span.end))

    def _records(self) -> Iterator[Placed]:
        for layer in RECORD_LAYERS:
            yield from (Placed(layer, record) for record in getattr(self.directive, layer.value))
            yield from (Placed(layer, record, is_rejected=True) for record in self.rejected.get(layer, ()))

    def find(self, record_id: str) -> Placed | None:
        """The record of an id; ``None`` where there is none."""
        return next((one for one in self.records if one.record.id == record_id), None)

    def said_of(self, layer: Layer, record_id: str | None = None) -> list[Kept]:
        """What was said of a record, or of the header or the whole, the last first."""
        return [one for one in reversed(self.kept) if one.review.layer is layer and one.record_id == record_id]

    def verdict_on(self, layer: Layer, record_id: str | None = None) -> Kept | None:
        """What of that counts."""
        return next((one for one in self.said_of(layer, record_id) if one.state in _STANDING), None)

    @property
    def orphaned(self) -> list[Kept]:
        """What was said of records that are not in the text any more."""
        return [one for one in self.kept if one.state is State.ORPHANED]

    @cached_property
    def verdicts(self) -> Mapping[tuple[Layer, str | None], Verdict]:
        """What counts, by layer and record."""
        return {(one.review.layer, one.record_id): one.review.verdict for one in self.kept if one.state in _STANDING}


def open_paper(store: Store, sha256: str) -> Paper:
    """The document whose SHA-256 begins so. Raises ``UnknownDocumentError`` where there is none, or more than one."""
    rows = store.rows(_FACTS, {"sha256": f"{sha256}*"})
    if len(rows) != 1:
        raise UnknownDocumentError(name=sha256)
    (row,) = rows
    document_id: int = row["id"]
    kept = of(store, document_id)
    paths = store.rows("SELECT path FROM locations WHERE document_id = ? ORDER BY path", (document_id,))
    return Paper(
        id=document_id,
        sha256=row["sha256"],
        document=load_document(store, document_id),
        rejected=_rejected(store, document_id, kept),
        kept=kept,
        paths=[path[0] for path in paths],
        warnings=[
            LoadWarning(WarningCode(one["code"]), one["detail"], one["page"])
            for one in json.loads(row["load_warnings"])
        ],
        media_type=row["media_type"],
        characters=row["characters"],
        pages=row["pages"],
        loader=row["loader"],
        loader_version=row["loader_version"],
        is_recognised=bool(row["is_recognised"]),
        recognition_confidence=row["recognition_confidence"],
        extractor_version=row["extractor_version"],
        stored_at=row["stored_at"],
    )


def _rejected(store: Store, document_id: int, kept: Sequence[Kept]) -> dict[Layer, list[AnyRecord]]:
    """The extracted records that readers rejected, by layer: the reviewed record does not have them any more."""
    ids = {
        (one.review.layer, one.record_id)
        for one in kept
        if one.state in _STANDING and one.review.verdict is Verdict.REJECTED
    }
    if not ids:
        return {}
    extracted = load_document(store, document_id, as_extracted=True).directive
    return {
        layer: [one for one in getattr(extracted, layer.value) if (layer, one.id) in ids] for layer in RECORD_LAYERS
    }
