"""Names of bodies in the flow: read at their heads, joined in lists, completed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, lru_cache

from extractor.find.alternation import any_word_of
from extractor.find.bodies.canonical import Canon
from extractor.find.bodies.coordination import joined
from extractor.find.bodies.ellipsis import completed
from extractor.find.bodies.grammar import NameGrammar
from extractor.find.bodies.heads import find_heads
from extractor.find.bodies.name import Name
from extractor.find.definitions import find_definitions
from extractor.find.mentions import BodyMention, CitationMention
from extractor.lexicon import load
from extractor.names import Home
from extractor.names.places import provinces
from extractor.patterns import compile_plain
from extractor.reading import Reading

__all__ = ["canon_of", "find_bodies"]


def find_bodies(reading: Reading, citations: list[CitationMention]) -> list[BodyMention]:
    """Return the names of bodies and of kinds of bodies in what the document says, but for those inside citations."""
    text = reading.text
    # One step after the other over the whole text, not all steps name by name: the processor keeps to one at a time.
    members = _members(text, _names(reading, citations))
    canon = canon_of(reading)
    mentions: list[BodyMention] = []
    end = 0
    for name in members:
        body, parent, inferred = canon.name(name)
        start = name.start
        person = start < name.head or name.words == "bộ trưởng"
        # The joint is asked again only where a name between the two has turned out to be none.
        listed = name.joined if name.before == end else joined(text, end, start)
        end = name.end
        mentions.append(BodyMention(start, end, body, parent, inferred, name.is_kind, person, name.persons, listed))
    return mentions


def canon_of(reading: Reading) -> Canon:
    """Return what names mean in the document of `reading`."""
    return Canon(reading.text, _home(reading), reading.header.issuer, find_definitions(reading))


def _members(text: str, names: list[Name]) -> list[Name]:
    """Return `names` as members of the lists that they stand in, each with its name in full."""
    members: list[Name] = []
    listed: list[Name] = []
    end = 0
    for name in names:
        if listed:
            name.before = end
            name.joined = joined(text, end, name.start)
            if not name.joined:
                members += completed(text, listed)
                listed = []
        listed.append(name)
        end = name.end
    return members + completed(text, listed) if listed else members


def _names(reading: Reading, citations: Iterable[CitationMention]) -> list[Name]:
    """Return the names in what the document says that stand in no citation, in order."""
    text, lower = reading.text, reading.lowered
    heads = find_heads(text, lower, reading.speaking)
    grammar = NameGrammar(text, lower, heads)
    cited = sorted([(citation.start, citation.end) for citation in citations], reverse=True)  # the next one last
    cited.insert(0, (len(text), 0))
    cited_from = cited[-1][0]
    names: list[Name] = []
    done = 0
    for start, head in heads.items():
        if start < done:
            continue
        while cited_from <= start:
            done = cited.pop()[1]
            cited_from = cited[-1][0]
        if start < done or (name := grammar.read(start, head)) is None:
            continue
        done = name.end
        if head.is_level:
            if name.own_end - name.head > head.size:
                continue  # `Thành phố Hà Nội` is a place
            if lower.endswith(_WHERE, max(0, start - 8), start):
                continue  # `các đoàn thể trong tỉnh`
        if text.startswith(" (", done) and (remark := (_ASIDE if name.is_kind else _REMARK).match(text, done)):
            done = remark.end()  # `Sở Nội vụ (Cơ quan Thường trực)` says who it is, it names no other
        names.append(name)
        if name.placed and (further := grammar.further_places(name)):
            names += further
            done = further[-1].end
    return names


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
_RECURRING = 1024  # letterheads that are remembered: an archive has thousands of documents of each office


def _home(reading: Reading) -> Home:
    """Return where the document is at home; what its letterhead does not say, its text may."""
    header = reading.header
    home = _home_of(header.issuer, header.parent_issuer, header.place)
    if home is None:
        return Home()
    return home if home.province else replace(home, province=_province_named(reading.text))


@lru_cache(_RECURRING)
def _home_of(issuer: str | None, above: str | None, place: str | None) -> Home | None:
    """Return the home that a letterhead tells; None for a national body.

    The place of its date line is where such a body sits, not what it governs.
    """
    return None if issuer and _national().match(issuer) else Home.read(issuer, above, place)


def _province_named(text: str) -> str | None:
    """Return the province that the head of `text` names by far the most, if there is one."""
    beginnings = _provinces_by_beginning()
    named: Counter[str] = Counter()
    for level in ("tỉnh ", "thành phố ", "TỈNH ", "THÀNH PHỐ "):
        position = text.find(level, 0, _HEAD)
        while position >= 0:
            begin = position + len(level)
            for printed, called in beginnings.get(text[begin : begin + 2], ()):
                if text.startswith(printed, begin):
                    named[called] += 1
            position = text.find(level, begin, _HEAD)
    first, second = (*named.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > 2 * second[1] else None


@cache
def _provinces_by_beginning() -> dict[str, list[tuple[tuple[str, str], str]]]:
    """Return the provinces by their first two letters: how each is printed, and what it is called with its level."""
    found: dict[str, list[tuple[tuple[str, str], str]]] = {}
    for name, level in provinces().items():
        entry = (name, name.upper()), f"{level} {name}"
        for beginning in {name[:2], name[:2].upper()}:
            found.setdefault(beginning, []).append(entry)
    return found
