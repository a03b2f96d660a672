"""Sentences of a paragraph, as spans."""

from __future__ import annotations

from functools import cache
from typing import Protocol, cast

import regex

__all__ = ["sentences"]

#: Where a sentence may end inside a paragraph; without such a place there is nothing to split.
_MAY_END = regex.compile(r"[.!?…][\"')]? (?=\S)")


class _Splitter(Protocol):
    def __call__(self, text: str) -> list[str]: ...


@cache
def _splitter() -> _Splitter:
    """Return underthesea's sentence splitter, imported when it is first needed (it takes a third of a second)."""
    from underthesea.pipeline.sent_tokenize import sent_tokenize

    return cast(_Splitter, sent_tokenize)


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences of ``text[start:end]``, in order; together they cover all but white space.

    Most paragraphs of a directive are one sentence, and cost one search. For the others underthesea decides, which
    knows abbreviations (`TP. Hà Nội`). Time is linear.
    """
    if _MAY_END.search(text, start, end) is None:
        return [(start, end)] if start < end else []
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
