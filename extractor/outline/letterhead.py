"""The head of a document: where it ends, and which of its lines are letterhead, type line, title and addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import compress

import regex

from extractor.lexicon import load
from extractor.outline.head import Head, is_speck, names_issuer, opening_type, type_of_line
from extractor.outline.landmarks import is_title_of_state
from extractor.outline.numbering import read_marker
from extractor.outline.phrases import MOTTO, NUMBER_WORD, PARTY_TITLE, STATE_TITLE, SUBJECT, may_hold_title
from extractor.outline.shapes import EDGES
from extractor.outline.strips import Strip, Strips, columns
from extractor.outline.title import begins_address, is_promulgation, read_addressees, read_title
from extractor.patterns import compile_plain
from extractor.text.recurring import recurring
from schemas import DocumentType

__all__ = ["is_letterhead_line", "read_head"]

#: A letterhead is at most this many lines.
_REACH = 80
#: How far above the title of the state the names of bodies may begin.
_NEAR = 12
#: How far above the type line dirt may stand.
_JUST_BELOW = 4
#: The subject of a letter is at most this many lines, each at most so long.
_SUBJECT_LINES = 12
_SUBJECT_LENGTH = 90
#: A name of a body in small letters, a date line, a name in capitals are at most this long.
_NAME_LENGTH = 70
_DATE_LENGTH = 100
_CAPITALS_LENGTH = 140
#: Lines that are remembered: some are asked about three times, and many stand in every head.
_RECURRING = 256

_NUMBER = compile_plain(
    rf"(?:Luật|Bộ luật|Pháp lệnh|Nghị quyết|Lệnh) số\s?:|{NUMBER_WORD}\s?[:.;,]|S[ốỐ]\s*[\d/]"
    r"|\d{0,5}\s?[-/]\s?\p{Lu}{2,6}\s?[-/]"
)
#: What that begins with, its edges taken off.
_NUMBER_BEGINS = frozenset("BLNPS0123456789")
#: A number behind what a stamp left of the line.
_NUMBER_AFTER_DIRT = regex.compile(r"[\W\d_]{1,16}S[ốóôo]\s?[.:]\s?\S{1,8}")
#: What stands before the blank that a draft leaves for its number or its date.
_BLANK = regex.compile(rf"^\W{{0,3}}{NUMBER_WORD}\s?[:.;,]?$|(?<!\p{{L}})(?:ngày|tháng|năm)(?:\s{{0,9}}\d{{1,2}})?$")
_DATE = regex.compile(
    r"ng[àa]y.{0,24}th[áa]ng.{0,16}(?:năm|20\d\d)|ng[àa]y.{0,40}năm\s?\d{4}|ng[àa]y\s?\d{1,2}[/-]\d{1,2}[/-]\d{4}"
    r"|^\d{1,2} tháng \d{1,2} năm \d{4}$",
    regex.IGNORECASE,
)
_SUBJECT = regex.compile(rf"\(?(?:{SUBJECT}|Về việc\b)", regex.IGNORECASE)
_MOTTO = regex.compile(rf"\W{{0,3}}{MOTTO}")
_TITLES = compile_plain(rf"{STATE_TITLE}|{PARTY_TITLE}|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH")
#: The same alone, in the small letters that old fonts printed as capitals.
_TITLE_ALONE = regex.compile(
    r"\W{0,3}(?:cộng hòa xã hội chủ nghĩa việt nam|đảng cộng sản việt nam)\W{0,3}", regex.IGNORECASE
)
_MOTTO_BEGINS = compile_plain(r"(?:Độc|ĐỘC|Đôc|Dộc)\s?[lL][ậâẬ][pP]\b")
_PLACE_AND_DATE = compile_plain(r"(?:TP\.? ?)?\p{Lu}[\p{Ll}']+(?: \p{Lu}[\p{Ll}']+){0,4}\s?,\s{0,3}ng[àa]y")
_FORM = regex.compile(r"(?:[Mm][ẫã]u|[Bb]iểu) số[ :]*+\w")  # `Mãu` as often as not


def read_head(strips: Strips, noise: Sequence[int], first: int) -> Head | None:
    """Return the head that begins at strip `first`; None if there is none."""
    return _HeadReader(strips, noise, first).read()


def is_letterhead_line(text: str) -> bool:
    """Say whether `text` is nothing but a line of a letterhead: a number, a place and date, a title of the state."""
    bare = text.strip(EDGES)
    if len(text) > _DATE_LENGTH or read_marker(text) is not None:
        return False
    small = bare.lower()
    return (
        small.startswith("ngày ")
        or (bare[:1] in _NUMBER_BEGINS and _NUMBER.match(bare) is not None)
        or (may_hold_title(bare) and _TITLES.match(bare) is not None)
        or ("do" in small and _MOTTO.match(text) is not None)
        or (_has_day(small) and _PLACE_AND_DATE.match(bare) is not None)
    )


class _HeadReader:
    """Reads line after line until the text begins."""

    def __init__(self, strips: Strips, noise: Sequence[int], first: int) -> None:
        self._strips = strips
        self._texts = strips.texts
        self._noise = noise
        self._index = first
        self._last = min(len(strips), first + _REACH)
        self._signals = 0  # lines that only a letterhead has
        self._head = Head(end=first)

    def read(self) -> Head | None:
        head = self._head
        while self._index < self._last:
            if not self._noise[self._index]:
                strip = self._strips[self._index]
                if self._reads_type_line(strip):
                    head.end = read_title(head, self._strips, self._noise, self._index)
                    return head
                if begins_address(strip.text):
                    if not self._signals and not head.subject:
                        return None
                    head.end = read_addressees(head, self._strips, self._noise, self._index)
                    return head
                if head.letterhead and is_promulgation(strip.text):
                    head.promulgated = True
                    head.end = self._index + 1
                    return head
                if not self._reads_letterhead(strip):
                    break
            self._index += 1
        if not self._signals and not head.subject:
            return None
        last = self._strips.lines[head.end - 1]
        head.letterhead = [part for part in head.letterhead if part.line <= last]
        return head

    def _reads_type_line(self, strip: Strip) -> bool:
        """Read a type line, on two lines perhaps, or with the title on the same line; say whether there is one."""
        head, following = self._head, self._index + 1
        if kind := type_of_line(strip.text, lenient=bool(self._signals)):
            head.doc_type, head.type_line = kind, [strip]
            if following < len(self._texts) and not self._noise[following]:
                longer = type_of_line(f"{strip.text} {self._texts[following]}")
                if longer:
                    head.doc_type, head.type_line = longer, [strip, self._strips[following]]
            self._index += len(head.type_line)
            return True
        opening = opening_type(strip.text)
        if opening is None or (_is_signal(strip.text) and not strip.text.isupper()):
            return False
        rest = strip.text[opening[1] :].lstrip(" :")
        # The name of a body may begin with a type (`BÁO CÁO VIÊN TỈNH`), not with the title of a sheet (`DANH MỤC`).
        may_be_name = opening[0] is not DocumentType.KHAC and not names_issuer(rest)
        if may_be_name and all(_is_signal(part.text) is not None for part in _parts(strip)):
            return False
        head.doc_type, end = opening
        head.type_line = [strip.cut(0, end)]
        following_words = strip.cut(len(strip.text) - len(rest), len(strip.text))
        (head.type_line if names_issuer(rest) else head.title).append(following_words)
        self._index += 1
        return True

    def _reads_letterhead(self, strip: Strip) -> bool:
        """Read a line of the letterhead; say whether it is one."""
        head = self._head
        parts = _parts(strip)
        beside: list[Strip] = []
        kinds = [_is_signal(part.text) for part in parts]
        if None in kinds and len(set(kinds)) > 1:
            kept = [kind is not None or not _is_beside(part.text) for part, kind in zip(parts, kinds, strict=True)]
            beside = [part for part, keep in zip(parts, kept, strict=True) if not keep]
            parts, kinds = list(compress(parts, kept)), list(compress(kinds, kept))
        in_subject = (
            bool(head.subject) and len(strip.text) < _SUBJECT_LENGTH and (not strip.gap or self._is_address_next())
        )
        if in_subject and strip.text[0].islower() and len(parts) == 1:
            head.subject.append(strip)
        elif None not in kinds:
            for part in parts:
                (head.subject if _SUBJECT.match(part.text) else head.letterhead).append(part)
            head.beside += beside
            self._signals += sum(1 for kind in kinds if kind)
        elif in_subject and len(head.subject) < _SUBJECT_LINES and read_marker(strip.text) is None:
            head.subject.append(strip)
        elif is_speck(strip.text) or (
            len(strip.text) < _NAME_LENGTH and read_marker(strip.text) is None and self._is_letterhead_below()
        ):
            head.letterhead.append(strip)
            return True  # but the head does not end with it
        else:
            return False
        head.end = self._index + 1
        return True

    def _is_address_next(self) -> bool:
        """Say whether `Kính gửi` follows the present line: what stands before it and is no letterhead is subject."""
        return any(map(begins_address, self._texts[self._index + 1 : self._index + 2]))

    def _is_letterhead_below(self) -> bool:
        """Say whether the letterhead goes on below a line that may be a body's name, or the print of a stamp."""
        below = self._texts[self._index + 1 : self._index + _NEAR]
        if any(is_title_of_state(text) or _MOTTO_BEGINS.search(text) for text in below):
            return True
        return bool(self._signals) and any(type_of_line(text, lenient=True) for text in below[:_JUST_BELOW])


