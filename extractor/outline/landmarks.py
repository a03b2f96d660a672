"""What a page is oriented by: where letterheads, signatures, lists of recipients and annexes begin."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.paragraphs import is_shouted
from extractor.outline.persons import person_name
from extractor.outline.phrases import ACTING_FOR, PARTY_TITLE, RECIPIENTS, STATE_TITLE
from extractor.outline.shapes import EDGES, unmarked
from extractor.outline.strips import Strip

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
#: A line with `PHỤ LỤC` or a position alone is at most this long.
_SHORT_LINE = 60


@cache
def _positions() -> regex.Pattern[str]:
    words = sorted(load("closing")["signature"]["positions"], key=len, reverse=True)
    return regex.compile(
        rf"(?:KT ?\. ?|Q ?\. ?)?(?:{'|'.join(regex.escape(unmarked(word)) for word in words)})(?![\p{{L}}])"
    )


def find_landmarks(strips: Sequence[Strip], noise: Sequence[int]) -> list[tuple[int, Landmark]]:
    """Return the landmarks on `strips` as (index of the strip, what it is), in order."""
    found: list[tuple[int, Landmark]] = []
    for index, strip in enumerate(strips):
        if noise[index]:
            continue
        text = strip.text
        if "NG" in text and _NATIONAL.search(text) and is_title_of_state(text):
            found.append((index, Landmark.NATIONAL))
        if _names_recipients(text):
            found.append((index, Landmark.RECIPIENTS))
        if _may_sign(text) and _AUTHORITY.search(text) and _signs(text):
            found.append((index, Landmark.AUTHORITY))
        if len(text) > _SHORT_LINE:
            continue
        if text[0] in "Pp" and _ANNEX.match(text) and _stands_apart(strips, index):
            found.append((index, Landmark.ANNEX))
        elif text.isupper() and _is_position_over_name(strips, index):
            found.append((index, Landmark.POSITION))
    return found


def _names_recipients(text: str) -> bool:
    if ("ơi" in text or "oi" in text or "ơI" in text or "NƠI" in text) and _RECIPIENTS.search(text):
        return True
    return text.startswith("-") and _AS_ABOVE.match(text) is not None


def _may_sign(text: str) -> bool:
    """Say whether a strip may have `TM.`, `KT.`, `TL.` or `TUQ.`, written with a stroke or without."""
    return "TM" in text or "KT" in text or "TL" in text or "Q" in text or "/" in text


def is_title_of_state(text: str) -> bool:
    """Say whether a strip is a line of a letterhead with the title of the state or the party, and does not quote it."""
    match = _TITLE_OF_STATE.search(text)
    if match is None or text.startswith('"'):
        return False
    before, after = text[: match.start()].strip(EDGES), text[match.end() :].strip(EDGES)
    return (not before or not _PROSE.search(before) or len(before) < 4) and not after[:1].islower()


def _signs(text: str) -> bool:
    """Say whether the `TM.`, `KT.` of a strip signs: it begins the line or a column."""
    return len(text) < _SIGNATURE_LENGTH and (is_shouted(text) or _SIGNS.search(text) is not None)


def _stands_apart(strips: Sequence[Strip], index: int) -> bool:
    return (
        index == 0
        or bool(strips[index].gap)
        or strips[index - 1].text[-1] in ".;/:"
        or not strips[index - 1].text[-1].isalpha()
    )


def _is_position_over_name(strips: Sequence[Strip], index: int) -> bool:
    match = _positions().match(unmarked(strips[index].text))
    if match is None:
        return False
    return any(person_name(strip.text) for strip in strips[index + 1 : index + 8])


@cache
def _attachments() -> tuple[tuple[str, ...], tuple[str, ...]]:
    attachments = load("closing")["attachments"]
    return tuple(attachments["annexes"]), tuple(attachments["forms"])


def is_attachment_head(strip: Strip) -> bool:
    """Say whether `strip`, which stands after a signature, heads an annex, a form or a list."""
    annexes, forms = _attachments()
    return len(strip.text) < 120 and not strip.column and strip.text.lstrip(EDGES).startswith(annexes + forms)


def is_annex(text: str) -> bool:
    """Say whether `text` is nothing but `Phụ lục`, numbered perhaps."""
    return _ANNEX.match(text) is not None


def is_form_head(text: str) -> bool:
    """Say whether `text` heads a form or a list."""
    return text.lstrip(EDGES).startswith(_attachments()[1])
