"""Sentences of a paragraph, as spans."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol, cast

from extractor.patterns import compile_plain

__all__ = ["sentences"]

#: Where a sentence may end inside a paragraph; without such a place there is nothing to split.
_MAY_END = re.compile(r"[.!?…][\"')]? (?=\S)")
#: What stands before a stop that certainly ends a sentence when a capital follows: a syllable in small letters. It has
#: a vowel, which no abbreviation in small letters has (`ths.`, `tp.`, `vd.`).
#: It is read from its end, turned round.
_SYLLABLE = compile_plain(
    r"\)?(?=..)\p{Ll}*[aăâeêioôơuưyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]\p{Ll}*(?!\p{L})"
)


class _Splitter(Protocol):
    def __call__(self, text: str) -> list[str]: ...


@cache
def _splitter() -> _Splitter:
    """Return underthesea's sentence splitter, imported when it is first needed (it takes a third of a second)."""
    from underthesea.pipeline.sent_tokenize import sent_tokenize

    return cast(_Splitter, sent_tokenize)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text[start:end]``, in order; together they cover all but white space.

    Most paragraphs of a directive are one sentence, and cost one search. Where every stop is beyond doubt (a syllable
    in small letters before it, a capital after it) they are split there. For the others underthesea decides, which
    knows abbreviations (`TP. Hà Nội`). Time is linear.
    """
    stops = [match.end() for match in _MAY_END.finditer(text, start, end)]
    if not stops:
        return [(start, end)] if start < end else []
    if all(_certain(text, stop) for stop in stops):
        return [(begin, stop - 1) for begin, stop in zip((start, *stops), (*stops, end + 1), strict=True)]
    return _split(text, start, end)


def _certain(text: str, stop: int) -> bool:
    """Say whether a sentence certainly ends before `stop`, where the next one begins."""
    if not text[stop].isupper():
        return False
    before = text[max(0, stop - 14) : stop - 1].rstrip(".!?…\"')")
    return _SYLLABLE.match(before[::-1]) is not None


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the sentences that underthesea sees."""
    found: list[tuple[int, int]] = []
    position = start
    for sentence in _splitter()(text[start:end]):
        begin = text.find(sentence, position, end)
        if begin < 0:  # the splitter changed the text: what is left stays one sentence
            break
        position = begin + len(sentence)
        found.append((begin, position))
    rest = text[position:end]
    if rest.strip():
        found.append((position + len(rest) - len(rest.lstrip()), end))
    return found
