"""From the mentions of one document to works, or to what is wanted: all that can be told without other documents.

Each stage takes a mention and says which work it means, or passes it on:

1. *printed*: type, number, scope and year all follow from the mention and the letterhead of its document;
2. *same document*: another mention of the same document says what this one leaves out.

What is left waits for the archive (``Wanted``). Nothing here depends on the order of documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citator.identity import STATUTES, Identity, kind_of, number_of, title_form
from corpus.citator.mention import ITSELF, Mention
from corpus.citator.names import CanonicalName, canonical_name, numeral
from corpus.citator.scope import CENTRAL, Scopes, scopes_of
from corpus.citator.terms import Term, term_numbered
from corpus.citator.wanted import Reason, Wanted
from schemas.number import key_parts

__all__ = ["Read", "read_document", "wanted"]

_TELLS_TIME = re.compile(r"\bnăm \d|nhiệm kỳ", re.IGNORECASE)
_TERM = re.compile(r"kh(?:óa|oá) (?P<term>[IVXL]{1,6})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A mention, and the work it means or what it looks for; neither where it gives no clue."""

    mention: Mention
    work: Identity | None = None
    reason: Reason | None = None
    wanted: Wanted | None = None

    @property
    def place(self) -> tuple[int, str]:
        """Which mention it is, in the whole archive."""
        return self.mention.document.id, self.mention.id