def _parts(strip: Strip) -> list[Strip]:
    """Part the columns of a line, those that spaces set apart and those that a scanner ran together."""
    parts: list[Strip] = []
    for part in columns(strip):
        if parts and _BLANK.search(parts[-1].text):  # the blank that a draft leaves is no gutter
            before = parts.pop()
            part = strip.cut(before.start - strip.start, part.end - strip.start)
        parts.append(part)
    return [side for part in parts for side in _side_by_side(part)]


def _side_by_side(strip: Strip) -> list[Strip]:
    """Part two columns that a scanner ran together, at the fixed phrase that the right-hand one begins with."""
    text = strip.text
    begin = _right_hand(text)
    return [strip.cut(0, len(text[:begin].rstrip())), strip.cut(begin, len(text))] if begin else [strip]


@recurring(_RECURRING)
def _right_hand(text: str) -> int:
    """Return where the fixed phrase begins that is run together with what stands left of it; 0 where none is."""
    title = _TITLES.search(text) if may_hold_title(text) else None
    date = _PLACE_AND_DATE.search(text) if _has_day(text) else None
    for match in (title, _MOTTO_BEGINS.search(text), date):
        if match is None or match.start() < 2:
            continue
        if match is not date or _NUMBER.match(text[: match.start()].rstrip().lstrip(EDGES)):
            return match.start()
    return 0


