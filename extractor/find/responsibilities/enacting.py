"""The enacting clause: `Chánh Văn phòng …, Giám đốc các Sở: …, Chủ tịch UBND các huyện … chịu trách nhiệm thi hành`.

Every decision ends with it. It is one long list of those who must carry the decision out, named through their heads,
with semicolons, persons and colons in between; whoever is named before the verb is answerable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, Paragraph
from extractor.text.phrases import Occurrence

__all__ = ["EnactingLists", "words_of_enacting"]

#: What one must do who `chịu trách nhiệm`, from the second word of that; what those do who act by the document.
_DONE = compile_plain(
    r"thi hành|trách nhiệm (?:tổ chức |triển khai )?(?:thi hành|thực hiện|triển khai)(?: (?:thi hành|thực hiện))?"
    r"(?= (?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quy định|Quy chế|Kế hoạch|quyết định|nghị quyết)"
    r"|[.;]|/|\n|$)"
)
#: The words that verbs are found by, and what leads up to them.
_LED_BY = {
    "trách nhiệm t": ("chịu ", "có "),
    "thi hành": tuple(f"căn cứ {what} {this}" for what in ("Quyết định", "Nghị quyết") for this in ("", "này ")),
}
_SENTENCE = compile_plain(r"\. (?=\p{Lu})")
#: The longest list of those who carry out a decision.
_REACH = 3_000
#: Headings of duties.
_DUTIES = compile_plain(r"(?:Trách nhiệm(?:, quyền hạn)?|Nhiệm vụ|Quyền hạn) của ")
_HEADING = compile_plain(r"(?:Trách nhiệm|Nhiệm vụ|Quyền hạn|Trách nhiệm, quyền hạn) của [^\n]{5,400}:$", re.MULTILINE)
_LONGEST = len("Trách nhiệm, quyền hạn của ")
#: A marker may stand before one.
_NEAR = 8


class EnactingLists:
    """The lists of those who carry out a document, asked for by paragraph, in order.

    They end before the verb of an enacting clause, or with the heading that announces somebody's duties.

    Args:
        text: The flow.
        words: Where `words_of_enacting` stand in it.
    """

    def __init__(self, text: str, words: Iterable[Occurrence]) -> None:
        self._text = text
        self._verbs = sorted(_verbs(text, words), reverse=True)  # the next one last

    def within(self, paragraph: Paragraph) -> list[tuple[int, int]]:
        """Return the flow spans of the lists in a paragraph, the first one last."""
        text, verbs = self._text, self._verbs
        while verbs and verbs[-1] < paragraph.start:
            verbs.pop()
        announces = text[paragraph.end - 1] == ":"
        if not announces and not (verbs and verbs[-1] < paragraph.end):
            return []  # nearly all
        if paragraph.part not in SPEAKING:
            return []
        spans = [
            (_begin(text, paragraph, end), end) for end in takewhile(lambda verb: verb < paragraph.end, reversed(verbs))
        ]
        if announces:
            spans += _headings(text, paragraph)
        return sorted(spans, reverse=True)


def _begin(text: str, paragraph: Paragraph, end: int) -> int:
    """Return where the sentence of an enacting clause begins."""
    begin = max(paragraph.content, end - _REACH)
    for sentence in _SENTENCE.finditer(text, begin, end):
        begin = sentence.end()
    return begin


def words_of_enacting() -> tuple[str, ...]:
    """Return the words, in small letters, that follow the first ones of the verb of an enacting clause."""
    return tuple(_LED_BY)


def _verbs(text: str, words: Iterable[Occurrence]) -> Iterator[int]:
    """Yield where the verbs of enacting clauses begin."""
    for place, word in words:
        for before in _LED_BY[word]:
            if text.endswith(before, 0, place) and _DONE.match(text, place):
                yield place - len(before)


def _headings(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """Yield headings that announce somebody's duties: `Trách nhiệm của A hoặc B (nơi …):`.

    Whoever is named in it is answerable for what follows its colon, whatever stands between the names.
    """
    for words in _DUTIES.finditer(text, paragraph.start, min(paragraph.content + _NEAR + _LONGEST, paragraph.end)):
        heading = _HEADING.match(text, words.start())
        if heading is not None and words.start() - paragraph.content < _NEAR:
            yield heading.span()
