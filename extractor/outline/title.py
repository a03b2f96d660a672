"""What stands between the type line and the text: the title (trích yếu) and the addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.breaks import hangs, is_shouted
from extractor.outline.head import Head, is_speck, type_of_line
from extractor.outline.numbering import Family, read_marker
from extractor.outline.phrases import ADDRESS
from extractor.outline.shapes import fold, unmarked
from extractor.outline.strips import Strip, Strips
from extractor.patterns import compile_plain

__all__ = ["begins_address", "is_promulgation", "read_addressees", "read_title"]

_TITLE_LINES = 15
_ADDRESSEE_LINES = 40
#: A line this long was not wrapped: it is a paragraph.
_PARAGRAPH = 200
#: A line of the list of addressees is shorter than one of the text.
_ADDRESSEE_LENGTH = 120
#: The name of the body that enacts is shorter than this.
_BODY_LENGTH = 70
#: How many lines to look ahead for the end of a sentence.
_SENTENCE_LINES = 8

_ADDRESS = regex.compile(ADDRESS, regex.IGNORECASE)
#: `Kính g`, with signs before it.
_ADDRESS_BEGUN = 9
_OF_ISSUER = regex.compile(
    r"c[ủu]a (?:Ban|Bộ Chính trị|Ủy ban|Đảng|Tỉnh|Thành|Huyện|Thị|Quận|Đoàn|Đại hội|Hội|Chi|Thường)", regex.IGNORECASE
)
#: `của Chính phủ số 94/1998/NĐ-CP ngày 17 tháng 11 năm 1998`, as gazettes print it under the type line.
_CITED = regex.compile(
    r"(?:của \p{Lu}[^\d.;:]{3,80}? )?số\s{0,3}:?\s{0,3}\d{1,4}\s{0,3}[/-]\s?[\p{L}\d/-]{2,24},?\s{1,3}"
    r"ngày\s{1,3}\d{1,2}(?:\s{1,3}tháng\s{1,3}\d{1,2}\s{1,3}năm\s{1,3}|[/-]\d{1,2}[/-])\d{4}\s{0,3}",
    regex.IGNORECASE,
)
_PROMULGATED = regex.compile(r"\((?:được )?(?:ban hành )?kèm theo|\(Phê duyệt", regex.IGNORECASE)


def begins_address(text: str) -> bool:
    """Say whether `text` begins with `Kính gửi`."""
    return "nh g" in text[:_ADDRESS_BEGUN].lower() and _ADDRESS.match(text) is not None


def is_promulgation(text: str) -> bool:
    """Say whether `text` tells with which document another was promulgated: `(Ban hành kèm theo Quyết định …`."""
    return text[0] == "(" and _PROMULGATED.match(text) is not None


@cache
def _preamble() -> re.Pattern[str]:
    openings = "|".join(map(regex.escape, load("letterhead")["preamble"]["openings"]))
    return compile_plain(rf"(?:{openings})")


def read_title(head: Head, strips: Strips, noise: Sequence[int], index: int) -> int:
    """Gather the title from strip `index` on; return where the text after the head begins."""
    title, texts = head.title, strips.texts
    while index < len(texts) and len(title) < _TITLE_LINES:
        text = texts[index]
        if noise[index]:
            if title and not strips.dirt[index]:
                break
        elif not title and text[0] in "cCsS" and (cited := _CITED.match(text)):
            strip = strips[index]
            head.type_line.append(strip.cut(0, cited.end())._replace(text=cited.group().rstrip()))
            if cited.end() < len(text):
                title.append(strip.cut(cited.end(), len(text)))
        elif not title and text[0] in "cC" and _OF_ISSUER.match(text):
            head.type_line.append(strips[index])  # `CHỈ THỊ` / `CỦA BAN THƯỜNG VỤ TỈNH ỦY`, as the party writes
        elif _ends_title(title, strips, index) or (title and _is_enacting_body(head, strips, index)):
            break
        else:
            title.append(strips[index])
        index += 1
    while index < len(texts) and (noise[index] or is_promulgation(texts[index])):
        head.promulgated |= not noise[index]
        index += 1
    if index < len(texts) and begins_address(texts[index]):
        return read_addressees(head, strips, noise, index)
    return index


def _ends_title(title: list[Strip], strips: Strips, index: int) -> bool:
    text = strips.texts[index]
    if begins_address(text) or is_promulgation(text) or type_of_line(text):
        return True
    marker = read_marker(text)
    if marker and marker.family is not Family.ENCLOSED and (title or marker.family <= Family.ROMAN):
        return True
    if not title:
        return False
    before = title[-1].text
    if text[0].islower() or hangs(before):
        return False
    apart = strips.gaps[index] and len(text) < _BODY_LENGTH and index + 1 < len(strips)
    if apart and _preamble().match(strips.texts[index + 1]):
        return True  # the body that enacts, between the title and its grounds
    if is_shouted(text) and not is_shouted(before):
        return True
    return _preamble().match(text) is not None or _is_prose(strips, index)


def _is_enacting_body(head: Head, strips: Strips, index: int) -> bool:
    """Say whether a line in capitals, right above the grounds, names him or the body that enacts, not the subject."""
    text, following = strips.texts[index], strips.texts[index + 1 : index + 2]
    if len(text) > _BODY_LENGTH or not text.isupper() or hangs(head.title[-1].text):
        return False
    if not any(map(_preamble().match, following)):
        return False
    return _chiefs().match(unmarked(text)) is not None or fold(text) in fold(
        " ".join(strip.text for strip in head.letterhead)
    )


@cache
def _chiefs() -> re.Pattern[str]:
    positions = sorted(map(unmarked, load("closing")["signature"]["positions"]), key=len, reverse=True)
    return compile_plain(rf"(?:{'|'.join(map(regex.escape, positions))}) \p{{Lu}}")


def _is_prose(strips: Strips, index: int) -> bool:
    """Say whether the lines from `index` to the next blank one make sentences."""
    if len(strips.texts[index]) > _PARAGRAPH:
        return True
    for position in range(index, min(len(strips), index + _SENTENCE_LINES)):
        text = strips.texts[position]
        if position > index and (strips.gaps[position] or _preamble().match(text)):
            return False
        if text.endswith((".", ";", ":")):
            return True
    return False


def read_addressees(head: Head, strips: Strips, noise: Sequence[int], index: int) -> int:
    """Gather the lines of `Kính gửi` from strip `index` on; return where the text after them begins."""
    head.addressees.append(strips[index])
    index += 1
    while index < len(strips) and len(head.addressees) < _ADDRESSEE_LINES:
        text = strips.texts[index]
        if not noise[index] and not is_speck(text):
            if not _is_addressee(text, head.addressees[-1].text):
                break
            head.addressees.append(strips[index])
        index += 1
    return index


def _is_addressee(text: str, before: str) -> bool:
    """Say whether a line goes on with the list of addressees that `before` is the last line of."""
    if text[0] in "-+*•~." or (is_speck(text[:4]) and "-" in text[:8]):
        return True
    if read_marker(text) is not None and before.endswith((";", ":")):
        return True
    goes_on = before.endswith((":", ";", ",")) or text[0].islower()
    return goes_on and len(text) < _ADDRESSEE_LENGTH and _preamble().match(text) is None
