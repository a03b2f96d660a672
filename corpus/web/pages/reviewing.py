"""What a reviewer does on the page of a document: confirm, correct, reject, add, and take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, HTTPException, Path, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel
from starlette.datastructures import FormData

from corpus.errors import ReviewError
from corpus.reviews import Layer, Said, Verdict, save, withdraw
from corpus.web.archives import Writing
from corpus.web.naming import document_address
from corpus.web.pages.document import REVIEWER, show_paper
from corpus.web.reading.forms import values_of
from corpus.web.reading.paper import LAYERS, Paper, open_paper
from corpus.web.rendering import language_of
from corpus.web.wording import wording

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_YEAR = 31_536_000
_LONGEST_NAME = 200

Sha256 = Annotated[str, Path(pattern="^[0-9a-f]{16,64}$")]


async def _form(request: Request) -> FormData:
    return await request.form()


Form = Annotated[FormData, Depends(_form)]


class _Sent(BaseModel):
    """The fields that every form has; the others are those of the layer."""

    layer: Layer
    verdict: Verdict
    record_id: str | None
    note: str
    reviewer: str


@router.post("/documents/{sha256}/reviews")
def review(request: Request, archive: Writing, sha256: Sha256, form: Form) -> Response:
    """Keep what was said, and show the record as it is held to be now; the form again where it does not fit."""
    paper = open_paper(archive, sha256)
    typed = {name: [value for value in form.getlist(name) if isinstance(value, str)] for name in form}
    sent = _sent(request, typed)
    placed = paper.find(sent.record_id) if sent.record_id is not None else None
    try:
        values = (
            values_of(paper, sent.layer, placed.record if placed is not None else None, typed)
            if sent.verdict in (Verdict.CORRECTED, Verdict.ADDED)
            else None
        )
        verdict = Verdict.CONFIRMED if sent.verdict is Verdict.CORRECTED and not values else sent.verdict
        said = Said(sent.layer, verdict, sent.record_id, values, sent.note or None, sent.reviewer or None)
        kept = save(archive, paper.id, said)
    except ReviewError as error:
        return _again(request, archive, paper, sent, typed, error)
    response = RedirectResponse(_address(paper, sent.layer, kept.record_id), 303)
    if sent.reviewer:
        response.set_cookie(REVIEWER, quote(sent.reviewer), max_age=_YEAR, httponly=True, samesite="strict")
    return response


@router.get("/documents/{sha256}/reviews")
def go_back(sha256: Sha256) -> Response:
    """On to the document, for who loads the page of a refused form anew."""
    return RedirectResponse(document_address(sha256), 303)


@router.post("/documents/{sha256}/reviews/{review_id}/withdrawal")
def take_back(archive: Writing, sha256: Sha256, review_id: Annotated[str, Path(pattern="^[0-9a-f-]{36}$")]) -> Response:
    """Take a review back: what was said before it counts again, or the extraction."""
    paper = open_paper(archive, sha256)
    kept = next((one for one in paper.kept if one.id == review_id), None)
    if kept is None:
        raise HTTPException(404)
    withdraw(archive, review_id)
    is_gone = kept.review.verdict is Verdict.ADDED
    return RedirectResponse(_address(paper, kept.review.layer, None if is_gone else kept.record_id), 303)


def _sent(request: Request, typed: Mapping[str, Sequence[str]]) -> _Sent:
    def one(name: str) -> str:
        return "".join(typed.get(name, ())[:1]).strip()

    if one("layer") not in tuple(Layer) or one("verdict") not in tuple(Verdict):
        raise HTTPException(422, wording(language_of(request))("document.review.incomplete"))
    return _Sent(
        layer=Layer(one("layer")),
        verdict=Verdict(one("verdict")),
        record_id=one("record_id") or None,
        note=one("note"),
        reviewer=one("reviewer")[:_LONGEST_NAME],
    )


def _again(
    request: Request,
    archive: Writing,
    paper: Paper,
    sent: _Sent,
    typed: Mapping[str, Sequence[str]],
    error: ReviewError,
) -> Response:
    """The page with the form as it was filled in, and what is wrong with it."""
    if sent.layer in LAYERS:
        record = sent.record_id or "new"
    else:
        record = "header" if sent.layer is Layer.HEADER else ""
    return show_paper(request, archive, paper, record=record, layer=sent.layer, typed=typed, refused=error)


def _address(paper: Paper, layer: Layer, record_id: str | None) -> str:
    if layer is Layer.HEADER:
        return f"{paper.address}?record=header"
    return f"{paper.address}?record={record_id}#{record_id}" if record_id is not None else paper.address
