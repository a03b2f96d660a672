"""JSON Lines: the full record of a document a line, as ``trichluc show --format jsonl`` prints it: reviews applied."""

from __future__ import annotations

import json
from typing import BinaryIO

from corpus.export.options import Options
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally

__all__ = ["write_jsonl"]


def write_jsonl(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the records; ``source.path`` is the first of the document's paths."""
    tally = Tally()
    for document in snapshot.documents():
        record = snapshot.record(document)
        out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
        tally.write()
    return tally.report()
