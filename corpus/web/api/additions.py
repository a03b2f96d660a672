"""Adding documents."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, Depends, File, Request, Response, UploadFile

from corpus.cli.messages import Messages
from corpus.questions.documents import briefs
from corpus.store import Store
from corpus.web.api import models
from corpus.web.archives import Archive, SettingsOf, forbid_changes
from corpus.web.incoming import Refusal, add, discard, hash_of, keep, known
from corpus.web.problems import problem, status_of_code
from corpus.web.rendering import language_of

__all__ = ["router"]

router = APIRouter(tags=["documents"], dependencies=[Depends(forbid_changes)])

_LOCATION = {
    "headers": {"Location": {"description": "The document, where the file holds one.", "schema": {"type": "string"}}}
}


@router.post(
    "/documents",
    status_code=201,
    response_model=models.Addition,
    responses={
        200: {"model": models.Addition, "description": "The archive has it already.", **_LOCATION},
        201: {"description": "It is in the archive now.", **_LOCATION},
    },
)
def add_document(
    request: Request,
    response: Response,
    settings: SettingsOf,
    archive: Archive,
    file: Annotated[UploadFile, File(description="A document, or a .zip or .eml with documents in it.")],
) -> models.Addition | Response:
    """Add a file to the archive. The same content a second time changes nothing.

    Where nothing in it can be read, it is not kept, and the answer says why.
    """
    added = known(archive, hash_of(file.file))
    if added is None:
        path = keep(settings, file.filename or "", file.file)
        added = add(settings, path)
        if not added.documents:
            discard(settings, path)
    failures = [_failure(one, Messages(language_of(request))) for one in added.refusals]
    if not added.documents:
        faults = [failure.model_dump(mode="json", exclude={"failed_at"}) for failure in failures]
        first = failures[0]
        return problem(request, status_of_code(first.code), code=first.code, detail=first.reason, faults=faults)
    with Store.open(settings.store) as now:
        named = briefs(now, added.documents)
    documents = [models.DocumentSummary.of(named[document_id]) for document_id in added.documents]
    response.status_code = 201 if added.is_new else 200
    if len(documents) == 1:
        response.headers["Location"] = f"/api/v1/documents/{documents[0].id}"
    return models.Addition(documents=documents, failures=failures)


def _failure(one: Refusal, say: Messages) -> models.Failure:
    facts = {**json.loads(one.facts), "name": one.name}
    return models.Failure(file=one.name, code=one.code, reason=say.failure(one.code, facts, one.reason))
