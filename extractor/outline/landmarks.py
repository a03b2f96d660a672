"""What a page is oriented by: where letterheads, signatures, lists of recipients and annexes begin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import compress
from operator import itemgetter

import regex

from extractor.lexicon import load
from extractor.outline.anchors import Anchor, Anchors
from extractor.outline.breaks import is_shouted
from extractor.outline.persons import person_name
from extractor.outline.phrases import ACTING_FOR, PARTY_TITLE, RECIPIENTS, STATE_TITLE, may_hold_title
from extractor.outline.shapes import EDGES, unmarked
from extractor.outline.strips import Strips
from extractor.patterns import compile_plain

__all__ = ["Landmark", "find_landmarks", "is_annex", "is_attachment_head", "is_form_head", "is_title_of_state"]


class Landmark(StrEnum):
    """What a fixed phrase says about the place where it stands."""

    NATIONAL = "national"  # the title of the state or of the party: a letterhead
    RECIPIENTS = "recipients"  # Nơi nhận
    AUTHORITY = "authority"  # TM., KT. …: a signature
    POSITION = "position"  # a position in capitals over a name: a signature too
    ANNEX = "annex"  # `PHỤ LỤC I` alone on its line


_NATIONAL = regex.compile(rf"{STATE_TITLE}|(?:^|(?<=[ \t|]{{3}})){PARTY_TITLE}$")
_RECIPIENTS = regex.compile(rf"{RECIPIENTS}\s{{0,3}}(?:[:;.,]|$)|NƠI NHẬN")
#: The first of the recipients, where a stamp covers the words over them.
_AS_ABOVE = regex.compile(r"- ?Như (?:trên|[kK]ính gửi)\s?[;,.]")
_AUTHORITY = regex.compile(rf"(?<![\p{{L}}\d]){ACTING_FOR}(?=\p{{Lu}}{{2}})")
_TITLE_OF_STATE = regex.compile(rf"{STATE_TITLE}(?: VI\p{{Lu}}T NAM)?|{PARTY_TITLE}")
#: Two small letters in a row.
_PROSE = regex.compile(r"\p{Ll}{2}")
_SIGNS = regex.compile(rf"(?:^|\s{{2}}|[;:.,] )\W{{0,3}}{ACTING_FOR}\p{{Lu}}{{2}}")
_ANNEX = regex.compile(r"(?:PHỤ LỤC|Phụ lục)(?: (?:SỐ|số))?(?: ?[IVX\d]{1,5}\p{Lu}?)?\s?[.:]?$")
#: A line with a body in the middle of a form is long; a line of a signature is not.
_SIGNATURE_LENGTH = 160
#: The name of him who signs stands less than so many strips below his position.
_NAME_BELOW = 8
#: What heads an annex or a form is shorter than this.
_HEAD_LENGTH = 120
#: A line with `PHỤ LỤC` or a position alone is at most this long.
_SHORT_LINE = 60


@cache
def _positions() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return how a position is printed, without marks, and the letters that it begins with."""
    words = sorted(map(unmarked, load("closing")["signature"]["positions"]), key=len, reverse=True)
    pattern = rf"(?:KT ?\. ?|Q ?\. ?)?(?:{'|'.join(map(regex.escape, words))})(?![\p{{L}}])"
    return compile_plain(pattern), frozenset(("K", "Q", *(word[0] for word in words)))


def find_landmarks(strips: Strips, noise: Sequence[int], anchors: Anchors) -> list[tuple[int, Landmark]]:
    """Return the landmarks on `strips` as (place of the strip, what it is), in order.

    They are rare: of all strips only those with an anchor are read, and those in capitals.
    """
    kinds = (
        (Landmark.NATIONAL, _national(strips, anchors[Anchor.NATIONAL_TITLE])),
        (Landmark.RECIPIENTS, _recipients(strips, anchors)),
        (Landmark.AUTHORITY, _authorities(strips, anchors[Anchor.AUTHORITY])),
        (Landmark.ANNEX, _annexes(strips, anchors[Anchor.ANNEX])),
        (Landmark.POSITION, _positions_over_names(strips)),
    )
    found = [(place, kind) for kind, places in kinds for place in places if not noise[place]]
    found.sort(key=itemgetter(0))  # of two on one strip the first in the order of the kinds stays the first
    return found


def _national(strips: Strips, places: Iterable[int]) -> Iterator[int]:
    for place in places:
        text = strips.texts[place]
        if _NATIONAL.search(text) and is_title_of_state(text):
            yield place


def _recipients(strips: Strips, anchors: Anchors) -> Iterator[int]:
    for place in anchors[Anchor.RECIPIENTS]:
        if _RECIPIENTS.search(strips.texts[place]):
            yield place
    for place in anchors[Anchor.FIRST_RECIPIENT]:
        if _AS_ABOVE.match(strips.texts[place]):
            yield place


def _authorities(strips: Strips, places: Iterable[int]) -> Iterator[int]:
    """Yield the strips with a `TM.`, `KT.` … that signs: it begins the line or a column."""
    for place in places:
        text = strips.texts[place]
        if len(text) < _SIGNATURE_LENGTH and _AUTHORITY.search(text) and (is_shouted(text) or _SIGNS.search(text)):
            yield place


def _annexes(strips: Strips, places: Iterable[int]) -> Iterator[int]:
    for place in places:
        text = strips.texts[place]
        if len(text) <= _SHORT_LINE and _ANNEX.match(text) and _stands_apart(strips, place):
            yield place


def _positions_over_names(strips: Strips) -> Iterator[int]:
    texts, (positions, letters) = strips.texts, _positions()
    for place in compress(range(len(texts)), map(str.isupper, texts)):
        text = texts[place]
        if len(text) > _SHORT_LINE or unmarked(text[0]) not in letters or not positions.match(unmarked(text)):
            continue
        if any(map(person_name, texts[place + 1 : place + _NAME_BELOW])):
            yield place


def is_title_of_state(text: str) -> bool:
    """Say whether a strip is a line of a letterhead with the title of the state or the party, and does not quote it."""
    match = _TITLE_OF_STATE.search(text) if may_hold_title(text) else None
    if match is None or text.startswith('"'):
        return False
    before, after = text[: match.start()].strip(EDGES), text[match.end() :].strip(EDGES)
    return (not before or not _PROSE.search(before) or len(before) < 4) and not after[:1].islower()


def _stands_apart(strips: Strips, place: int) -> bool:
    if place == 0 or strips.gaps[place]:
        return True
    last = strips.texts[place - 1][-1]
    return last in ".;/:" or not last.isalpha()


@cache
def _attachments() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """Return with which letters attachments are headed, with which words, and with which those that are forms."""
    attachments = load("closing")["attachments"]
    heads = (*attachments["annexes"], *attachments["forms"])
    return frozenset(head[0] for head in heads), heads, tuple(attachments["forms"])


def is_attachment_head(text: str) -> bool:
    """Say whether `text`, a line that stands after a signature, heads an annex, a form or a list."""
    letters, heads, _ = _attachments()
    bare = text.lstrip(EDGES)
    return bare[:1] in letters and len(text) < _HEAD_LENGTH and bare.startswith(heads)


def is_annex(text: str) -> bool:
    """Say whether `text` is nothing but `Phụ lục`, numbered perhaps."""
    return _ANNEX.match(text) is not None


def is_form_head(text: str) -> bool:
    """Say whether `text` heads a form or a list."""
    return text.lstrip(EDGES).startswith(_attachments()[2])
