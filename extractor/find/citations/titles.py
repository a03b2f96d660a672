"""The subject of a cited document: ``về "Đổi mới tổ chức …"``, ``quy định chi tiết …``, to the end of its clause."""

from __future__ import annotations

import re
from functools import cache

import regex

from extractor.find.citations.draft import Draft
from extractor.find.citations.issuers import begins_body
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["clip_titles", "read_title"]

_REACH = 900  # characters
_AMENDED = r"\(?(?:đã )?được (?:sửa đổi|bổ sung|thay thế)"
_DUE = r"(?i:ngày|tháng|quý|là|vào|0?\d)"
#: Where a clause may end: at its punctuation, and where the sentence goes on with when the work is due or for whom.
#: The set that all of it begins with lets the engine pass over other letters, a look at the next one over most spaces.
_BREAK = compile_plain(
    rf'[;"\n)(., ](?:(?<= )(?=[(gCcđ])(?:\((?=(?:đã )?được (?:sửa|bổ|thay))|(?:gắn với|[Cc]ăn cứ) |{_AMENDED})'
    r'|(?<=[;"\n)(])|(?<=\.)(?=\s|$)'
    rf"|(?<=,) (?:(?=\p{{Lu}})|{_AMENDED}|(?:(?:hoàn thành|xong) )?(?=(?:trước|chậm nhất|muộn nhất) {_DUE})"
    r"|(?:hoàn thành|xong) (?=(?:trong|vào) (?i:ngày|tháng|quý|năm|0?\d))"
    r"|(?i:(?P<handed>trình|báo cáo|gửi) (?:về |cho |lên |đến )?)))"
)
_INNER = 6  # citations in one subject that are looked at
_BEFORE_MEMBER = regex.compile(r"(?r)(?:,[ ](?:và[ ])?|[ ]và[ ])")
_OPENS = compile_plain(r'(?<![^\s(,;:])"(?=\S)')


@cache
def _begin() -> re.Pattern[str]:
    lexicon = load("titles")
    prepositions = "|".join(sorted(lexicon["prepositions"], key=len, reverse=True))
    verbs = "|".join(sorted(lexicon["verbs"], key=len, reverse=True))
    return compile_plain(
        rf'(?i)[ ]?,?[ ]?\(?(?:(?:{prepositions})(?!\p{{L}})[ .:]{{0,2}}"?|")|[ ](?=(?:{verbs})(?!\p{{L}}))'
    )


@cache
def _main_verb() -> regex.Pattern[str]:
    return regex.compile(rf"\b(?:{'|'.join(load('titles')['main_verbs'])})\b")


def read_title(text: str, position: int) -> tuple[tuple[int, int], int] | None:
    """Return the span of the subject that begins after `position`, without quotes, and where what follows it begins.

    A quoted subject ends with its quote, nested quotes balanced; any other with its clause.
    """
    match = _begin().match(text, position, position + 60)
    if not match or match.end() >= len(text) or text[match.end()] in "\n;.,":
        return None
    start = match.end()
    if text[start - 1] == '"':
        closed = _closing(text, start)
        if closed is not None:
            return (start, closed), closed + 1
    end = _clause_end(text, start)
    return ((start, end), end) if end > start else None


def clip_titles(text: str, drafts: list[Draft], paired: frozenset[str]) -> None:
    """End subjects where the next member of the list begins: ``… về dạy thêm|, học thêm và Công văn số 12/UBND-VX``.

    A citation after a conjunction goes on with the list of the citing document. Where the subject names another
    citation before it, it belongs to that one (``về thực hiện Nghị quyết Đại hội XVI và Nghị quyết số 62-NQ/TW``),
    unless it is of the outer one's kind and not of the inner one's (``Chương trình số 58-CTr/TU về triển khai Nghị
    quyết số 73-NQ/TW và Chương trình số 64-CTr/TU``), or both are among the numbers that this document's own title
    names side by side (`paired`). `drafts` are in document order.
    """
    for place, draft in enumerate(drafts):
        if draft.title is None or text[draft.title[0] - 1] == '"':
            continue
        inner: Draft | None = None
        for following in drafts[place + 1 : place + 1 + _INNER]:
            if following.lead >= draft.reach:
                break
            link = _BEFORE_MEMBER.match(text, draft.title[0], following.lead)
            outer = inner is None or (following.doc_type is draft.doc_type and following.doc_type is not inner.doc_type)
            if link and link.start() > draft.title[0] and (outer or _keys(draft, following) <= paired):
                draft.title, draft.reach = (draft.title[0], link.start()), link.start()
                break
            inner = inner or following


def _keys(*drafts: Draft) -> set[str]:
    return {draft.number.key if draft.number else "" for draft in drafts}


def _closing(text: str, start: int) -> int | None:
    """Return where the quotation that begins at `start` is closed, or None if its paragraph does not close it."""
    depth = 1
    limit = min(start + _REACH, len(text))
    line = text.find("\n", start, limit)
    limit = limit if line < 0 else line
    position = text.find('"', start, limit)
    last = None
    while position >= 0:
        if _OPENS.match(text, position):
            depth += 1
        else:
            depth -= 1
            last = position
            if not depth:
                return position
        position = text.find('"', position + 1, limit)
    return last  # one closing quote for two opening ones is common in print


def _clause_end(text: str, start: int) -> int:
    limit = min(start + _REACH, len(text))
    depth = 0
    position = start
    while True:
        match = _BREAK.search(text, position, limit)
        if not match:
            return limit
        found = match.group()
        position = match.end()
        if found == "(":
            depth += 1
        elif found == ")":
            if not depth:
                return match.start()
            depth -= 1
        elif found == '"':
            closed = _closing(text, match.end()) if _OPENS.match(text, match.start()) else None
            position = position if closed is None else closed + 1
        elif found[0] == "," and len(found) == 2:
            if begins_body(text, match.end()) and _main_verb().search(text, match.end(), min(match.end() + 90, limit)):
                return match.start()
        elif match["handed"]:
            if begins_body(text, match.end()):
                return match.start()
        elif found == ";" and text.startswith(" việc ", match.end()):
            continue
        else:
            return match.start()
