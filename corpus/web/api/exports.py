"""Exports: the files of ``trichluc export``, to be downloaded."""

from __future__ import annotations

import pathlib
import tempfile
import threading
import zipfile
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import FileResponse
from pydantic import Field
from starlette.background import BackgroundTask

from corpus.cli.exports import TableName
from corpus.errors import NoDeadlinesError
from corpus.export import FORMATS, Options, Selection, export
from corpus.store import Store
from corpus.store.reading import find_document
from corpus.web.api.queries import Day, InLanguage, Words
from corpus.web.archives import Archive
from corpus.web.rendering import language_of
from corpus.web.security.downloads import SANDBOXED, disposition
from schemas import Granularity

__all__ = ["EXPORTS_AT_ONCE", "MEDIA_TYPES", "router"]

router = APIRouter(tags=["exports"])

ExportName = StrEnum("ExportName", {name.upper(): name for name in FORMATS})  # type: ignore[misc]
"""The formats that there are."""

MEDIA_TYPES = {
    "jsonl": ("jsonl", "application/jsonl"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "parquet": ("parquet", "application/vnd.apache.parquet"),
    "ics": ("ics", "text/calendar; charset=utf-8"),
    "deadlines": ("json", "application/json"),
    "graphml": ("graphml", "application/graphml+xml"),
    "svg": ("svg", "image/svg+xml"),
    "spacy": ("spacy", "application/octet-stream"),
    "thongtu02": ("csv", "text/csv; charset=utf-8"),
    "edxml": ("xml", "application/xml"),
}
"""The suffix and the media type of each; a format of many files comes as a .zip of them."""
_FOLDER = ("zip", "application/zip")

EXPORTS_AT_ONCE = 2
"""Exports read the whole archive: more of them at once would take the disk from those who read."""
_RETRY_SECONDS = 30


class Exported(InLanguage):
    """Which documents and deadlines, and how they are laid out."""

    document: Words | None = Field(None, description="Only this document: its `id` or its number.")
    issued_from: Day | None = Field(None, description="Issued on this day or later.")
    issued_to: Day | None = Field(None, description="Issued on this day or earlier.")
    type: Words | None = Field(None, description="A document type, as in `doc_type`.")
    issuer: Words | None = Field(None, description="Words of the issuer's name, with marks or without.")
    due_from: Day | None = Field(None, description="Of deadlines: due on this day or later.")
    due_to: Day | None = Field(None, description="Of deadlines: due on this day or earlier.")
    body: Words | None = Field(None, description="Of deadlines: words of the name of a body that they bind.")
    table: TableName | None = Field(None, description="Of CSV and Parquet: one table; without it, a .zip of them.")
    bom: bool = Field(default=False, description="Of CSV: begin with a byte order mark, so that Excel knows UTF-8.")
    delimiter: str = Field(",", pattern=r"^[,;\t|]$", description="Of CSV: what stands between cells.")
    todo: bool = Field(default=False, description="Of iCalendar: tasks instead of events.")
    longest: Granularity = Field(Granularity.QUARTER, description="Of iCalendar: the longest period that is entered.")
    around: Words | None = Field(
        None, description="Of SVG: only what cites the work of this number, or is cited by it."
    )
    most: int = Field(50, ge=1, le=500, description="Of SVG: at most so many boxes.")

    def selection(self, store: Store) -> Selection:
        """The conditions. Raises ``QueryError`` where no one document is meant."""
        return Selection(
            issued_from=self.issued_from,
            issued_to=self.issued_to,
            doc_type=self.type,
            issuer=self.issuer,
            document=find_document(store, self.document) if self.document is not None else None,
            due_from=self.due_from,
            due_to=self.due_to,
            body=self.body,
        )


@router.get(
    "/exports/{format}",
    response_class=Response,
    responses={
        200: {"content": {kind: {} for _, kind in sorted({*MEDIA_TYPES.values(), _FOLDER}, key=lambda one: one[1])}}
    },
)
def download_export(
    request: Request,
    format: Annotated[ExportName, Path(description="The format.")],
    archive: Archive,
    query: Annotated[Exported, Query()],
) -> Response:
    """The archive, or a part of it, in another program's format: what each holds is told in `docs/exports.md`."""
    options = Options(
        table=query.table,
        bom=query.bom,
        delimiter=query.delimiter,
        todo=query.todo,
        longest=query.longest,
        around=query.around,
        most=query.most,
        language=language_of(request).value,
    )
    selection = query.selection(archive)
    if selection.is_of_deadlines and not FORMATS[format].has_deadlines:
        raise NoDeadlinesError(format=format)
    running: threading.BoundedSemaphore = request.app.state.exports
    if not running.acquire(blocking=False):
        raise HTTPException(503, headers={"Retry-After": str(_RETRY_SECONDS)})
    place = tempfile.TemporaryDirectory(prefix="trichluc-export-")
    try:
        suffix, media_type = _FOLDER if FORMATS[format].is_folder(options) else MEDIA_TYPES[format]
        path = pathlib.Path(place.name) / f"trichluc-{query.table or format}.{suffix}"
        _write(archive, format, path, selection, options)
    except BaseException:
        place.cleanup()
        raise
    finally:
        running.release()
    headers = {"Content-Disposition": disposition(path.name), **SANDBOXED}
    return FileResponse(path, headers=headers, media_type=media_type, background=BackgroundTask(place.cleanup))


def _write(store: Store, format_name: str, path: pathlib.Path, selection: Selection, options: Options) -> None:
    if not FORMATS[format_name].is_folder(options):
        export(store, format_name, path, selection, options)
        return
    folder = path.with_suffix("")
    export(store, format_name, folder, selection, options)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            archive.write(file, file.relative_to(folder.parent))
