"""Which words of a unit's first paragraph are its heading."""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import load
from extractor.outline.whole_words import any_whole_word
from extractor.patterns import compile_plain

__all__ = ["heading_length"]

#: A heading that runs into its text (`Hình thức: …`) is short; a title line may be long, but has no sentence in it.
_RUN_IN = range(2, 92)
_AFTER_COLON = frozenset(("", " "))
_RUN_IN_WORDS = 14
_TITLE_WORDS = 40


@cache
def _sentence() -> re.Pattern[str]:
    return compile_plain(any_whole_word(load("layout")["sentences"]))


def heading_length(words: str, *, alone: bool) -> int:
    """Return how many characters of `words`, the first paragraph of a unit, are its heading; 0 if it has none.

    Args:
        words: The paragraph after its marker.
        alone: Other paragraphs of the unit follow it.
    """
    if words.isupper():
        return len(words.rstrip(" .:"))
    if length := _run_in(words):
        return length
    if not alone or words.endswith((";", ",")):
        return 0
    line = words.rstrip(" .:")
    stops = words.endswith((".", ":"))
    if _has_more_words(line, _RUN_IN_WORDS if stops else _TITLE_WORDS) or (stops and _sentence().search(line)):
        return 0
    return len(line)


def _run_in(words: str) -> int:
    """Return the length of a heading that a colon parts from what it heads; 0 if there is none."""
    colon = words.find(":", 0, _RUN_IN.stop)
    if colon < _RUN_IN.start or not words[0].isupper() or words[colon + 1 : colon + 2] not in _AFTER_COLON:
        return 0
    heading = words[:colon]
    if "." in heading or ";" in heading or _has_more_words(heading, _RUN_IN_WORDS):
        return 0
    return 0 if _sentence().search(heading) else colon


def _has_more_words(line: str, number: int) -> bool:
    """Say whether `line` has more than `number` words, which are counted only where its spaces leave it open."""
    return line.count(" ") >= number and len(line.split(None, number)) > number
