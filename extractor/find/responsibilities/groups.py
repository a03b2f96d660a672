"""Lists of bodies as they stand in their clauses: what the rules look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import copy

from extractor.find.mentions import BodyMention
from extractor.find.responsibilities.cues import last_word, may_be_cue
from extractor.reading import Paragraph, Reading

__all__ = ["Group", "find_lists", "words_after"]

#: How far a clause is looked at to either side; cues stand nearer.
_REACH = 400

#: Abbreviations after which a full stop ends nothing.
_ABBREVIATIONS = frozenset({"TP", "Tp", "TX", "Đ/c", "đ/c", "PGS", "TS", "ThS", "GS", "Q", "H", "P", "tr", "No"})
_LAST_LETTERS = frozenset(abbreviation[-1] for abbreviation in _ABBREVIATIONS)


class Group:
    """Bodies that stand in one list, with the clause of the list.

    It is never changed. Rules ask for its parts some forty times, and slots answer fastest.

    Attributes:
        members: The bodies, in order.
        start: Flow position of the first body.
        end: Flow position after the last body.
        paragraph: The paragraph in which the list begins.
        clause: Flow position at which its clause begins.
        before: The words from there to the list.
        words: The same in small letters, without white space and quotes at their head.
        after: The words from the list to the end of its paragraph, or as far as rules look.
    """

    __slots__ = ("after", "before", "clause", "end", "members", "paragraph", "start", "words")

    def __init__(self, reading: Reading, paragraph: Paragraph, members: Sequence[BodyMention]) -> None:
        text = reading.text
        self.members = members
        self.paragraph = paragraph
        self.start = start = members[0].start
        self.end = members[-1].end
        content = paragraph.content
        self.clause = clause = _clause(text, start - _REACH if start - content > _REACH else content, start)
        self.before = text[clause:start]
        self.words = reading.lowered[clause:start].lstrip(' "')
        self.after = words_after(text, paragraph, members)

    def of(self, members: Sequence[BodyMention]) -> Group:
        """Return the same place with other `members`."""
        group = copy(self)
        group.members = members
        group.start, group.end = members[0].start, members[-1].end
        return group


def find_lists(reading: Reading, bodies: Iterable[BodyMention]) -> Iterator[list[BodyMention]]:
    """Yield `bodies` in the lists that they form, in order."""
    text = reading.text
    members: list[BodyMention] = []
    end = 0
    for body in bodies:
        if members and not (body.joined and _goes_on(reading, members, text[end : body.start])):
            yield members
            members = []
        members.append(body)
        end = body.end
    if members:
        yield members


#: Joints after which a list goes on whatever stands round it: most of all.
_PLAIN_JOINTS = frozenset({", ", " và ", ", các ", " và các "})


def _goes_on(reading: Reading, members: list[BodyMention], between: str) -> bool:
    """Say whether a list goes on, by the joint that stands `between` it and the next body."""
    return between in _PLAIN_JOINTS or (
        (";" not in between or _is_led(reading, members)) and not _of_whom(reading, members, between)
    )


def _of_whom(reading: Reading, members: list[BodyMention], between: str) -> bool:
    """Say whether `với` names who is told of the first: `báo cáo tình hình của Đảng bộ với Huyện ủy`."""
    if between.strip() not in ("với", "cho", "về"):
        return False
    start = members[0].start
    content = max(reading.paragraph_at(start).content, start - 60)
    return "báo cáo" in reading.text[content:start].lower()


def _is_led(reading: Reading, members: list[BodyMention]) -> bool:
    """Say whether a list goes on after a semicolon: one that is told or headed does, one inside a clause does not."""
    text, start = reading.text, members[0].start
    content = reading.paragraph_at(start).content
    words = text[max(content, start - 60) : start]
    return start - content < 40 or may_be_cue(last_word(words.lower()))


def words_after(text: str, paragraph: Paragraph, members: Sequence[BodyMention]) -> str:
    """Return the words from a list, which begins in `paragraph`, to the end of that, or as far as rules look."""
    after = members[-1].end
    if text[after : after + 1] == ")" and "(" in text[members[0].end : members[-1].start]:
        after += 1  # `cấp ủy (hoặc chi bộ)`
    return text[after : min(paragraph.end, after + _REACH)]


def _clause(text: str, begin: int, start: int) -> int:
    """Return where the clause begins in which `start` stands, not before `begin`."""
    end = start
    while (stop := _last_stop(text, begin, end)) >= 0:
        if text[stop - 1] not in _LAST_LETTERS or _last_word(text, begin, stop) not in _ABBREVIATIONS:
            begin = stop + 1
            break
        end = stop + 1
    while begin < start and text[begin] == " ":
        begin += 1
    return begin


def _last_word(text: str, begin: int, end: int) -> str:
    return text[max(begin, end - 5) : end].replace("(", " ").rpartition(" ")[2]


#: Punctuation that ends a clause, before a space or a quote.
_STOPS = ("; ", ". ", ": ")
_QUOTED_STOPS = (';"', '."', ':"')


def _last_stop(text: str, begin: int, end: int) -> int:
    """Return the last position in ``text[begin:end]`` where a clause ends, -1 if none does."""
    stop = -1
    for mark in _STOPS:
        found = text.rfind(mark, begin, end)
        if found >= 0:
            stop = begin = found  # what stands before it is of no interest to the next
    if text.find('"', begin, end) >= 0:
        for mark in _QUOTED_STOPS:
            stop = max(stop, text.rfind(mark, begin, end))
    return stop
