"""Names of bodies in the flow: read at their heads, joined in lists, completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.find.bodies.canonical import Canon
from extractor.find.bodies.coordination import joined
from extractor.find.bodies.ellipsis import completed
from extractor.find.bodies.grammar import Name, NameGrammar
from extractor.find.bodies.heads import BARE, WEAK, find_heads
from extractor.find.definitions import find_definitions
from extractor.find.mentions import BodyMention, CitationMention
from extractor.lexicon import load
from extractor.names import Home
from extractor.names.places import LEVELS, provinces
from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, Reading

__all__ = ["canon_of", "find_bodies"]

_LEVELS = frozenset(LEVELS)
#: What is a name in a list, or after a determiner, only.
_DEPENDENT = (WEAK, BARE)


def find_bodies(reading: Reading, citations: list[CitationMention]) -> list[BodyMention]:
    """Return the names of bodies and of kinds of bodies in what the document says, but for those inside citations."""
    text = reading.text
    canon = canon_of(reading)
    mentions: list[BodyMention] = []
    for names in _lists(text, _names(reading, citations)):
        for member in completed(text, names):
            name = member.name
            body, parent, inferred = canon.name(name, member.words, elliptic=member.elliptic)
            person = name.start < name.head or name.words == "bộ trưởng"
            mentions.append(
                BodyMention(name.start, name.end, body, parent, inferred, name.is_kind, person, name.persons)
            )
    return mentions


def canon_of(reading: Reading) -> Canon:
    """Return what names mean in the document of `reading`."""
    return Canon(reading.text, _home(reading), reading.header.issuer, find_definitions(reading))


def _lists(text: str, names: Iterable[Name]) -> Iterator[list[Name]]:
    """Yield the lists that `names` stand in; one that needs a list or a determiner and has neither is dropped."""
    members: list[Name] = []
    for name in names:
        if members and not joined(text, members[-1].end, name.start):
            if _stands(members):
                yield members
            members = []
        members.append(name)
    if members and _stands(members):
        yield members


def _stands(members: list[Name]) -> bool:
    return len(members) > 1 or members[0].determined or members[0].head_class not in _DEPENDENT


def _names(reading: Reading, citations: Iterable[CitationMention]) -> Iterator[Name]:
    text = reading.text
    lower = reading.lowered
    heads = find_heads(lower)
    grammar = NameGrammar(text, lower, heads)
    cited = sorted(((citation.start, citation.end) for citation in citations), reverse=True)  # the next one last
    cited_end = 0
    done = 0
    part_end, speaks = -1, False
    for start, head in heads.items():
        if start < done:
            continue
        if start >= part_end:
            paragraph = reading.paragraph_at(start)
            part_end, speaks = paragraph.end, paragraph.part in SPEAKING
        if not speaks:
            continue
        while cited and cited[-1][0] <= start:
            cited_end = cited.pop()[1]
        if start < cited_end:
            continue
        if name := grammar.read(start, head):
            done = name.end
            if name.words in _LEVELS:
                if name.own_end - name.head > len(name.words):
                    continue  # `Thành phố Hà Nội` is a place
                if lower.endswith(_WHERE, max(0, start - 8), start):
                    continue  # `các đoàn thể trong tỉnh`
            if text.startswith(" (", done) and (remark := (_ASIDE if name.is_kind else _REMARK).match(text, done)):
                done = remark.end()  # `Sở Nội vụ (Cơ quan Thường trực)` says who it is, it names no other
            yield name
            for further in grammar.further_places(name):
                done = further.end
                yield further


#: What stands before a level that only tells where.
_WHERE = ("trong ", "trên ", "tại ", "ở ", "toàn ")
_REMARK = compile_plain(
    r" \((?!(?:thông )?qua |gồm|như|chủ trì|(?-i:Vụ|Phòng|Cục|Ban|Văn phòng|Tổ|Chi cục) [^()]{2,60}\))[^()\n]{1,90}\)",
    re.IGNORECASE,
)


#: What is said of a kind in brackets and names no example of it: `cấp ủy cấp trên (nơi không có cấp ủy cơ sở)`.
_ASIDE = compile_plain(
    r" \((?:nơi|nếu|trừ|khi|do|để|tại|theo|trong|đối với|sau|trước|không|có|được|là|thuộc)(?!\p{L})[^()\n]{1,90}\)"
)


@cache
def _national() -> re.Pattern[str]:
    return compile_plain(any_word_of(load("bodies")["context"]["national"]) + "(?! Chỉ huy)")


#: How far the text is searched for the province.
_HEAD = 60_000
_PROVINCE = compile_plain(r"(?:tỉnh|thành phố|TỈNH|THÀNH PHỐ) (?=\p{Lu})")


def _home(reading: Reading) -> Home:
    """Return where the document is at home; what its letterhead does not say, its text may."""
    header = reading.header
    if header.issuer and _national().match(header.issuer):
        return Home()  # the place of its date line is where it sits, not what it governs
    home = Home.read(header.issuer, header.parent_issuer, header.place)
    return home if home.province else replace(home, province=_province_named(reading.text))


def _province_named(text: str) -> str | None:
    """Return the province that the head of `text` names by far the most, if there is one."""
    named = Counter(
        f"{level} {name}"
        for match in _PROVINCE.finditer(text, 0, _HEAD)
        for name, level in provinces().items()
        if text.startswith((name, name.upper()), match.end())
    )
    first, second = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > 2 * second[1] else None
