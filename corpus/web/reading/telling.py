"""A record in words: what it says in a line, its values one by one, and where it stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.citator.cited import CitedWork, cited_by
from corpus.cli.wording import clean
from corpus.reviews import Kept, Layer, Verdict
from corpus.store import Store
from corpus.web.naming import document_address
from corpus.web.reading.paper import LAYERS, AnyRecord, Paper, Placed
from corpus.web.reading.values import Fact, Line, facts_of
from corpus.web.wording import Wording
from corpus.web.words import Words
from schemas import Bound, Citation, Deadline, Diagnostic, Target

__all__ = ["Listed", "Meaning", "Told", "header_facts", "lists", "meaning_of", "tell"]

_EXCERPT = 110
_LISTED = 30
"""Records of a layer that are listed at once."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A record in a list of its layer."""

    id: str
    said: str
    about: str
    verdict: Verdict | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the citator found out about a mention."""

    status: str
    works: Sequence[Line]


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that is shown of one record."""

    id: str
    layer: Layer
    kind: str
    said: str
    text: str
    where: str
    facts: Sequence[Fact]
    confidence: float
    verdict: Kept | None
    history: Sequence[Kept]
    noticed: Sequence[Diagnostic]
    previous: str | None
    next: str | None


def tell(paper: Paper, placed: Placed, words: Words) -> Told:
    """A record with all there is to say of it."""
    record = placed.record
    ids = [one.record.id for one in paper.records]
    at = ids.index(record.id)
    noticed = [
        one
        for one in paper.directive.diagnostics
        if one.span is not None and one.span.start < record.span.end and record.span.start < one.span.end
    ]
    return Told(
        id=record.id,
        layer=placed.layer,
        kind=LAYERS[placed.layer],
        said=_said(record, words),
        text=record.text,
        where=where(paper, record.span.start, words.say, section=record.section),
        facts=list(facts_of(paper, record, words)),
        confidence=record.confidence,
        verdict=paper.verdict_on(placed.layer, record.id),
        history=paper.said_of(placed.layer, record.id),
        noticed=noticed,
        previous=ids[at - 1] if at else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
    )


def where(paper: Paper, offset: int, say: Wording, *, section: str | None = None) -> str:
    """A place in the text in words: section, page, line."""
    path = paper.places.path(section) if section is not None else ""
    page = paper.directive.source.page_at(offset)
    parts = (
        say("records.section", path=path) if path else "",
        say("records.page", page=page) if page is not None else "",
        say("records.line", line=paper.places.line(offset)),
    )
    return " · ".join(filter(None, parts))


def lists(paper: Paper, words: Words, *, turned: Layer | None = None, after: int = 0) -> Iterator[_List]:
    """The records of each layer in the order of the text, a page of each."""
    for layer, kind in LAYERS.items():
        records = [one for one in paper.records if one.layer is layer]
        first = after if layer is turned and after < len(records) else 0
        shown = records[first : first + _LISTED]
        items = [
            Listed(
                one.record.id,
                _said(one.record, words),
                _excerpt(_about(one.record)),
                Verdict.REJECTED if one.is_rejected else paper.verdicts.get((layer, one.record.id)),
                one.record.confidence,
            )
            for one in shown
        ]
        following = first + _LISTED
        yield _List(
            layer,
            kind,
            len(records),
            items,
            previous=max(first - _LISTED, 0) if first else None,
            next=following if following < len(records) else None,
        )


@dataclass(frozen=True, slots=True)
class _List:
    """The records of a layer; ``previous`` and ``next`` are offsets of the pages beside this one."""

    layer: Layer
    kind: str
    total: int
    items: Sequence[Listed]
    previous: int | None
    next: int | None


def meaning_of(store: Store, paper: Paper, citation: Citation, words: Words) -> Meaning | None:
    """What a mention means, where the archive has it."""
    found = next((one for one in cited_by(store, f"#{paper.id}") if one.citation_id == citation.id), None)
    if found is None or found.status is None:
        return None
    return Meaning(found.status, list(_works(store, found, words)))


def _works(store: Store, found: CitedWork, words: Words) -> Iterator[Line]:
    for work in (found.work, *found.candidates):
        if work is None:
            continue
        held = store.row("SELECT sha256 FROM documents WHERE work_id = ? ORDER BY id LIMIT 1", (work.id,))
        named = clean(" ".join(filter(None, (work.key, work.title or work.name)))) or work.identity
        day = f" ({words.day(dt.date.fromisoformat(work.issued_on))})" if work.issued_on else ""
        yield Line(named + day, document_address(held[0]) if held is not None else None)


def header_facts(paper: Paper, words: Words) -> Sequence[Fact]:
    """What the document says of itself."""
    header, signature = paper.directive.header, paper.directive.signature
    signed = (signature.signer, signature.position, signature.authority) if signature is not None else ()
    values: Mapping[str, Sequence[str | None]] = {
        "doc_type": [header.doc_type.label if header.doc_type is not None else None],
        "number": [header.number],
        "title": [header.title],
        "issuer": [header.issuer],
        "parent_issuer": [header.parent_issuer],
        "place": [header.place],
        "issued_on": [words.day(header.issued_on) if header.issued_on is not None else None],
        "urgency": [header.urgency.label if header.urgency is not None else None],
        "secrecy": [header.secrecy.label if header.secrecy is not None else None],
        "addressees": header.addressees,
        "signature": [", ".join(filter(None, signed)) or None],
        "recipients": [one.text for one in paper.directive.recipients],
    }
    return [
        Fact(words.say(f"records.field.{name}"), [Line(clean(one)) for one in lines if one], name in header.inferred)
        for name, lines in values.items()
        if any(lines)
    ]


def _said(record: AnyRecord, words: Words) -> str:
    if isinstance(record, Citation):
        return words.cited(record)
    if isinstance(record, Deadline):
        says_when = record.start or record.end or record.bound is Bound.RECURRING
        return words.when(record) if says_when else _excerpt(record.text)
    if isinstance(record, Target):
        return words.quantity(record)
    return clean(record.body)


def _about(record: AnyRecord) -> str:
    if isinstance(record, Deadline):
        return record.task or record.text
    if isinstance(record, Target):
        return record.subject or record.text
    return record.text


def _excerpt(text: str) -> str:
    shown = clean(text)
    return shown if len(shown) <= _EXCERPT else f"{shown[:_EXCERPT].rsplit(' ', 1)[0]}…"
