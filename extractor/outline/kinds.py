"""What a section is about, told by its heading."""

from __future__ import annotations

from functools import cache

import regex

from extractor.lexicon import load
from schemas.vocabulary import SectionKind

__all__ = ["kind_of"]

_LEADING = r"(?:(?:các|những|một số|về|công tác|phần|mức)\s)*+"
#: Topics that say what a section is about only at the top; deeper down they are the work itself.
_TOP_ONLY = frozenset(
    {"thực hiện", "hoạt động", "báo cáo", "công việc", "tiến hành", "tài chính", "kiểm tra, giám sát", "danh mục"}
)


@cache
def _phrases() -> tuple[regex.Pattern[str], dict[str, SectionKind]]:
    kinds = {phrase: SectionKind[kind.upper()] for kind, phrases in load("section_kinds").items() for phrase in phrases}
    alternatives = "|".join(map(regex.escape, sorted(kinds, key=len, reverse=True)))
    return regex.compile(rf"(?<!\p{{L}})(?:{alternatives})(?!\p{{L}})"), kinds


@cache
def _bodies() -> regex.Pattern[str]:
    subjects = load("letterhead")["issuers"]["subjects"]
    return regex.compile(
        rf"(?:Đối với |Giao |Đề nghị )?(?:Các |các )?(?:{'|'.join(map(regex.escape, subjects))})(?![\p{{L}}])"
    )


def kind_of(heading: str, *, top: bool) -> SectionKind | None:
    """Return the kind that the first topic of `heading` tells; below the top level the heading must begin with it."""
    if _bodies().match(heading):
        return None  # what the words of a body's name mean is not what the section is about
    pattern, kinds = _phrases()
    words = heading.lower()
    match = pattern.search(words)
    if match is None:
        return None
    if not top and (match.group() in _TOP_ONLY or not regex.fullmatch(_LEADING, words[: match.start()])):
        return None
    return kinds[match.group()]
