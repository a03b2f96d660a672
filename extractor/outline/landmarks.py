"""The fixed phrases that a page is oriented by, found in one scan of the whole text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

import regex

from extractor.outline.strips import Strip

__all__ = ["Landmark", "find_landmarks"]


class Landmark(StrEnum):
    """What a fixed phrase says about the place where it stands."""

    NATIONAL = "national"  # the title of the state or of the party: a letterhead
    RECIPIENTS = "recipients"  # Nơi nhận
    AUTHORITY = "authority"  # TM., KT. …: a signature


# Scanners damage marks more than letters, so the phrases are matched by their bare shape.
_PHRASES = regex.compile(
    r"(?P<national>C\p{Lu}NG ?H\p{Lu}{1,2}A?\W{0,3}X\p{Lu} ?H\p{Lu}I ?CH\p{Lu} ?NGH\p{Lu}{2}|ĐẢNG CỘNG SẢN VIỆT NAM\s*$)"
    r"|(?P<recipients>N[ơo][iI]\s?nh[ậâa]n\s{0,3}(?:[:;.,]|$)|NƠI NHẬN)"
    r"|(?<![\p{L}\d])(?P<authority>(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?[.,]\s?(?=\p{Lu}{2}))",
    regex.MULTILINE,
)


def find_landmarks(text: str, strips: Sequence[Strip], noise: Sequence[int]) -> list[tuple[int, Landmark]]:
    """Return the landmarks of `text` as (index of the strip, what it is), in order."""
    starts = [strip.start for strip in strips]
    found: list[tuple[int, Landmark]] = []
    for match in _PHRASES.finditer(text):
        index = bisect_right(starts, match.start()) - 1
        if index >= 0 and not noise[index]:
            found.append((index, Landmark(match.lastgroup or "")))
    return found
