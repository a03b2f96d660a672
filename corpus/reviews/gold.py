"""Reviewed documents as annotation: ``NAME.gold.json`` beside ``NAME.txt``, as ``corpus.evaluate`` reads them.

Only the layers that can be reviewed are annotated: the outline is not among them. A text is written as it was loaded,
whatever kind of file it came from, so the SHA-256 in the annotation is that of the text file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corpus.errors import OutputNotWritableError
from corpus.export.placing import placed_file
from corpus.reviews.review import RECORD_LAYERS, Layer
from corpus.store import Store
from corpus.store.reading import load_document
from schemas import Directive

__all__ = ["annotation", "write_gold"]

_NAME_DIGITS = 16
_HEADER = ("doc_type", "key", "issued_on", "place", "issuer", "parent_issuer", "title")
_FIELDS: Mapping[Layer, tuple[str, ...]] = {
    Layer.CITATIONS: ("doc_type", "key", "name", "issued_on", "issuer", "title", "relation", "provisions"),
    Layer.DEADLINES: ("bound", "from", "to", "rrule", "inferred", "task_span"),
    Layer.TARGETS: ("comparator", "value", "value_max", "unit", "change"),
    Layer.RESPONSIBILITIES: ("body", "parent_body", "role", "inferred", "tasks"),
}
"""The annotated fields of a layer."""
_IN_THE_RECORD = {"from": "start", "to": "end"}
"""What a record calls a field: annotation keeps ``start`` and ``end`` for the span."""


def annotation(directive: Directive, name: str, text: bytes) -> dict[str, Any]:
    """The annotation of a document whose text is the file ``name``."""
    record = directive.model_dump(mode="json")
    places = {
        layer: {one["id"]: place for place, one in enumerate(record[layer.value])}
        for layer in (Layer.RESPONSIBILITIES, Layer.DEADLINES)
    }
    layers = {layer.value: [_annotated(layer, one, places) for one in record[layer.value]] for layer in RECORD_LAYERS}
    return {
        "text": name,
        "sha256": hashlib.sha256(text).hexdigest(),
        "layers": [Layer.HEADER.value, *layers],
        "header": {field: record["header"][field] for field in _HEADER},
        "sections": [],
        **layers,
    }


def _annotated(layer: Layer, record: Mapping[str, Any], places: Mapping[Layer, Mapping[str, int]]) -> dict[str, Any]:
    annotated = {"start": record["span"]["start"], "end": record["span"]["end"]}
    annotated |= {field: record[_IN_THE_RECORD.get(field, field)] for field in _FIELDS[layer]}
    if layer is Layer.DEADLINES:
        annotated["bodies"] = [places[Layer.RESPONSIBILITIES][body] for body in record["bodies"]]
    elif layer is Layer.TARGETS:
        bound = record["deadline"]
        annotated["deadline"] = places[Layer.DEADLINES][bound] if bound is not None else None
    return annotated


def write_gold(store: Store, folder: Path, *, everything: bool = False) -> int:
    """Write the documents that are marked as reviewed whole, or all that have a review; return how many.

    Raises ``OutputNotWritableError``, a ``StoreError``.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritableError(name=str(folder), reason=error.strerror or str(error)) from error
    chosen = _chosen(store, everything=everything)
    for document_id, sha256 in chosen:
        document = load_document(store, document_id)
        stem, text = sha256[:_NAME_DIGITS], document.loaded.text.encode("utf-8")
        gold = annotation(document.directive, f"{stem}.txt", text)
        with placed_file(folder / f"{stem}.txt") as file:
            file.write(text)
        with placed_file(folder / f"{stem}.gold.json") as file:
            file.write(json.dumps(gold, ensure_ascii=False, indent=1).encode("utf-8") + b"\n")
    return len(chosen)


def _chosen(store: Store, *, everything: bool) -> Sequence[tuple[int, str]]:
    sql = (
        "SELECT d.id, d.sha256 FROM documents AS d WHERE d.sha256 IN"
        " (SELECT sha256 FROM reviews WHERE state IN ('applied', 'moved')) ORDER BY d.sha256"
        if everything
        else "SELECT document_id, sha256 FROM reviewed_documents ORDER BY sha256"
    )
    return [(row[0], row[1]) for row in store.rows(sql)]
