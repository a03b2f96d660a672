"""Which words of a unit's first paragraph are its heading."""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["heading_length"]

#: A heading that runs into its text (`Hình thức: …`) is short; a title line may be long, but has no sentence in it.
_RUN_IN = regex.compile(r"(?P<heading>\p{Lu}[^:.;]{1,90}):(?=\s|$)")
_RUN_IN_WORDS = 14
_TITLE_WORDS = 40


@cache
def _sentence() -> re.Pattern[str]:
    words = "|".join(map(regex.escape, load("layout")["sentences"]))
    return compile_plain(rf"(?<![\p{{L}}])(?:{words})(?![\p{{L}}])")


def heading_length(words: str, *, alone: bool) -> int:
    """Return how many characters of `words`, the first paragraph of a unit, are its heading; 0 if it has none.

    Args:
        words: The paragraph after its marker.
        alone: Other paragraphs of the unit follow it.
    """
    if words.isupper():
        return len(words.rstrip(" .:"))
    match = _RUN_IN.match(words)
    if match and len(match["heading"].split()) <= _RUN_IN_WORDS and not _sentence().search(match["heading"]):
        return match.end("heading")
    line = words.rstrip(" .:")
    if not alone or len(line.split()) > _TITLE_WORDS or words.endswith((";", ",")):
        return 0
    if words.endswith((".", ":")) and (len(line.split()) > _RUN_IN_WORDS or _sentence().search(line)):
        return 0
    return len(line)
