"""Descriptive data of archived documents by Thông tư 02/2019/TT-BNV, as CSV: a document a row, a field a column."""

from __future__ import annotations

from typing import BinaryIO

from corpus.export.archival.describing import described
from corpus.export.archival.fields import Field, rule
from corpus.export.archival.values import VALUES, Described
from corpus.export.csv_tables import cell_text, csv_text, csv_writer
from corpus.export.options import Options
from corpus.export.plain import one_line, shortened
from corpus.export.reading import Snapshot
from corpus.export.report import Report, Tally

__all__ = ["write_thongtu02"]


def write_thongtu02(snapshot: Snapshot, out: BinaryIO, options: Options) -> Report:
    """Write the table; what is longer than the rule allows is cut, and counted as ``shortened``."""
    fields, tally = rule("thongtu02").fields, Tally()
    with csv_text(out, options) as text:
        writer = csv_writer(text, options, [field.name for field in fields])
        for document in described(snapshot):
            writer.writerow([cell_text(_cell(field, document, tally)) for field in fields])
            tally.write()
    return tally.report()


def _cell(field: Field, document: Described, tally: Tally) -> str:
    if field.value is None:
        return ""
    text = one_line("; ".join(VALUES[field.value](document)))
    if field.length is not None and len(text) > field.length:
        tally.leave_out("shortened")
        return shortened(text, field.length)
    return text
