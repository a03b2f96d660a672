"""What landmarks, running heads and stamps turn on: short phrases, all of them found in one pass over the page.

Of a long text only few lines hold one, and only those are read with the patterns that decide.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import cache

from extractor.outline.strips import Strips
from extractor.text.phrases import PhraseScanner

__all__ = ["Anchor", "Anchors", "find_anchors"]


class Anchor(Enum):
    """What a phrase may be part of."""

    NATIONAL_TITLE = auto()
    TITLE_IN_SMALL_LETTERS = auto()
    RECIPIENTS = auto()
    FIRST_RECIPIENT = auto()
    AUTHORITY = auto()
    ANNEX = auto()
    RUNNING_HEAD = auto()
    STAMP = auto()


#: Each phrase as short as it may be and still be rare.
_PHRASES = {
    Anchor.NATIONAL_TITLE: ("NG",),
    Anchor.TITLE_IN_SMALL_LETTERS: ("nghĩa",),
    Anchor.RECIPIENTS: ("ơi", "oi", "ơI", "NƠI"),
    Anchor.FIRST_RECIPIENT: ("Như trên", "Như kính gửi", "Như Kính gửi"),
    Anchor.AUTHORITY: ("TM", "KT", "TL", "T/M", "K/T", "T/L", "Q"),
    Anchor.ANNEX: ("PHỤ LỤC", "Phụ lục"),
    Anchor.RUNNING_HEAD: ("CÔNG BÁO", "Công báo", "Trang "),
    Anchor.STAMP: ("Ký ", "Người ký", "Được ký", "igned by", "Signature"),
}
_ANCHOR_OF = {phrase: anchor for anchor, phrases in _PHRASES.items() for phrase in phrases}

#: The places of the strips that hold a phrase of each anchor, ascending.
Anchors = dict[Anchor, list[int]]


@cache
def _scanner() -> PhraseScanner:
    return PhraseScanner(_ANCHOR_OF)


def find_anchors(strips: Strips) -> Anchors:
    """Return the anchors on `strips`: in a third of the time that searching the page for each phrase takes."""
    anchors: Anchors = {anchor: [] for anchor in Anchor}
    for start, phrase in _scanner().scan(strips.page):
        places = anchors[_ANCHOR_OF[phrase]]
        place = strips.at(start)
        if not places or places[-1] != place:
            places.append(place)
    return anchors
