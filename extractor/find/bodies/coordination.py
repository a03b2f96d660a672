"""Lists of bodies: what joins them, and what an elliptic member leaves out."""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_word_of
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["joined"]


@cache
def _join() -> re.Pattern[str]:
    persons = any_word_of(load("bodies")["context"]["persons"])
    remark = r"(?: \((?!chủ trì|qua|thông qua)[^()\n]{1,90}\))?"
    joint = r"(?:[,;]? (?:và|hoặc|cùng|cùng với|cũng như|với)|[,;/]| -)"
    determiner = r" ?(?:toàn thể |một số |tất cả )?(?:các |những |mọi |từng |mỗi )?(?:\d{1,2} )?"
    examples = r": ?(?:các )?|(?: \((?:hoặc|và|kể cả)| như:?| gồm:?| bao gồm:?| \((?:như |gồm )?:?) ?(?:các )?"
    scope = (
        r"(?: (?:trong|trên|ở|tại|của|trên địa bàn) (?:toàn |địa bàn )?"
        r"(?:tỉnh|huyện|xã|thành phố|phường|ngành|địa phương))?"
    )
    return compile_plain(rf"(?i){scope}{remark}(?:{joint}(?: {persons}(?=[ ,;]))?+){{1,4}}+{determiner}|{examples}")


def joined(text: str, end: int, start: int) -> bool:
    """Say whether ``text[end:start]``, from one name to the next, makes the two members of one list.

    >>> joined("Sở Y tế, các Sở Nội vụ", 7, 13), joined("Sở Y tế giao Sở Nội vụ", 7, 13)
    (True, False)
    """
    if start - end > _LONGEST:
        return False
    between = text[end:start]
    if between in _COMMON:
        return True
    if between[:1] not in _OPENERS or "\n" in between:
        return False
    if between[:1] == " " and between[1:2] != "(" and _first(between) not in _BEGINNINGS:
        return False
    return _join().fullmatch(between) is not None


_LONGEST = 130  # characters of a joint
_OPENERS = " ,;:/"  # its first characters
#: Joints that need no pattern, and the words with which the others begin.
_COMMON = frozenset({", ", " và ", ", các ", " và các ", "; ", "; các "})
_BEGINNINGS = frozenset(
    {"và", "hoặc", "cùng", "cũng", "với", "trong", "trên", "ở", "tại", "của", "như", "gồm", "bao", "-", "", ","}
)


def _first(between: str) -> str:
    return between[1:].partition(" ")[0].rstrip(":").lower()
