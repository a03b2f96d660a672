"""Lists of bodies as they stand in their clauses: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractor.find.bodies.coordination import joined
from extractor.find.mentions import BodyMention
from extractor.find.responsibilities.cues import last_word, may_be_cue
from extractor.reading import Paragraph, Reading

__all__ = ["Group", "find_groups", "group_of"]

#: How far a clause is looked at to either side; cues stand nearer.
_REACH = 400

#: Where a clause ends: punctuation before a space or a quotation mark.
_STOPS = (". ", "; ", ": ", '."', ';"', ':"')
#: Abbreviations after which a full stop ends nothing.
_ABBREVIATIONS = frozenset({"TP", "Tp", "TX", "Đ/c", "đ/c", "PGS", "TS", "ThS", "GS", "Q", "H", "P", "tr", "No"})


class Group(NamedTuple):
    """Bodies that stand in one list.

    Attributes:
        members: The bodies, in order.
        paragraph: The paragraph in which the list begins.
        clause: Flow position at which its clause begins.
        before: The words from there to the list.
        after: The words from the list to the end of its paragraph, or as far as rules look.
    """

    members: tuple[BodyMention, ...]
    paragraph: Paragraph
    clause: int
    before: str
    after: str

    @property
    def start(self) -> int:
        """Flow position of the first body."""
        return self.members[0].start

    @property
    def end(self) -> int:
        """Flow position after the last body."""
        return self.members[-1].end


def find_groups(reading: Reading, bodies: Iterable[BodyMention]) -> Iterator[Group]:
    """Yield `bodies` in the lists that they form, in order."""
    text = reading.text
    members: list[BodyMention] = []
    for body in bodies:
        between = text[members[-1].end : body.start] if members else ""
        if members and (
            not joined(between)
            or (";" in between and not _goes_on(reading, members))
            or _of_whom(reading, members, between)
        ):
            yield group_of(reading, members)
            members = []
        members.append(body)
    if members:
        yield group_of(reading, members)


def _of_whom(reading: Reading, members: list[BodyMention], between: str) -> bool:
    """Say whether `với` names who is told of the first: `báo cáo tình hình của Đảng bộ với Huyện ủy`."""
    if between.strip() not in ("với", "cho", "về"):
        return False
    start = members[0].start
    content = max(reading.paragraph_at(start).content, start - 60)
    return "báo cáo" in reading.text[content:start].lower()


def _goes_on(reading: Reading, members: list[BodyMention]) -> bool:
    """Say whether a list goes on after a semicolon: one that is told or headed does, one inside a clause does not."""
    text, start = reading.text, members[0].start
    content = reading.paragraph_at(start).content
    words = text[max(content, start - 60) : start]
    return start - content < 40 or may_be_cue(last_word(words.lower()))


def group_of(reading: Reading, members: Sequence[BodyMention]) -> Group:
    """Return the list of `members` with its clause."""
    text = reading.text
    start, end = members[0].start, members[-1].end
    paragraph = reading.paragraph_at(start)
    clause = _clause(text, max(paragraph.content, start - _REACH), start)
    while clause < start and text[clause] == " ":
        clause += 1
    if text.startswith(")", end) and "(" in text[members[0].end : members[-1].start]:
        end += 1  # `cấp ủy (hoặc chi bộ)`
    return Group(tuple(members), paragraph, clause, text[clause:start], text[end : min(paragraph.end, end + _REACH)])


def _clause(text: str, begin: int, start: int) -> int:
    """Return where the clause begins in which `start` stands, not before `begin`."""
    end = start
    marks = _STOPS if text.find('"', begin, start) >= 0 else _STOPS[:3]
    while (stop := max([text.rfind(mark, begin, end) for mark in marks])) >= 0:
        if text[max(begin, stop - 5) : stop].replace("(", " ").rpartition(" ")[2] not in _ABBREVIATIONS:
            return stop + 1
        end = stop + 1
    return begin
