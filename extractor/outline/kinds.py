"""What a section is about, told by its heading, or where it has none by how it begins."""

from __future__ import annotations

import re
from functools import cache

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.outline.damaged import closest_beginning, is_damaged
from extractor.outline.shapes import unmarked
from extractor.outline.whole_words import any_whole_word
from extractor.patterns import compile_plain
from schemas.vocabulary import DocumentType, SectionKind

__all__ = ["begins_with_body", "kind_of", "kind_of_item"]

_LEADING = compile_plain(r"(?:(?:các|những|một số|về|công tác|phần|mức)\s)*+")
#: Topics that say what a section is about only at the top; deeper down they are the work itself.
_TOP_ONLY = frozenset(
    {"thực hiện", "hoạt động", "báo cáo", "công việc", "tiến hành", "tài chính", "kiểm tra, giám sát", "danh mục"}
)
#: What these rule is neither task nor measure.
_REGULATIONS = frozenset({DocumentType.THONG_TU, DocumentType.THONG_TU_LIEN_TICH})
#: With one of these before it, a topic is part of what a sentence says.
_MODAL = compile_plain(any_whole_word(("phải", "cần", "được", "không", "do", "bị")))


@cache
def _phrases(*, bare: bool) -> tuple[re.Pattern[str], dict[str, SectionKind]]:
    """Return the topics with their kinds; `bare` without marks on their letters, for what a scanner damaged."""
    kinds = {
        unmarked(phrase) if bare else phrase: SectionKind[kind.upper()]
        for kind, phrases in load("section_kinds").items()
        for phrase in phrases
    }
    return compile_plain(any_whole_word(kinds)), kinds


@cache
def _bodies() -> re.Pattern[str]:
    items = load("layout")["items"]
    names = {*load("letterhead")["issuers"]["subjects"], *items["answerable"]}
    return compile_plain(
        r"(?:(?:Đối với|Giao|Đề nghị|Yêu cầu)(?:\s?:)? (?:cho )?)?(?:[Cc]ác )?"
        rf"(?:{any_of(names)}|(?<=[Cc]ác )(?:sở|ban|bộ|cơ quan|đơn vị))"
        rf"(?!\p{{L}})(?!,? {any_of(items['other_words'])}(?!\p{{L}}))"
    )


@cache
def _openings(of: str) -> re.Pattern[str]:
    return compile_plain(rf"{any_of(load('layout')['items'][of])}(?!\p{{L}})")


def begins_with_body(words: str) -> bool:
    """Say whether `words` begin with a body or the head of one, told or asked to do something."""
    return _bodies().match(words) is not None


def kind_of(heading: str, *, top: bool) -> SectionKind | None:
    """Return the kind that the first topic of `heading` tells; below the top level the heading must begin with it."""
    if begins_with_body(heading):
        return None  # what the words of a body's name mean is not what the section is about
    pattern, kinds = _phrases(bare=False)
    words = heading.lower()
    match = pattern.search(words)
    if match is None and top and heading.isupper():
        words = unmarked(words)
        pattern, kinds = _phrases(bare=True)
        match = pattern.search(words)
    if match is None:
        return _kind_of_damaged(heading) if top else None
    if not top and (match.group() in _TOP_ONLY or not _LEADING.fullmatch(words, 0, match.start())):
        return None
    if top and _MODAL.search(words, 0, match.start()):
        return None
    return kinds[match.group()]


def _kind_of_damaged(heading: str) -> SectionKind | None:
    """Return the kind that a heading in capitals tells whose letters a scanner misread."""
    if not is_damaged(heading):
        return None
    _, kinds = _phrases(bare=True)
    leading = _LEADING.match(heading.lower())
    found = closest_beginning(heading[leading.end() if leading else 0 :], kinds)
    return found[0] if found else None


def kind_of_item(words: str, doc_type: DocumentType | None = None, *, titled: bool, assigned: bool) -> SectionKind:
    """Return the kind of a top-level item whose heading names no topic, if it has one.

    Args:
        words: The first paragraph of the item, after its marker.
        doc_type: What the type line says the document is.
        titled: All of it is a heading: other paragraphs follow.
        assigned: The top-level items of the document begin with the bodies that are to do them.
    """
    told = words.startswith("Giao ")
    if (assigned and told) or ((assigned or told) and begins_with_body(words)):
        return SectionKind.TO_CHUC_THUC_HIEN
    if _openings("decisions").match(words):
        return SectionKind.KHAC
    topic = titled and not begins_with_body(words)
    if doc_type in _REGULATIONS:
        return SectionKind.NOI_DUNG
    if topic and (doc_type is DocumentType.THONG_BAO or not _openings("work").match(words)):
        return SectionKind.KHAC  # a notice makes things known by topic: `3. Về treo cờ`
    return SectionKind.NHIEM_VU_GIAI_PHAP
