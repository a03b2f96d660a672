"""What readers say of records: kept beside the extraction."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from corpus.errors import UnknownReviewError
from corpus.questions.documents import document_of_hash
from corpus.reviews import Kept, Said, of, save, withdraw
from corpus.web.api import models
from corpus.web.api.paging import NEXT_LINK, link_next, sliced
from corpus.web.api.queries import DocumentId, Listing
from corpus.web.archives import Archive, Writing

__all__ = ["router"]

router = APIRouter(tags=["reviews"])

ReviewId = Annotated[str, Path(pattern=r"^[0-9a-f-]{36}$", description="The id of a review.")]


@router.get("/documents/{id}/reviews", responses=NEXT_LINK)
def list_reviews(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Listing, Query()],
) -> models.Page[models.KeptReview]:
    """Everything that was said of the records of a document, in order."""
    found, cursor = sliced(of(archive, document_of_hash(archive, id)), query)
    link_next(request, response, cursor)
    return models.Page(items=[_shown(one) for one in found], next=cursor)


@router.post("/documents/{id}/reviews", status_code=201)
def add_review(
    response: Response,
    id: DocumentId,
    archive: Writing,
    said: models.SaidReview,
) -> models.KeptReview:
    """Confirm, correct, reject or add a record: what is shown changes, the extraction stays as it is."""
    kept = save(
        archive,
        document_of_hash(archive, id),
        Said(said.layer, said.verdict, said.record_id, said.record, said.note, said.reviewer),
    )
    response.headers["Location"] = f"/api/v1/documents/{id}/reviews/{kept.id}"
    return _shown(kept)


@router.get("/documents/{id}/reviews/{review}")
def show_review(id: DocumentId, review: ReviewId, archive: Archive) -> models.KeptReview:
    """One review."""
    return _shown(_kept(archive, id, review))


@router.delete("/documents/{id}/reviews/{review}", status_code=204)
def withdraw_review(id: DocumentId, review: ReviewId, archive: Writing) -> None:
    """Take a review back: it is kept, and counts no more."""
    withdraw(archive, _kept(archive, id, review).id)


def _kept(archive: Archive, digits: str, review: str) -> Kept:
    for one in of(archive, document_of_hash(archive, digits)):
        if one.id == review:
            return one
    raise UnknownReviewError(name=review)


def _shown(one: Kept) -> models.KeptReview:
    return models.KeptReview(id=one.id, review=one.review, state=one.state, record_id=one.record_id)
