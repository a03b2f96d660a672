"""What a mention looks for that does not say all of a work's identity, and which of the known works it can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from corpus.citator.data import load
from corpus.citator.identity import STATUTES, Identity, Work
from corpus.citator.terms import Term, period_of

__all__ = ["Outcome", "Reason", "Status", "Wanted", "decide", "title_clue"]

LIKE = 88.0
"""Titles that agree to this share of their words (rapidfuzz ``token_sort_ratio``, 0 to 100) are one title misread."""
UNLIKE = 75.0
"""A second candidate must be less like than this."""
MOST_CANDIDATES = 50
"""With more of them, the list says nothing."""


class Status(StrEnum):
    """What became of a mention."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"
    UNPARSEABLE = "unparseable"


class Reason(StrEnum):
    """Why a mention has its status; kept beside it, so that nothing is decided silently."""

    PRINTED = "printed"
    """The mention says it all."""
    SAME_DOCUMENT = "same_document"
    """Another mention of the same document says the rest."""
    OWN_NAME = "own_name"
    """A statute with its year, of which no number is known."""
    DATE = "date"
    """The one known work of this number, or name, and date."""
    TITLE = "title"
    """The one known work with this title."""
    IN_FORCE = "in_force"
    """The edition that was in force when the citing document was issued."""
    TERM = "term"
    """The one known work of the term that is named."""
    PERIOD = "period"
    """The one known work of the number, in the term or year of the citing document itself."""
    SEVERAL = "several"
    """More than one known work fits."""
    OTHER_PERIOD = "other_period"
    """One known work fits, but the number may have been given again since."""
    EDITION = "edition"
    """A statute of this name is known, but not whether it is the edition that is meant."""
    NO_CANDIDATE = "no_candidate"
    """No known work fits, and the mention does not say enough to make one known."""
    NO_CLUE = "no_clue"
    """No number, name or title."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is known of the work meant; null or empty where nothing tells."""

    kind: str = ""
    number: str | None = None
    serial: int | None = None
    name: str | None = None
    scopes: tuple[str, ...] = ()
    year: int | None = None
    issued_on: dt.date | None = None
    title: str | None = None
    term: Term | None = None
    citing_on: dt.date | None = None
    fallback: Identity | None = None
    """The work of its own that the mention makes known if no numbered one fits."""

    @property
    def clues(self) -> tuple[str, ...]:
        """Under which clues works are looked for, and the mention waits."""
        if self.number is not None:
            return tuple(f"number|{self.number}|{scope}" for scope in self.scopes or ("",))
        if self.serial is not None:
            return (f"serial|{self.kind}|{self.serial}",)
        found = []
        if self.name is not None:
            found.append(f"name|{self.name}")
        if self.title is not None and self.kind not in STATUTES:
            found += [title_clue(self.kind, self.title), f"name|{self.title}"]
        return tuple(found)

    def fits(self, work: Work) -> bool:
        """Whether the work can be meant."""
        identity = work.identity
        if self.kind and identity.kind and self.kind != identity.kind:
            return False
        if self.scopes and identity.scope not in self.scopes:
            return False
        if self.fallback is not None and identity.number is None:
            return False
        if self.year is not None and identity.year is not None and self.year != identity.year:
            return False
        if self.issued_on and work.issued_on and self.issued_on != work.issued_on:
            return False
        if self.term is not None and not (work.issued_on and self.term.covers(work.issued_on)):
            return False
        return self.citing_on is None or work.earliest is None or work.earliest <= self.citing_on


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided: the work, or the candidates, and why."""

    status: Status
    reason: Reason
    work: Identity | None = None
    candidates: tuple[Identity, ...] = ()


def title_clue(kind: str, title: str) -> str:
    """Titles are looked for among those that begin alike."""
    return f"title|{kind}|{' '.join(title.split()[:3])}"


def decide(wanted: Wanted, known: Sequence[Work]) -> Outcome:
    """Choose among the known works; the order in which they are given does not matter."""
    fitting = [work for work in known if wanted.fits(work)]
    chosen = _by_date(wanted, fitting) or _by_title(wanted, fitting)
    if chosen is None and (wanted.number or wanted.serial is not None or wanted.name):
        chosen = _by_term(wanted, fitting) or _in_force(wanted, fitting) or _by_period(wanted, fitting)
    if chosen is not None:
        return Outcome(Status.RESOLVED, chosen[1], chosen[0].identity)
    if wanted.fallback is not None and not fitting:
        return Outcome(Status.RESOLVED, Reason.OWN_NAME, wanted.fallback)
    if wanted.number is None and wanted.serial is None and wanted.name is None:
        fitting = []  # works whose titles merely begin alike are no candidates
    candidates = tuple(sorted((work.identity for work in fitting), key=lambda identity: identity.text))
    if not candidates:
        return Outcome(Status.UNRESOLVED, Reason.NO_CANDIDATE)
    alone = Reason.EDITION if wanted.kind in STATUTES and wanted.name else Reason.OTHER_PERIOD
    reason = Reason.SEVERAL if len(candidates) > 1 else alone
    return Outcome(Status.AMBIGUOUS, reason, candidates=candidates[:MOST_CANDIDATES])


def _by_date(wanted: Wanted, fitting: Sequence[Work]) -> tuple[Work, Reason] | None:
    if wanted.issued_on is None and wanted.fallback is None:
        return None
    if wanted.fallback is not None:
        exact = list(fitting)  # of the name and the year; none of them has another date
    else:
        exact = [work for work in fitting if work.issued_on == wanted.issued_on]
    if wanted.number is None and wanted.serial is None and wanted.name is None:
        return None
    return (exact[0], Reason.DATE) if len(exact) == 1 else None


def _by_title(wanted: Wanted, fitting: Sequence[Work]) -> tuple[Work, Reason] | None:
    if wanted.title is None:
        return None
    scored = sorted(
        ((fuzz.token_sort_ratio(wanted.title, work.title), work) for work in fitting if work.title),
        key=lambda pair: (-pair[0], pair[1].identity.text),
    )
    if not scored or scored[0][0] < LIKE or (len(scored) > 1 and scored[1][0] >= UNLIKE):
        return None
    return scored[0][1], Reason.TITLE


def _by_term(wanted: Wanted, fitting: Sequence[Work]) -> tuple[Work, Reason] | None:
    return (fitting[0], Reason.TERM) if wanted.term is not None and len(fitting) == 1 else None


def _in_force(wanted: Wanted, fitting: Sequence[Work]) -> tuple[Work, Reason] | None:
    """The edition in force on the day of the citing document, where the list of editions covers that day."""
    day = wanted.citing_on
    if wanted.kind not in STATUTES or wanted.name is None or day is None or day > load("named_works")["known_until"]:
        return None
    begun = [(work.in_force, work) for work in fitting if work.in_force is not None and work.in_force <= day]
    if not begun or any(work.in_force is None for work in fitting):
        return None
    return max(begun, key=lambda pair: pair[0])[1], Reason.IN_FORCE


def _by_period(wanted: Wanted, fitting: Sequence[Work]) -> tuple[Work, Reason] | None:
    """The only known work of a number, if it is of the very term or year in which the citing document was issued."""
    if len(fitting) != 1 or wanted.citing_on is None or (wanted.number is None and wanted.serial is None):
        return None
    work = fitting[0]
    if work.issued_on is None:
        return None
    periods = {
        period_of(day, party=work.is_party, scope=work.identity.scope) for day in (work.issued_on, wanted.citing_on)
    }
    return (work, Reason.PERIOD) if len(periods) == 1 and None not in periods else None
