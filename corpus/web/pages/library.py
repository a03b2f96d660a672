"""Library: search as you type, narrowed by the catalogue; what could not be read, and what is there twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup

from corpus.cli.messages import Messages
from corpus.errors import QueryError
from corpus.store import Store
from corpus.store.facets import Facets, facets
from corpus.store.reading import duplicates, failures
from corpus.store.searching import Filters, Hit, Order, SearchResult, browse, search
from corpus.web.archives import Archive
from corpus.web.highlighting import excerpt
from corpus.web.naming import document_address, file_name
from corpus.web.rendering import language_of, render
from schemas import DocumentType

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_PAGE = 20
_LIST_PAGE = 50
_LAST = 100_000
"""No list is turned further: what one looks for so far back is found by asking more closely."""
_SHOWN = 8
"""Values of a facet that are in sight; so many more are behind a click."""
_FOLDED = 40
_ADDRESS = "/library"
_SORTS = ("relevance", "issued", "stored")
_MOST_TYPED = 500
_TYPES = frozenset(DocumentType)

Typed = Annotated[str, Query(max_length=_MOST_TYPED)]


@dataclass(frozen=True, slots=True)
class Found:
    """A document in the list."""

    address: str
    file: str
    doc_type: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued_on: str | None
    excerpt: Markup | None
    """Why it was found; ``None`` where nothing was typed."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and where it leads."""

    label: str
    count: int
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """The values of one facet: ``name`` is its key, ``chosen`` the value in force and ``without`` where it is not."""

    name: str
    chosen: str | None
    without: str
    choices: Sequence[Choice]
    folded: Sequence[Choice]


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that an address stands for."""

    q: str
    type: str
    issuer: str
    year: str
    place: str
    sort: str

    @property
    def filters(self) -> Filters:
        """What the catalogue must say."""
        year = (
            int(self.year) if self.year.isascii() and self.year.isdecimal() and len(self.year) == len("2031") else None
        )
        return Filters(self.type or None, self.issuer or None, year, self.place or None)

    @property
    def order(self) -> Order:
        """What comes first: where nothing is typed, there is no relevance, and the last issued does."""
        if self.sort not in _SORTS or (self.sort == Order.RELEVANCE and not self.q.strip()):
            return Order.RELEVANCE if self.q.strip() else Order.ISSUED
        return Order(self.sort)

    def address(self, after: int = 0, changes: Mapping[str, str] = MappingProxyType({})) -> str:
        """The address of this question with other values; what is empty is left out."""
        values = {"q": self.q, "type": self.type, "issuer": self.issuer, "year": self.year, "place": self.place}
        values |= {"sort": self.sort if self.sort in _SORTS[1:] else "", "after": str(after or ""), **changes}
        query = urlencode({name: value for name, value in values.items() if value})
        return f"{_ADDRESS}?{query}" if query else _ADDRESS


@router.get(_ADDRESS)
def show_library(
    request: Request,
    archive: Archive,
    q: Typed = "",
    type: Typed = "",
    issuer: Typed = "",
    year: Typed = "",
    place: Typed = "",
    sort: Typed = "",
    after: Typed = "",
) -> HTMLResponse:
    """What is found; all that there is, where nothing is asked."""
    asked = Asked(q, type, issuer, year, place, sort)
    offset = min(int(after), _LAST) if after.isascii() and after.isdecimal() else 0
    reason = None
    try:
        result, counts = _find(archive, asked, offset), facets(archive, asked.q, asked.filters)
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
        result, counts = SearchResult((), 0), Facets([], [], [], [])
    response = render(
        request,
        "library.html",
        fragment="found",
        asked=asked,
        reason=reason,
        hits=[_found(hit, asked.q) for hit in result.hits],
        total=result.total,
        is_more=result.is_more,
        first=offset + 1,
        groups=list(_groups(asked, counts)),
        counted=counts.counted,
        previous=asked.address(max(offset - _PAGE, 0)) if offset else None,
        next=asked.address(offset + _PAGE) if result.is_more or offset + _PAGE < result.total else None,
        is_empty=not result.total and asked.address() == _ADDRESS,
        troubles=_troubles(archive),
    )
    response.headers["HX-Push-Url"] = asked.address(offset)
    return response


@router.get(f"{_ADDRESS}/failures")
def show_failures(request: Request, archive: Archive, after: Annotated[int, Query(ge=0)] = 0) -> HTMLResponse:
    """What could not be read, and why."""
    found, say = failures(archive), Messages(language_of(request))
    rows = [
        (file_name(one.path), say.failure(one.code, {**one.facts, "name": file_name(one.path)}, one.reason), one)
        for one in found[after : after + _LIST_PAGE]
    ]
    return render(request, "failures.html", rows=rows, turning=_turning("failures", after, len(found)))


@router.get(f"{_ADDRESS}/duplicates")
def show_duplicates(request: Request, archive: Archive, after: Annotated[int, Query(ge=0)] = 0) -> HTMLResponse:
    """What is nearly the same, in pairs."""
    pairs = duplicates(archive)
    rows = [
        (pair, _by_path(archive, pair.path), _by_path(archive, pair.other_path))
        for pair in pairs[after : after + _LIST_PAGE]
    ]
    return render(request, "duplicates.html", rows=rows, turning=_turning("duplicates", after, len(pairs)))


def _find(archive: Store, asked: Asked, offset: int) -> SearchResult:
    if asked.q.strip():
        return search(archive, asked.q, filters=asked.filters, order=asked.order, limit=_PAGE, offset=offset)
    return browse(archive, filters=asked.filters, order=asked.order, limit=_PAGE, offset=offset)


def _found(hit: Hit, typed: str) -> Found:
    place = f"?{urlencode({'find': typed.strip()})}#found-1" if hit.snippet.matches else ""
    return Found(
        f"{document_address(hit.sha256)}{place}",
        file_name(hit.path),
        hit.doc_type,
        hit.number,
        hit.title,
        hit.issuer,
        hit.issued_on,
        excerpt(hit.text, hit.snippet) if hit.snippet.matches else None,
    )


def _groups(asked: Asked, counts: Facets) -> Iterator[Group]:
    chosen: Mapping[str, str] = {
        "type": asked.type,
        "year": asked.year if asked.filters.year else "",
        "issuer": asked.issuer,
        "place": asked.place,
    }
    values = {"type": counts.doc_type, "year": counts.year, "issuer": counts.issuer, "place": counts.place}
    for name, found in values.items():
        choices = [
            Choice(_label(name, one.value), one.count, asked.address(changes={name: one.value}))
            for one in found[: _SHOWN + _FOLDED]
        ]
        label = _label(name, chosen[name]) if chosen[name] else None
        yield Group(
            name, label, asked.address(changes={name: ""}), choices[:_SHOWN], choices[_SHOWN : _SHOWN + _FOLDED]
        )


def _label(facet: str, value: str) -> str:
    return DocumentType(value).label if facet == "type" and value in _TYPES else value


def _troubles(archive: Store) -> Mapping[str, int]:
    """How much there is on the pages of failures and duplicates."""
    counts = {
        "failures": "SELECT count(*) FROM failures",
        "duplicates": "SELECT count(*) FROM (SELECT DISTINCT document_id, other_id FROM duplicates)",
    }
    rows = {name: archive.row(sql) for name, sql in counts.items()}
    return {name: row[0] for name, row in rows.items() if row is not None}


def _turning(page: str, after: int, total: int) -> Mapping[str, str | None]:
    def address(offset: int) -> str:
        return f"{_ADDRESS}/{page}?after={offset}" if offset else f"{_ADDRESS}/{page}"

    return {
        "previous": address(max(after - _LIST_PAGE, 0)) if after else None,
        "next": address(after + _LIST_PAGE) if after + _LIST_PAGE < total else None,
    }


def _by_path(archive: Store, path: str) -> Mapping[str, str | None]:
    """How a document is shown in the table of pairs."""
    row = archive.row(
        "SELECT d.sha256, d.title FROM locations AS l JOIN documents AS d ON d.id = l.document_id WHERE l.path = ?",
        (path,),
    )
    if row is None:  # taken out since
        return {"address": None, "title": None, "file": file_name(path)}
    return {"address": document_address(row["sha256"]), "title": row["title"], "file": file_name(path)}
