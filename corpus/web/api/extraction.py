"""Extraction without keeping: a text or a file in, its record out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, File, Form, HTTPException, Request, UploadFile
from pydantic import StringConstraints

from corpus.errors import QueryError
from corpus.files import Recognition
from corpus.web.api import models
from corpus.web.api.documents import without_folders
from corpus.web.archives import SettingsOf
from corpus.web.extracting import BusyError, Extractors, Sent
from corpus.web.incoming import limits_of, safe_name
from schemas import Directive

__all__ = ["router"]

router = APIRouter(tags=["extraction"])

_RETRY_SECONDS = 10
_LONGEST_TEXT = 1_000_000
_PASTED = "text.txt"


@router.post("/extract")
def extract(
    request: Request,
    settings: SettingsOf,
    file: Annotated[
        UploadFile | None, File(description="One document: .docx, .doc, .odt, .rtf, .pdf, .xlsx, .html, .txt, …")
    ] = None,
    text: Annotated[
        Annotated[str, StringConstraints(max_length=_LONGEST_TEXT)] | None, Form(description="Or its text.")
    ] = None,
    ocr: Annotated[Recognition, Form(description="When pages of a file are read as images.")] = Recognition.AUTO,
) -> models.Extraction:
    """The record of a file or of a text. Nothing is stored.

    It is read in a process of its own, within bounds of time and memory: what hangs or crashes its reader is answered
    with 422.
    """
    if (file is None) == (text is None):
        raise QueryError(reason="give a file or a text")

    def receive() -> Sent:
        if file is not None:
            return Sent(safe_name(file.filename or ""), file.file.read(), limits_of(settings), ocr)
        return Sent(_PASTED, (text or "").encode(), limits_of(settings), ocr)

    extractors: Extractors = request.app.state.extractors
    try:
        found = extractors.extract(receive)
    except BusyError:
        raise HTTPException(503, headers={"Retry-After": str(_RETRY_SECONDS)}) from None
    return models.Extraction(
        record=without_folders(Directive.model_validate_json(found.record)),
        text=found.text,
        warnings=[models.LoadWarning(code=code, detail=detail, page=page) for code, detail, page in found.warnings],
    )
