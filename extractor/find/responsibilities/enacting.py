"""The enacting clause: `Chánh Văn phòng …, Giám đốc các Sở: …, Chủ tịch UBND các huyện … chịu trách nhiệm thi hành`.

Every decision ends with it. It is one long list of those who must carry the decision out, named through their heads,
with semicolons, persons and colons in between; whoever is named before the verb is answerable.
"""

from __future__ import annotations

import re

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


def enacting_clauses(reading: Reading) -> list[tuple[int, int]]:
    """Return the flow spans of the lists that carry out the document, in order."""
    text = reading.text
    spans = []
    for match in _VERB.finditer(text):
        paragraph = reading.paragraph_at(match.start())
        if paragraph.part not in SPEAKING:
            continue
        begin = max(paragraph.content, match.start() - _REACH)
        for sentence in _SENTENCE.finditer(text, begin, match.start()):
            begin = sentence.end()
        spans.append((begin, match.start()))
    return spans


_DUTY = compile_plain(r"(?:Trách nhiệm|Nhiệm vụ|Quyền hạn|Trách nhiệm, quyền hạn) của [^\n]{5,400}:$", re.MULTILINE)


def headed_duties(reading: Reading) -> list[tuple[int, int]]:
    """Return the flow spans of headings that announce somebody's duties: `Trách nhiệm của A hoặc B (nơi …):`.

    Whoever is named in one is answerable for what follows its colon, whatever stands between the names.
    """
    spans = []
    for match in _DUTY.finditer(reading.text):
        paragraph = reading.paragraph_at(match.start())
        if paragraph.part in SPEAKING and match.start() - paragraph.content < 8:
            spans.append((match.start(), match.end()))
    return spans
