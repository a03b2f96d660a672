"""Citations: who cites a work, what a document cites, and the chain that a document stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from corpus.citator import Citing, cites
from corpus.citator.cited import CitedWork, cited_by
from corpus.citator.citing import CitingMention, cites_work
from corpus.citator.matching import KnownWork, matching_works, work_of_identity
from corpus.citator.reference import read_reference
from corpus.citator.suggesting import counted, suggestions
from corpus.cli.messages import Messages
from corpus.cli.wording import clean_inside
from corpus.errors import QueryError
from corpus.questions.figures import CitedOften, most_cited
from corpus.store import Store
from corpus.web.archives import Archive
from corpus.web.naming import citations_address, document_address, file_name, numbered, record_address
from corpus.web.pages.chains import chain_file, chain_picture
from corpus.web.pages.citations_asked import ADDRESS, STATUSES, Asking, Question, Typed
from corpus.web.rendering import language_of, render
from corpus.web.security.downloads import download
from corpus.web.wording import Wording, wording
from schemas import Relation

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_ROWS = 40
_SHOWN = 20
"""Works that a reference may mean, and works that are cited most."""
_BEFORE, _AFTER = 110, 150
"""Code points of the text around a mention."""
_HELD = """
SELECT d.id, d.sha256, d.doc_type, coalesce(d.key, d.number) AS number, d.title, d.issuer, d.issued_on,
    (SELECT min(path) FROM locations AS l WHERE l.document_id = d.id) AS path, w.identity
FROM documents AS d LEFT JOIN works AS w ON w.id = d.work_id
"""
_AROUND = """
SELECT d.sha256, substr(r.text, max(1, :start - :before + 1), min(:start, :before)) AS before,
    substr(r.text, :start + 1, :end - :start) AS found, substr(r.text, :end + 1, :after) AS after
FROM documents AS d JOIN records AS r ON r.document_id = d.id WHERE d.id = :document
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A document of the archive."""

    id: int
    address: str
    name: str
    title: str | None
    issuer: str | None
    issued_on: str | None
    identity: str | None
    """Of the work that it is."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Meant:
    """What is asked about: a work, and the document that is it, if the archive holds it."""

    work: KnownWork | None
    held: Held | None

    @property
    def name(self) -> str:
        """In short."""
        if self.work is not None:
            return _work_name(self.work)
        assert self.held is not None  # one of the two
        return self.held.name


