"""Documents, their text, and the records in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, TypeVar

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from corpus.citator.chains import chain
from corpus.citator.cited import cited_by
from corpus.questions.documents import HASH_DIGITS, briefs, document_of_hash, documents
from corpus.store import Store
from corpus.store.reading import load_document
from corpus.store.searching import Filters
from corpus.web.api import models
from corpus.web.api.models import day
from corpus.web.api.paging import NEXT_LINK, link_next, sliced
from corpus.web.api.queries import DocumentId, InLanguage, Listing, OfDocuments
from corpus.web.archives import Archive
from corpus.web.naming import file_name
from corpus.web.security.downloads import SANDBOXED
from schemas import Deadline, Directive, Record, Responsibility, Section, Target

__all__ = ["router"]

router = APIRouter(tags=["documents"])

AnyRecord = TypeVar("AnyRecord", bound=Record)

_FACTS = """
SELECT d.characters, d.media_type, d.stored_at, d.extractor_version, r.reviewed IS NOT NULL AS is_reviewed
FROM documents AS d JOIN records AS r ON r.document_id = d.id WHERE d.id = ?
"""


class ListedDocuments(OfDocuments):
    """Which documents."""


class OneDocument(InLanguage):
    """How a document is shown."""

    as_extracted: bool = Field(default=False, description="The extraction itself, without the reviews.")


class Records(Listing):
    """Which records of a document."""

    as_extracted: bool = Field(default=False, description="Those of the extraction itself, without the reviews.")


@router.get("/documents", responses=NEXT_LINK)
def list_documents(
    request: Request, response: Response, archive: Archive, query: Annotated[ListedDocuments, Query()]
) -> models.Page[models.DocumentSummary]:
    """The documents of the archive, the last issued first; those without a date at the end."""
    filters = Filters(doc_type=query.type, issuer=query.issuer, year=query.year, place=query.place)
    found = documents(archive, filters, limit=query.limit, after=query.after)
    link_next(request, response, found.next)
    return models.Page(items=[models.DocumentSummary.of(brief) for brief in found.items], next=found.next)


@router.get("/documents/{id}")
def show_document(id: DocumentId, archive: Archive, query: Annotated[OneDocument, Query()]) -> models.Document:
    """A document with its whole record."""
    document_id = document_of_hash(archive, id)
    found = load_document(archive, document_id, as_extracted=query.as_extracted)
    row = archive.row(_FACTS, (document_id,))
    assert row is not None
    return models.Document(
        document=models.DocumentSummary.of(briefs(archive, [document_id])[document_id]),
        characters=row["characters"],
        media_type=row["media_type"],
        stored_at=row["stored_at"],
        extractor_version=row["extractor_version"],
        is_reviewed=bool(row["is_reviewed"]) and not query.as_extracted,
        record=without_folders(found.directive),
    )


@router.get(
    "/documents/{id}/text",
    response_class=Response,
    responses={200: {"content": {"text/plain; charset=utf-8": {"schema": {"type": "string"}}}}},
)
def show_text(id: DocumentId, archive: Archive) -> Response:
    """The text of a document, which the spans of its records count in."""
    row = archive.row("SELECT text FROM records WHERE document_id = ?", (document_of_hash(archive, id),))
    assert row is not None
    return Response(row["text"].encode("utf-8", "replace"), media_type="text/plain; charset=utf-8", headers=SANDBOXED)


@router.get("/documents/{id}/sections", responses=NEXT_LINK)
def list_sections(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Listing, Query()],
) -> models.Page[Section]:
    """The outline of a document."""
    directive = load_document(archive, document_of_hash(archive, id)).directive
    return _page(request, response, directive.sections, query)


@router.get("/documents/{id}/deadlines", responses=NEXT_LINK)
def list_deadlines(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Records, Query()],
) -> models.Page[Deadline]:
    """The deadlines of a document."""
    return _page(request, response, _directive(archive, id, query).deadlines, query)


@router.get("/documents/{id}/targets", responses=NEXT_LINK)
def list_targets(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Records, Query()],
) -> models.Page[Target]:
    """The targets of a document."""
    return _page(request, response, _directive(archive, id, query).targets, query)


@router.get("/documents/{id}/responsibilities", responses=NEXT_LINK)
def list_responsibilities(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Records, Query()],
) -> models.Page[Responsibility]:
    """Who answers for what in a document."""
    return _page(request, response, _directive(archive, id, query).responsibilities, query)


@router.get("/documents/{id}/citations", responses=NEXT_LINK)
def list_citations(
    request: Request,
    response: Response,
    id: DocumentId,
    archive: Archive,
    query: Annotated[Listing, Query()],
) -> models.Page[models.CitedWork]:
    """What a document cites, and which works that was found to be."""
    found, cursor = sliced(cited_by(archive, f"#{document_of_hash(archive, id)}"), query)
    held = briefs(archive, [one.held_id for one in found if one.held_id is not None])
    link_next(request, response, cursor)
    items = [
        models.CitedWork(
            citation=one.citation_id,
            relation=one.relation,
            status=one.status,
            reason=one.reason,
            doc_type=one.doc_type,
            key=one.key,
            name=one.name,
            work=models.Work.of(one.work) if one.work is not None else None,
            candidates=[models.Work.of(work) for work in one.candidates],
            held=held[one.held_id].sha256[:HASH_DIGITS] if one.held_id is not None else None,
            **models.standing(one),
        )
        for one in found
    ]
    return models.Page(items=items, next=cursor)


@router.get("/documents/{id}/chain")
def show_chain(id: DocumentId, archive: Archive) -> models.Chain:
    """The chain that a document stands in: what it carries out, and what carries it out."""
    found = chain(archive, f"#{document_of_hash(archive, id)}")
    held = briefs(archive, [node.document_id for node in found.nodes if node.document_id is not None])
    names = {
        node.id: held[node.document_id].sha256[:HASH_DIGITS] if node.document_id is not None else f"work-{number}"
        for number, node in enumerate(found.nodes, start=1)
    }
    return models.Chain(
        asked=names[found.asked],
        nodes=[
            models.ChainNode(
                id=names[node.id],
                document=names[node.id] if node.document_id is not None else None,
                doc_type=node.doc_type,
                number=node.number,
                title=node.title,
                issuer=node.issuer,
                issued_on=day(node.issued_on),
            )
            for node in found.nodes
        ],
        edges=[
            models.ChainEdge(above=names[edge.above], below=names[edge.below], relation=edge.relation)
            for edge in found.edges
        ],
        is_complete=found.is_complete,
    )


def _directive(archive: Store, digits: str, query: Records) -> Directive:
    return load_document(archive, document_of_hash(archive, digits), as_extracted=query.as_extracted).directive


def _page(request: Request, response: Response, records: Sequence[AnyRecord], query: Listing) -> models.Page[AnyRecord]:
    items, cursor = sliced(records, query)
    link_next(request, response, cursor)
    return models.Page(items=items, next=cursor)


def without_folders(directive: Directive) -> Directive:
    """A record whose source is called by the name of its file: where a server keeps it is nobody's business."""
    source = directive.source
    name = (file_name(source.path) or None) if source.path is not None else None
    return directive.model_copy(update={"source": source.model_copy(update={"path": name})})
