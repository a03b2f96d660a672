"""Document: its text with every record in place, what each says, the outline, the pages, what readers made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Annotated
from urllib.parse import unquote, urlencode

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from corpus.errors import AmbiguousDocumentError, ReviewError
from corpus.files import WarningCode
from corpus.reviews import Layer, Verdict
from corpus.store import Store
from corpus.store.reading import find_document
from corpus.web.archives import Archive
from corpus.web.naming import document_address, file_name
from corpus.web.reading.finding import found_in
from corpus.web.reading.forms import EVIDENCE, Field, fields_of
from corpus.web.reading.marking import leaves
from corpus.web.reading.originals import may_be_there
from corpus.web.reading.outline import outline
from corpus.web.reading.paper import LAYERS, Paper, open_paper
from corpus.web.reading.pictures import has_pictures
from corpus.web.reading.telling import header_facts, lists, meaning_of, tell, where
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from corpus.web.words import Words
from schemas import Citation

__all__ = ["REVIEWER", "router", "show_paper"]

router = APIRouter(include_in_schema=False)

REVIEWER = "reviewer"
"""The cookie that remembers who reviews here."""

_CANONICAL = re.compile(r"[0-9a-f]{16,64}")
_HEADER = "header"
_NEW = "new"
_LAST = 1_000_000
_VIEWS = ("text", "pages")
_TOLD_AT = {
    "span": EVIDENCE,
    "text": EVIDENCE,
    "task_span": "task",
    "serial": "key",
    "year": "key",
    "symbol": "key",
}
"""The fields of a form at which others are told that a record has."""

Asked = Annotated[str, Query(max_length=200)]
Sha256 = Annotated[str, Path(max_length=64)]


@router.get("/documents/{sha256}")
def show_document(
    request: Request,
    archive: Archive,
    sha256: Annotated[str, Path(max_length=500)],
    record: Asked = "",
    layer: Asked = "",
    view: Asked = "",
    find: Annotated[str, Query(max_length=500)] = "",
    turned: Annotated[str, Query(alias="list", max_length=40)] = "",
    after: Annotated[int, Query(ge=0, le=_LAST)] = 0,
) -> Response:
    """The document; ``record`` names the one that is looked at closely, ``view=pages`` shows the pages beside.

    ``find`` marks what was searched for, ``list`` and ``after`` turn the list of a layer.
    """
    if _CANONICAL.fullmatch(sha256.lower()) is None:
        return _elsewhere(archive, sha256, request)
    paper = open_paper(archive, sha256.lower())
    if request.url.path != paper.address:
        return _redirect(paper.address, request)
    return show_paper(
        request,
        archive,
        paper,
        record=record,
        layer=_layer(layer),
        view=view,
        find=find,
        turned=_layer(turned),
        after=after,
    )


@router.get("/documents/{words:path}")
def find_elsewhere(request: Request, archive: Archive, words: Annotated[str, Path(max_length=500)]) -> Response:
    """On to the document that is called so, by its number, its path or otherwise."""
    return _elsewhere(archive, words, request)


def show_paper(
    request: Request,
    archive: Store,
    paper: Paper,
    *,
    record: str = "",
    layer: Layer | None = None,
    view: str = "",
    find: str = "",
    turned: Layer | None = None,
    after: int = 0,
    typed: Mapping[str, Sequence[str]] | None = None,
    refused: ReviewError | None = None,
) -> Response:
    """The page of a document; ``typed`` and ``refused`` are a form that was not taken, and why."""
    say = wording(language_of(request))
    words = Words(say)
    wrong = _wrong(refused, words)
    placed = paper.find(record) if record else None
    is_fragment = request.headers.get("HX-Request") == "true"
    has_pages = has_pictures(paper.media_type) and may_be_there(paper.paths)
    asked = f"view={view}&" if view in _VIEWS else ""
    view = view or ("pages" if paper.is_recognised else "text")
    if placed is not None:
        fields = fields_of(paper, placed.layer, placed.record, words, typed=typed, wrong=wrong)
    elif record == _HEADER:
        fields = fields_of(paper, Layer.HEADER, paper.directive.header, words, typed=typed, wrong=wrong)
    elif record == _NEW and layer is not None and layer in LAYERS:
        fields = fields_of(paper, layer, None, words, typed=typed, wrong=wrong)
    else:
        fields = []
    found = found_in(paper.text, find) if find else []
    citation = placed.record if placed is not None and isinstance(placed.record, Citation) else None
    return render(
        request,
        "document.html",
        fragment="record",
        status=422 if refused is not None else 200,
        paper=paper,
        words=words,
        record=record,
        told=tell(paper, placed, words) if placed is not None else None,
        is_header=record == _HEADER,
        new_layer=layer if record == _NEW and layer in LAYERS else None,
        is_new=record == _NEW,
        meaning=meaning_of(archive, paper, citation, words) if citation is not None else None,
        fields=fields,
        is_typed=typed is not None,
        typed=typed or {},
        refused=_refusal(fields, wrong),
        reviewer=unquote(request.cookies.get(REVIEWER, "")),
        layers=LAYERS,
        header_facts=header_facts(paper, words),
        layer_names={layer.value: say(f"records.layer.{layer.value}") for layer in (Layer.HEADER, *LAYERS)},
        one_names={layer.value: say(f"records.one.{layer.value}") for layer in (Layer.HEADER, *LAYERS)},
        status_names={
            name: say(f"records.status.{name}") for name in ("resolved", "ambiguous", "unresolved", "unparseable")
        },
        verdict_names={verdict.value: say(f"document.verdict.{verdict.value}") for verdict in Verdict},
        warning_names={code.value: say(f"document.warning.{code.value}") for code in WarningCode},
        header_verdict=paper.verdict_on(Layer.HEADER),
        header_history=paper.said_of(Layer.HEADER),
        whole=paper.verdict_on(Layer.DOCUMENT),
        outline=[] if is_fragment else outline(paper),
        leaves=[] if is_fragment else leaves(paper, found, asked=asked),
        asked=asked,
        find=find,
        found=len(found),
        lists=[] if is_fragment else list(lists(paper, words, turned=turned, after=after)),
        has_pages=has_pages,
        with_pages=has_pages and view == "pages",
        has_original=may_be_there(paper.paths),
        its_deadlines=_address_of_deadlines(paper),
        files=[file_name(path) for path in paper.paths],
        noticed=[
            (one, where(paper, one.span.start, say) if one.span is not None else "")
            for one in paper.directive.diagnostics
        ],
        alike=[] if is_fragment else _alike(archive, paper),
        held={} if is_fragment else _held(archive, paper),
    )


def _address_of_deadlines(paper: Paper) -> str:
    """The list of its deadlines, over all the days that they take up: they may be long past."""
    days = [day for one in paper.directive.deadlines for day in (one.start, one.end) if day is not None]
    asked = {"view": "list", "document": paper.sha256[:16], "recurring": "yes"}
    if days:
        asked |= {"from": min(days).isoformat(), "to": max(days).isoformat()}
    return f"/deadlines?{urlencode(asked)}"


def _layer(name: str) -> Layer | None:
    return Layer(name) if name in tuple(Layer) else None


def _wrong(refused: ReviewError | None, words: Words) -> dict[str, str]:
    """What is wrong with which field: a span is told at the words that it covers."""
    if refused is None:
        return {}
    where, reason = str(refused.facts.get("field", "")).partition(".")[0], str(refused.facts.get("reason", ""))
    field = _TOLD_AT.get(where, where)
    if field in (EVIDENCE, "task"):
        return {field: words.say("document.review.wrong_words")}
    return {field: words.say("document.review.wrong_value", reason=reason)}


def _refusal(fields: Sequence[Field], wrong: Mapping[str, str]) -> str:
    """What is wrong with a form in a line, its field by the name that it bears there."""
    labels = {one.name: one.label for one in fields}
    return "; ".join(f"{labels[name]}: {reason}" if name in labels else reason for name, reason in wrong.items())


def _elsewhere(archive: Store, words: str, request: Request) -> Response:
    """On to the page of the document that the words mean; to the search where they mean several."""
    try:
        document_id = find_document(archive, words)
    except AmbiguousDocumentError:
        return RedirectResponse(f"/library?{urlencode({'q': words})}", 307)
    row = archive.row("SELECT sha256 FROM documents WHERE id = ?", (document_id,))
    assert row is not None
    return _redirect(document_address(row["sha256"]), request)


def _redirect(address: str, request: Request) -> Response:
    query = request.url.query
    return RedirectResponse(f"{address}?{query}" if query else address, 307)


def _held(archive: Store, paper: Paper) -> dict[str, str]:
    """The pages of the documents that are cited and that the archive has, by the id of the citation."""
    rows = archive.rows(
        "SELECT c.id, d.sha256 FROM citations AS c JOIN documents AS d ON d.work_id = c.work_id"
        " WHERE c.document_id = :id AND d.id <> :id ORDER BY d.id DESC",
        {"id": paper.id},
    )
    return {row["id"]: document_address(row["sha256"]) for row in rows}


def _alike(archive: Store, paper: Paper) -> list[tuple[str, str, int]]:
    """Documents that are nearly the same: address, name, and how much of it in percent."""
    rows = archive.rows(
        "SELECT d.sha256, d.title, max(p.similarity) AS similarity,"
        " (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path"
        " FROM (SELECT other_id AS id, similarity FROM duplicates WHERE document_id = :id"
        " UNION ALL SELECT document_id, similarity FROM duplicates WHERE other_id = :id) AS p"
        " JOIN documents AS d ON d.id = p.id GROUP BY d.id ORDER BY similarity DESC, d.id LIMIT 10",
        {"id": paper.id},
    )
    return [
        (document_address(row["sha256"]), file_name(row["path"] or row["title"] or ""), round(100 * row["similarity"]))
        for row in rows
    ]