def read_document(mentions: Sequence[Mention]) -> list[Read]:
    """Read all mentions of one document together."""
    names = [_name(mention) for mention in mentions]
    printed = [_printed(mention, name) for mention, name in zip(mentions, names, strict=True)]
    own = _owners_said(names)
    known = [
        _Antecedent(mention, name, work)
        for mention, name, work in zip(mentions, names, printed, strict=True)
        if work is not None and mention.id != ITSELF and not _leaves_owner_open(name, own)
    ]
    return [
        _read(mention, name, None if _leaves_owner_open(name, own) else work, known)
        for mention, name, work in zip(mentions, names, printed, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Antecedent:
    mention: Mention
    name: CanonicalName | None
    work: Identity

    @property
    def names(self) -> set[str | None]:
        """The names that the work goes by in the document."""
        return {self.name.name if self.name else None, title_form(self.mention.title)} - {None}


def _read(mention: Mention, name: CanonicalName | None, printed: Identity | None, known: list[_Antecedent]) -> Read:
    if printed is not None:
        return Read(mention, printed, Reason.PRINTED)
    if mention.id != ITSELF and (told := _same_document(mention, name, known)) is not None:
        return Read(mention, told, Reason.SAME_DOCUMENT)
    looked_for = wanted(mention)
    return Read(mention, wanted=looked_for if looked_for.clues else None)


def _printed(mention: Mention, name: CanonicalName | None) -> Identity | None:
    """The work of a mention that says it all."""
    if mention.key is not None:
        year = _year(mention)
        scope = _scopes(mention).only
        if year is None or scope is None or (_of_parliament(mention) and not mention.doc_type):
            return None
        return Identity(_kind(mention), number_of(mention.key), None, scope, year)
    if name is None or not name.is_complete or name.owner is None or _kind(mention) in STATUTES:
        return None
    return Identity(_kind(mention), None, name.name, name.owner, name.year)


def _same_document(mention: Mention, name: CanonicalName | None, known: list[_Antecedent]) -> Identity | None:
    """The one work that another mention of the document names in full and this one can mean."""
    found = {one.work for one in known if _can_mean(mention, name, one)}
    return next(iter(found)) if len(found) == 1 else None


def _can_mean(mention: Mention, name: CanonicalName | None, one: _Antecedent) -> bool:
    kind, year = _kind(mention), _year(mention)
    if (kind and kind != one.work.kind) or (year is not None and year != one.work.year):
        return False
    if mention.key is not None:
        return number_of(mention.key) == one.work.number and _may_be_of(mention, one.work.scope)
    if mention.serial is not None:
        is_dated_alike = mention.issued_on is None or mention.issued_on == one.mention.issued_on
        return mention.serial == one.mention.serial and is_dated_alike
    return name is not None and name.name in one.names


def _may_be_of(mention: Mention, scope: str) -> bool:
    """Whether the scope is one that the mention can have; without an issuer it can have any."""
    if mention.issuer is None:
        return True
    places = _scopes(mention).places
    bare = {place.partition(" (")[0] for place in places}
    return not places or scope.partition(" (")[0] in bare


def wanted(mention: Mention) -> Wanted:
    """What a mention looks for in the archive."""
    name = _name(mention)
    kind, year = _kind(mention), _year(mention)
    citing_on = mention.document.issued_on if mention.id != ITSELF else None
    if mention.key is not None:
        return Wanted(
            kind if not _of_parliament(mention) or mention.doc_type else "",
            number=number_of(mention.key),
            scopes=_scopes(mention).places,
            year=year,
            issued_on=mention.issued_on,
            title=title_form(mention.title),
            term=_term(mention),
            citing_on=citing_on,
        )
    if mention.serial is not None:
        scopes = _scopes(mention).places if mention.issuer else ()
        return Wanted(
            kind,
            serial=mention.serial,
            scopes=scopes,
            year=year,
            issued_on=mention.issued_on,
            title=title_form(mention.title),
            term=_term(mention),
            citing_on=citing_on,
        )
    if name is not None and (kind in STATUTES or name.owner is not None):
        edition = name.year or year
        of_year = Identity(kind, None, name.name, name.owner or "", edition)
        return Wanted(
            kind,
            name=name.name,
            scopes=(name.owner,) if name.owner and (name.is_complete or kind in STATUTES) and not name.is_usual else (),
            year=edition,
            issued_on=mention.issued_on,
            citing_on=citing_on,
            fallback=of_year if kind in STATUTES and edition else None,
        )
    title = name.name if name is not None else title_form(mention.title)
    near = (CENTRAL, *_scopes(mention).places) if title else ()
    return Wanted(kind, title=title, scopes=near, issued_on=mention.issued_on, year=year, citing_on=citing_on)


def _name(mention: Mention) -> CanonicalName | None:
    """The canonical name of a mention by name; a resolution that is held names its congress in its title."""
    if mention.key is not None:
        return None
    name = mention.name
    if (
        mention.id == ITSELF
        and mention.doc_type == "nghi_quyet"
        and (mention.title or "").lower().startswith("đại hội")
    ):
        name = mention.title
    if name is None:
        return None
    evidence = mention.text if _TELLS_TIME.search(mention.text) else ""
    return canonical_name(_kind(mention), name, mention.document.home, evidence=evidence, issuer=mention.issuer)


def _owners_said(names: Sequence[CanonicalName | None]) -> dict[str, set[str]]:
    """The owners that a document gives to each name (`Đại hội XIII`), but for the usual one."""
    said: dict[str, set[str]] = {}
    for name in names:
        if name is not None and name.owner is not None and not name.is_usual:
            said.setdefault(name.name, set()).add(name.owner)
    return said


def _leaves_owner_open(name: CanonicalName | None, said: dict[str, set[str]]) -> bool:
    """Whether the usual owner of a name is not certain: the document gives the same name to another."""
    return name is not None and name.is_usual and bool(said.get(name.name, set()) - {name.owner})


def _kind(mention: Mention) -> str:
    return kind_of(mention.symbol, mention.doc_type)


def _of_parliament(mention: Mention) -> bool:
    """Laws and resolutions of the National Assembly have one symbol (``QH15``)."""
    return (mention.symbol or "").rstrip("0123456789") == "QH"


def _year(mention: Mention) -> int | None:
    printed = key_parts(mention.key).year if mention.key else None
    return printed or (mention.issued_on.year if mention.issued_on else None)


def _scopes(mention: Mention) -> Scopes:
    return scopes_of(
        mention.symbol or "",
        _kind(mention),
        mention.issuer,
        mention.document.home,
        issued_on=mention.issued_on,
        citing_on=mention.document.issued_on,
    )


def _term(mention: Mention) -> Term | None:
    match = _TERM.search(mention.issuer or "")
    return term_numbered(numeral(match["term"].lower()) or 0) if match else None
