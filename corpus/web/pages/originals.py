"""The file behind a document: to be saved, and its pages as pictures."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Request, Response

from corpus.errors import FileError, MeansMissingError
from corpus.web.archives import Archive
from corpus.web.reading.originals import Original, find_original
from corpus.web.reading.pictures import DPI, picture
from corpus.web.rendering import language_of
from corpus.web.security.downloads import download
from corpus.web.wording import wording

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_KEPT = "private, max-age=604800, immutable"
"""A picture is of a content: under the same address it never changes."""

Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{16,64}$")]


@router.get("/documents/{sha256}/original")
def save_original(request: Request, archive: Archive, sha256: Sha256) -> Response:
    """The file as it was read, if it still is what it was."""
    original, media_type = _found(request, archive, sha256)
    return download(original.content, original.name, media_type)


@router.get("/documents/{sha256}/pages/{page}.png")
def show_page(
    request: Request, archive: Archive, sha256: Sha256, page: Annotated[int, Path(ge=1, le=10_000)]
) -> Response:
    """One page as a picture."""
    etag = f'"{sha256}-{page}-{DPI}"'
    headers = {"ETag": etag, "Cache-Control": _KEPT}
    if request.headers.get("If-None-Match") == etag:
        return Response(status_code=304, headers=headers)
    original, _ = _found(request, archive, sha256)
    say = wording(language_of(request))
    try:
        content = picture(original.content, original.name, page)
    except MeansMissingError:
        raise
    except FileError as error:
        raise HTTPException(404, say("document.page_not_drawn")) from error
    if content is None:
        raise HTTPException(404, say("document.no_such_page"))
    return Response(content, headers=headers, media_type="image/png")


def _found(request: Request, archive: Archive, sha256: str) -> tuple[Original, str]:
    """The original of a document and its media type; a problem where it is not there any more."""
    say = wording(language_of(request))
    rows = archive.rows("SELECT id, sha256, media_type FROM documents WHERE sha256 GLOB ?", (f"{sha256}*",))
    if len(rows) != 1:
        raise HTTPException(404, say("document.unknown"))
    (row,) = rows
    original = find_original(archive, row["id"], row["sha256"])
    if original is None:
        raise HTTPException(404, say("document.original_gone"))
    return original, row["media_type"]
