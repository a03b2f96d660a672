"""The enacting clause: `Chánh Văn phòng …, Giám đốc các Sở: …, Chủ tịch UBND các huyện … chịu trách nhiệm thi hành`.

Every decision ends with it. It is one long list of those who must carry the decision out, named through their heads,
with semicolons, persons and colons in between; whoever is named before the verb is answerable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, Reading

__all__ = ["enacting_clauses", "headed_duties"]

_VERB = compile_plain(
    r"(?:chịu|có) trách nhiệm (?:tổ chức |triển khai )?(?:thi hành|thực hiện|triển khai)(?: (?:thi hành|thực hiện))?"
    r"(?= (?:Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Quy định|Quy chế|Kế hoạch|quyết định|nghị quyết)"
    r"|[.;]|/|\n|$)"
    r"|căn cứ (?:Quyết định|Nghị quyết) (?:này )?thi hành"
)
_SENTENCE = compile_plain(r"\. (?=\p{Lu})")
#: The longest list of those who carry out a decision.
_REACH = 3_000


def enacting_clauses(reading: Reading, anchors: Iterable[int]) -> list[tuple[int, int]]:
    """Return the flow spans of the lists that carry out the document, in order; each ends at one of `anchors`."""
    text = reading.text
    spans = []
    for anchor in anchors:
        match = _VERB.match(text, anchor)
        if match is None:
            continue
        paragraph = reading.paragraph_at(match.start())
        if paragraph.part not in SPEAKING:
            continue
        begin = max(paragraph.content, match.start() - _REACH)
        for sentence in _SENTENCE.finditer(text, begin, match.start()):
            begin = sentence.end()
        spans.append((begin, match.start()))
    return spans


#: A marker may stand before a heading.
_NEAR = 8
_DUTY = compile_plain(r"(?:Trách nhiệm|Nhiệm vụ|Quyền hạn|Trách nhiệm, quyền hạn) của [^\n]{5,400}:$", re.MULTILINE)


def headed_duties(reading: Reading, anchors: Iterable[int]) -> list[tuple[int, int]]:
    """Return the flow spans of headings that announce somebody's duties: `Trách nhiệm của A hoặc B (nơi …):`.

    Each begins at one of `anchors`. Whoever is named in it is answerable for what follows its colon, whatever stands
    between the names.
    """
    spans = []
    for start in anchors:
        paragraph = reading.paragraph_at(start)
        if start - paragraph.content < _NEAR and paragraph.part in SPEAKING:
            match = _DUTY.match(reading.text, start)
            if match is not None:
                spans.append(match.span())
    return spans
