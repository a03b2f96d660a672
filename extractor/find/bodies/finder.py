"""Names of bodies in the flow: read at their heads, listed, completed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from extractor.find.bodies.canonical import Canon
from extractor.find.bodies.coordination import joined
from extractor.find.bodies.grammar import Name, NameGrammar
from extractor.find.bodies.heads import HeadClass, find_heads
from extractor.find.definitions import find_definitions
from extractor.find.mentions import BodyMention, CitationMention
from extractor.names import Home
from extractor.reading import SPEAKING, Reading

__all__ = ["find_bodies"]


def find_bodies(reading: Reading, citations: list[CitationMention]) -> list[BodyMention]:
    """Return the names of bodies and of kinds of bodies in what the document says, but for those inside citations."""
    text = reading.text
    names = list(_names(reading, citations))
    canon = Canon(text, _home(reading), reading.header.issuer, find_definitions(reading))
    mentions: list[BodyMention] = []
    stem: str | None = None  # what an elliptic member of the present list shares with the one before
    for index, name in enumerate(names):
        follows = index > 0 and joined(text[names[index - 1].end : name.start])
        leads = index + 1 < len(names) and joined(text[name.end : names[index + 1].start])
        bare = text[name.start : name.start + 1].islower() and not name.determined
        if not follows:
            stem = None
        if stem and _elliptic(name):
            body = canon.written(f"{stem} {text[name.head : name.end]}")
            mentions.append(BodyMention(name.start, name.end, body))
            continue
        if name.head_class is HeadClass.WEAK and not (name.determined or follows or leads):
            continue
        stem = _stem(text, name)
        listed = bool(stem) and leads and _elliptic(names[index + 1])
        body, parent, inferred = canon.name(name, listed=listed)
        mentions.append(BodyMention(name.start, name.end, body, parent, inferred))
        _ = bare
    return mentions


_LEVELS = frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "tp", "tx", "thành phố trực thuộc trung ương"})
_COMMITTEES = frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy"})


def _elliptic(name: Name) -> bool:
    """Say whether `name` is a level alone, which a list before it completes (`LĐLĐ các huyện, thành phố`)."""
    return name.words in _LEVELS or (name.words in _COMMITTEES and not name.placed)


def _stem(text: str, name: Name) -> str | None:
    """Return what a following elliptic member shares with `name`: its words before the level."""
    if name.level is None or name.placed or name.words in _LEVELS:
        return None
    return text[name.head : name.level[0]].removesuffix(" ") or None


def _names(reading: Reading, citations: Iterable[CitationMention]) -> Iterable[Name]:
    text = reading.text
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer: none is Vietnamese
        lower = "".join(small if len(small := char.lower()) == 1 else char for char in text)
    heads = {head.start: head for head in find_heads(lower)}
    grammar = NameGrammar(text, lower, heads)
    cited = sorted((citation.start, citation.end) for citation in citations)
    starts = [start for start, _ in cited]
    done = 0
    for head in heads.values():
        if head.start < done:
            continue
        place = bisect_right(starts, head.start) - 1
        if place >= 0 and head.start < cited[place][1]:
            continue
        if reading.paragraph_at(head.start).part not in SPEAKING:
            continue
        if name := grammar.read(head):
            done = name.end
            yield name


def _home(reading: Reading) -> Home:
    header = reading.header
    return Home.read(header.issuer, header.parent_issuer, header.place)
