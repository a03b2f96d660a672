"""Where the name of an issuing body ends: ``của Ban Chấp hành Trung ương Đảng| về đẩy mạnh …``."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["begins_body", "issuer_end"]

_TOKEN = compile_plain(r"[&.]*[^\W_]+(?:[&.]+[^\W_]+)*+|[-,:(]")
_NEXT = compile_plain(rf"[ ]?({_TOKEN.pattern})")
_WORD = compile_plain(r"\p{L}+")
_ROMAN = compile_plain(r"\(?khóa [IVXLC]+\)?")
_REACH = 220  # characters that the longest list of joint issuers takes


@cache
def _heads() -> frozenset[str]:
    return frozenset(load("issuers")["heads"])


@cache
def _inner() -> frozenset[str]:
    words = {word.casefold() for name in load("bodies")["cased"] for word in _WORD.findall(name)}
    return (frozenset(load("issuers")["inner"]) | words) - _links()


@cache
def _links() -> frozenset[str]:
    return frozenset(load("issuers")["links"])


@cache
def _comma_names() -> tuple[str, ...]:
    """Return the fields of work whose names have a comma: ``Văn hóa, Thể thao và Du lịch``."""
    return tuple(name for name in load("issuers")["fields"] if "," in name)


def begins_body(text: str, position: int) -> bool:
    """Say whether the word at `position` begins the name of a body, written with a capital."""
    match = _TOKEN.match(text, position)
    return bool(match and text[position].isupper() and match.group().casefold() in _heads())


def issuer_end(text: str, start: int, *, joint: bool = False) -> int | None:
    """Return where the name that begins at `start` ends, or None if no name begins there.

    Args:
        text: The flow.
        start: Where the name's first word stands.
        joint: Several issuers may be listed (of a joint circular or resolution).
    """
    first = _TOKEN.match(text, start)
    if not first or not (text[start].isupper() or first.group().casefold() in _heads()):
        return None
    if _is_type_word(text, start, first.group()):
        return None
    type_heads, links, inner = _first_words(), _links(), _inner()
    limit = start + _REACH
    position = end = first.end()
    while position < limit:
        match = _NEXT.match(text, position)
        if not match:
            break
        begin, word = match.start(1), match[1]
        if word[0].isupper() or word.isdigit():
            if word.casefold() in type_heads and _is_type_word(text, begin, word) and not _inside_field(text, begin):
                break
            position = end = match.end()
        elif word in links:
            if not _goes_on(text, match.end(), word, joint=joint):
                break
            position = match.end()
            # The last of a list stands after `và`; inside a name (`Thông tin và Truyền thông`) it ends nothing.
            joint = joint and not (word == "và" and begins_body(text, match.end() + 1))
        elif word == "thứ":
            ordinal = _TOKEN.match(text, match.end() + 1)
            position = end = ordinal.end() if ordinal else match.end()
        elif word in inner and not _verbs().match(text, begin):
            position = end = match.end()
        elif word == "(":
            term = _ROMAN.match(text, begin)
            return term.end() if term else end
        elif word in (",", ":"):
            onward = _after_comma(text, begin, joint=joint or word == ":")
            if onward is None:
                break
            position = end = onward
        else:
            break
    return end


@cache
def _verbs() -> re.Pattern[str]:
    """Return the verbs with which a subject begins right after its issuer (`… của Chính phủ |quy định …`)."""
    verbs = sorted(load("titles")["verbs"], key=len, reverse=True)
    return compile_plain(rf"(?<!\b[Bb]an )(?<!\b[Pp]hòng )(?<!\b[Bb]ộ phận )(?:{'|'.join(verbs)})(?!\p{{L}})")


def _after_comma(text: str, comma: int, *, joint: bool) -> int | None:
    for name in _comma_names():
        head = name.index(",")
        if text.startswith(name, comma - head):
            return comma - head + len(name)
    following = _TOKEN.match(text, comma + 2)
    if joint and following and begins_body(text, comma + 2):
        return following.end()
    if text[comma] == ":" and following and following.group()[0].isupper():
        return following.end()
    return None


def _goes_on(text: str, position: int, link: str, *, joint: bool) -> bool:
    """Say whether a name goes on after `link`: with a capital that begins nothing else, or with a known field."""
    following = _TOKEN.match(text, position + 1)
    if not following or text[position : position + 1] != " ":
        return False
    word = following.group()
    if _is_type_word(text, position + 1, word) and not _inside_field(text, position + 1):
        return False
    if link == "của":
        return word[0].isupper()
    if word[0].isupper():
        return joint or link != "và" or not begins_body(text, position + 1) or _inside_field(text, position + 1)
    return word in _inner() and link != "các"


def _inside_field(text: str, position: int) -> bool:
    """Say whether the word belongs to a known name (``Sở Kế hoạch và Đầu tư``, ``Đài Phát thanh và Truyền hình``)."""
    part = text[position : position + 4]
    fields: list[str] = load("issuers")["fields"]
    return any(part in name and text.startswith(name, position - name.index(part)) for name in fields)


@cache
def _type_words() -> frozenset[str]:
    return frozenset([*load("document_types")["lines"], *load("document_words")["words"]])


@cache
def _first_words() -> frozenset[str]:
    return frozenset(word.partition(" ")[0] for word in _type_words())


def _is_type_word(text: str, start: int, word: str) -> bool:
    """Say whether the name of a kind of document begins with `word`; few words do, so one look mostly decides."""
    if word.casefold() not in _first_words():
        return False
    words = text[start : start + 24].casefold().replace(",", " ").split(" ", 3)
    return any(" ".join(words[:count]) in _type_words() for count in (1, 2, 3))
