"""Fixed phrases from which rules begin that do not begin from a body: all of them found in one pass over the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from extractor.text.phrases import PhraseScanner

__all__ = ["Anchors", "scan_anchors"]

_PHRASES = {
    "enacting": ("chịu trách nhiệm ", "có trách nhiệm ", "căn cứ Quyết định ", "căn cứ Nghị quyết "),
    "duties": ("Trách nhiệm của ", "Nhiệm vụ của ", "Quyền hạn của ", "Trách nhiệm, quyền hạn của "),
    "times": ("hời gian", "hời hạn", "iến độ", "HỜI GIAN", "HỜI HẠN", "IẾN ĐỘ"),
    "chairs": ("chủ trì", "Chủ trì", "Chủ Trì", "CHỦ TRÌ"),
}


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where the phrases of one text begin, in order.

    Attributes:
        enacting: `chịu trách nhiệm …` and the like, with which an enacting clause may end.
        duties: Headings of somebody's duties.
        times: Heads of columns of times.
        chairs: `chủ trì`.
    """

    enacting: list[int] = field(default_factory=list)
    duties: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    chairs: list[int] = field(default_factory=list)


def scan_anchors(text: str) -> Anchors:
    """Return the places in `text` where a rule may begin.

    >>> scan_anchors("Tiến độ. Sở Y tế chủ trì").chairs
    [17]
    """
    scanner, kinds = _scanner()
    found = Anchors()
    for start, phrase in scanner.scan(text):
        getattr(found, kinds[phrase]).append(start)
    return found


@cache
def _scanner() -> tuple[PhraseScanner, dict[str, str]]:
    kinds = {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases}
    return PhraseScanner(kinds), kinds
