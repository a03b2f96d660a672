"""Annotated documents: ``NAME.gold.json`` (standoff annotation) beside ``NAME.txt``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import GoldError

__all__ = ["GoldDocument", "Record", "load_gold"]

Record = Mapping[str, Any]
"""One record in its JSON form: what the extractor prints, or one entry of the annotation."""

_ALL_LAYERS = ("header", "sections", "citations", "deadlines", "targets", "responsibilities")


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document as annotated.

    ``layers`` names what was annotated; only that is scored. ``sha256`` is of the file's bytes.
    """

    name: str
    text: str
    sha256: str
    layers: frozenset[str]
    header: Record
    records: Mapping[str, Sequence[Record]]
    """The annotated records by layer, sections among them."""


def load_gold(folder: Path) -> list[GoldDocument]:
    """Load every annotated document of a folder, by name.

    Raises ``GoldError`` where the folder holds none, a text is missing, or a text is not the one that was annotated.
    """
    if not folder.is_dir():
        raise GoldError(name=str(folder), reason="is not a folder")
    documents = [_load(path) for path in sorted(folder.glob("*.gold.json"))]
    if not documents:
        raise GoldError(name=str(folder), reason="holds no *.gold.json")
    return documents


def _load(path: Path) -> GoldDocument:
    try:
        gold = json.loads(path.read_text("utf-8"))
        content = (path.parent / gold["text"]).read_bytes()
        text = content.decode("utf-8")
        layers = frozenset(gold.get("layers") or _ALL_LAYERS)
        records = {layer: gold[layer] for layer in _ALL_LAYERS if layer != "header" and layer in layers}
        header = gold["header"] if "header" in layers else {}
        expected = gold["sha256"]
    except OSError as error:
        raise GoldError(name=str(path), reason=f"{error.filename} cannot be read ({error.strerror})") from error
    except ValueError as error:
        raise GoldError(name=str(path), reason=f"is malformed ({error})") from error
    except (KeyError, TypeError) as error:
        raise GoldError(name=str(path), reason=f"is not annotation: {error!r}") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise GoldError(name=gold["text"], reason="is not the text that was annotated")
    return GoldDocument(name=gold["text"], text=text, sha256=expected, layers=layers, header=header, records=records)
