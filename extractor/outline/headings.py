"""Which words of a unit's first paragraph are its heading."""

from __future__ import annotations

import regex

__all__ = ["heading_length"]

#: A heading that runs into its text (`Hình thức: …`) is short; a title line may be long, but has no sentence in it.
_RUN_IN = regex.compile(r"(?P<heading>\p{Lu}[^:.;]{1,90}):(?=\s|$)")
_RUN_IN_WORDS = 14
_TITLE_WORDS = 40
_STOP = regex.compile(r"[.;:,]$")
#: Words that make a sentence of a line.
_SENTENCE = regex.compile(
    r"(?<![\p{L}])(?:phải|được|cần|có trách nhiệm|chịu trách nhiệm|đề nghị|yêu cầu|như sau|sau đây)(?![\p{L}])"
)


def heading_length(words: str, *, alone: bool) -> int:
    """Return how many characters of `words`, the first paragraph of a unit, are its heading; 0 if it has none.

    Args:
        words: The paragraph after its marker.
        alone: Other paragraphs of the unit follow it.
    """
    if words.isupper():
        return len(words.rstrip(" .:"))
    match = _RUN_IN.match(words)
    if match and len(match["heading"].split()) <= _RUN_IN_WORDS and not _SENTENCE.search(match["heading"]):
        return match.end("heading")
    line = words.rstrip(" .:")
    if not alone or len(line.split()) > _TITLE_WORDS or words.endswith((";", ",")):
        return 0
    if words.endswith((".", ":")) and (len(line.split()) > _RUN_IN_WORDS or _SENTENCE.search(line)):
        return 0
    return len(line)