def _has_day(text: str) -> bool:
    """Say whether `text` has the word, in small letters, that stands before the day in every date."""
    return "ngày" in text or "ngay" in text


def _is_beside(text: str) -> bool:
    """Say whether `text` is what may stand beside a letterhead and is none of it: a typist's mark, a form's number."""
    return is_speck(text) or _FORM.match(text) is not None


@cache
def _names() -> re.Pattern[str]:
    subjects = load("letterhead")["issuers"]["subjects"]
    return compile_plain(rf"(?:{'|'.join(map(regex.escape, sorted(subjects, key=len, reverse=True)))})(?![\p{{L}}])")


@recurring(_RECURRING)
def _is_signal(text: str) -> bool | None:
    """Say whether `text` is a line of a letterhead: True surely, False possibly (a name in capitals), None not."""
    # Most lines are ruled out by a letter or two, in a tenth of the time that the patterns take.
    first, bare, small = text[0], text.strip(EDGES), text.lower()
    if (
        (bare[:1] in _NUMBER_BEGINS and _NUMBER.match(bare))
        or (may_hold_title(text) and _TITLES.search(text))
        or ("do" in small and _MOTTO.match(text))
        or (first in "(vV" and _SUBJECT.match(text))
        or (not first.isalpha() and _NUMBER_AFTER_DIRT.match(text))
        or (first in "cđCĐ" and _TITLE_ALONE.fullmatch(text))
    ):
        return True
    may_be_dated = len(text) < _DATE_LENGTH and ("tháng" in small or _has_day(small))
    if may_be_dated and not text.endswith((";", ":")) and (_DATE.search(text) or _PLACE_AND_DATE.match(text)):
        return True
    if not any(map(str.isalpha, text)):
        return False
    if len(text) >= _CAPITALS_LENGTH:
        return None
    letters = sum(map(str.isalpha, text))
    shouted = letters > 1 and (text.isupper() or sum(map(str.isupper, text)) >= 0.7 * letters)
    if shouted and read_marker(text) is None:
        return False
    if len(text) < _NAME_LENGTH and _names().match(text) and not text.endswith((".", ";", ":", ",")):
        return False
    return None