@dataclass(frozen=True, slots=True)
class MentionRow:
    """A mention with the words around it."""

    mention: CitingMention
    address: str
    document: str
    name: str
    before: str
    found: str
    after: str
    relation: str
    status: str
    reason: str
    """Empty where it was simply read off."""


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A mention in the document that is asked about, and what it means."""

    cited: CitedWork
    address: str
    relation: str
    status: str
    reason: str
    means: Sequence[tuple[str, str]]
    """Names and addresses of the works that it means or may mean."""


@router.get(ADDRESS)
def show_citations(request: Request, archive: Archive, question: Asking, after: str | None = None) -> HTMLResponse:
    """What is asked for; without a question, the works that are cited most."""
    say = wording(language_of(request))
    shown: Mapping[str, object] = {}
    reason: str | None = None
    meant: Meant | None = None
    works: Sequence[KnownWork] = []
    try:
        if question.is_asked:
            meant, works = _meant(archive, question)
            shown = _answer(archive, question, meant, after, say)
    except QueryError as error:
        reason = Messages(language_of(request)).error(error)
    return render(
        request,
        "citations.html",
        question=question,
        reason=reason,
        meant=meant,
        works=[(_work_name(one), one, citations_address(work=one.identity)) for one in works[:_SHOWN]],
        others=max(len(works) - _SHOWN, 0),
        most=[] if question.is_asked else _suggested(most_cited(archive, limit=_SHOWN)),
        relations=[(one.value, say(f"records.relation.{one.value}")) for one in Relation],
        statuses=[(one, say(f"records.status.{one}")) for one in STATUSES],
        shown=shown,
    )


@router.get(f"{ADDRESS}/suggestions")
def suggest(request: Request, archive: Archive, ref: Typed = "") -> HTMLResponse:
    """What a person may mean who is typing."""
    found = _suggested(suggestions(archive, ref)) if ref.strip() else []
    return render(request, "citations_suggested.html", found=found)


@router.get(f"{ADDRESS}/graph.svg")
def save_graph(request: Request, archive: Archive, question: Asking) -> Response:
    """The graph as a file."""
    meant, _ = _meant(archive, question)
    if meant is None:
        raise QueryError(reason="no one work is meant")
    drawn = chain_file(
        archive,
        meant.held.id if meant.held else None,
        meant.work.id if meant.work else None,
        wording(language_of(request)),
    )
    return download(str(drawn).encode(), f"{meant.name}.svg", "image/svg+xml")


def _meant(archive: Store, question: Question) -> tuple[Meant | None, list[KnownWork]]:
    """The one work or document that is asked about, if it is one, and all that may be meant. Raises ``QueryError``."""
    if question.document:
        held = _held(
            archive, "WHERE d.sha256 >= ? AND d.sha256 < ? || 'g' ORDER BY d.sha256 LIMIT 1", question.document
        )
        if held is None:
            raise QueryError(reason=f"there is no document {question.document!r} in the archive")
        work = work_of_identity(archive, held.identity) if held.identity else None
        return Meant(work, held), []
    if question.work:
        work = work_of_identity(archive, question.work)
        if work is None:
            raise QueryError(reason=f"no document cites {question.work!r} any more")
        return Meant(work, _held_work(archive, work)), []
    works = [one.work for one in counted(archive, matching_works(archive, read_reference(question.ref)))]
    return (Meant(works[0], _held_work(archive, works[0])) if len(works) == 1 else None), works


def _held_work(archive: Store, work: KnownWork) -> Held | None:
    row = archive.row("SELECT min(sha256) AS sha256 FROM documents WHERE work_id = ?", (work.id,))
    return _held(archive, "WHERE d.sha256 = ?", row["sha256"]) if row is not None and row["sha256"] else None


def _held(archive: Store, where: str, sha256: str) -> Held | None:
    row = archive.row(f"{_HELD} {where}", (sha256,) * where.count("?"))
    if row is None:
        return None
    name = numbered(row["doc_type"], row["number"]) or file_name(row["path"] or "")
    address = document_address(row["sha256"])
    return Held(row["id"], address, name, row["title"], row["issuer"], row["issued_on"], row["identity"], row["sha256"])


def _answer(
    archive: Store, question: Question, meant: Meant | None, after: str | None, say: Wording
) -> Mapping[str, object]:
    if meant is not None and question.view == "chain":
        held, work = meant.held, meant.work
        return chain_picture(archive, held.id if held else None, work.id if work else None, say)
    if meant is not None and question.view == "cited" and meant.held is not None:
        rows = cited_by(archive, f"#{meant.held.id}")
        return {"cited": [_cited_row(one, meant.held, say) for one in rows]}
    if meant is not None and meant.work is None:
        return {"mentions": [], "next": None, "is_later": False}
    relations = [question.relation] if question.relation else []
    statuses = [question.status] if question.status else []
    ask = partial(cites, archive, question.ref)
    if meant is not None and meant.work is not None:
        ask = partial(cites_work, archive, meant.work)
    found: Citing = ask(transitive=question.through, relations=relations, statuses=statuses, limit=_ROWS, after=after)
    return {
        "mentions": [_mention_row(archive, one, say) for one in found.mentions],
        "next": question.address(after=found.next) if found.next else None,
        "is_later": after is not None,
    }


def _mention_row(archive: Store, mention: CitingMention, say: Wording) -> MentionRow:
    row = archive.row(
        _AROUND,
        {
            "document": mention.document_id,
            "start": mention.start,
            "end": mention.end,
            "before": _BEFORE,
            "after": _AFTER,
        },
    )
    assert row is not None  # the document that has the mention
    return MentionRow(
        mention,
        record_address(row["sha256"], mention.citation_id),
        document_address(row["sha256"]),
        numbered(mention.doc_type, mention.number) or file_name(mention.path),
        clean_inside(_from_a_word(row["before"]) if mention.start > _BEFORE else row["before"]),
        clean_inside(row["found"]),
        clean_inside(_to_a_word(row["after"]) if len(row["after"]) == _AFTER else row["after"]),
        say(f"records.relation.{mention.relation}"),
        say(f"records.status.{mention.status}"),
        say(f"citations.reason.{mention.reason}") if mention.status != "resolved" and mention.reason else "",
    )


def _from_a_word(text: str) -> str:
    return "…" + text[text.find(" ") :] if " " in text else "…" + text


def _to_a_word(text: str) -> str:
    return text[: text.rfind(" ")] + "…" if " " in text else text + "…"


def _cited_row(one: CitedWork, held: Held, say: Wording) -> CitedRow:
    works = [one.work] if one.work is not None else list(one.candidates)
    return CitedRow(
        one,
        record_address(held.sha256, one.citation_id),
        say(f"records.relation.{one.relation}"),
        say(f"records.status.{one.status}") if one.status else "",
        say(f"citations.reason.{one.reason}") if one.status not in (None, "resolved") and one.reason else "",
        [(_work_name(work), citations_address(work=work.identity)) for work in works],
    )


def _work_name(work: KnownWork) -> str:
    return numbered(work.doc_type, work.key, work.name or work.title or work.identity)


def _suggested(found: Sequence[CitedOften]) -> Sequence[tuple[str, CitedOften, str]]:
    """Each work with its name and the address of who cites it."""
    return [(_work_name(one.work), one, citations_address(work=one.work.identity)) for one in found]
