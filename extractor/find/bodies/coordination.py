"""Lists of bodies: what joins them, and what an elliptic member leaves out."""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_of, any_word_of
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


@cache
def _begins() -> re.Pattern[str]:
    """Return the pattern of how a joint begins: the cheap question before the pattern of the whole of it."""
    joints = ("và", "hoặc", "cùng", "cũng", "với")
    scopes = any_of((*joints, "trong", "trên", "ở", "tại", "của", "như", "gồm", "bao"))
    persons = (words.split(" ")[0] for words in load("bodies")["context"]["persons"])
    determiners = ("toàn", "một", "tất", "các", "những", "mọi", "từng", "mỗi")
    after_comma = any_of({*joints, *persons, *determiners})
    return compile_plain(
        rf"[,;/] ?(?:$|(?i:{after_comma})|[-,;/\d])|:| (?:\(|(?:(?i:{scopes})|[-,])?:*(?: |$))",
    )


_LONGEST_JOINT = 130  # characters of a joint
#: Joints that need no pattern.
_COMMON = frozenset({", ", " và ", ", các ", " và các ", "; ", "; các "})


def joined(text: str, end: int, start: int) -> bool:
    """Say whether ``text[end:start]``, from one name to the next, makes the two members of one list.

    >>> joined("Sở Y tế, các Sở Nội vụ", 7, 13), joined("Sở Y tế giao Sở Nội vụ", 7, 13)
    (True, False)
    """
    if start - end > _LONGEST_JOINT or _begins().match(text, end, start) is None:
        return False
    between = text[end:start]
    return between in _COMMON or ("\n" not in between and _join().fullmatch(between) is not None)
