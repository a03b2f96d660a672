"""From an archive to other tools: JSON Lines, CSV, Parquet, iCalendar, graphs, archival metadata.

    with Store.open("archive.db") as store:
        export(store, "ics", Path("deadlines.ics"), Selection(body="Sở Tài chính"))

One module a format; all of them read one state of the archive document by document, in an order that does not depend on
that of indexing, and write whole files or none. What each format holds is told in ``docs/exports.md``.
"""

from corpus.export.formats import FORMATS, Format, export, export_to
from corpus.export.options import Options
from corpus.export.report import Report
from corpus.export.selection import EVERYTHING, Selection

__all__ = ["EVERYTHING", "FORMATS", "Format", "Options", "Report", "Selection", "export", "export_to"]
