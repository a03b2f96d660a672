"""Where a clause of several verbs comes apart: `xây dựng kế hoạch | , báo cáo kết quả | và tổ chức sơ kết`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from extractor.find.alternation import any_word_of
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["Joint", "begins_with_verb", "joints", "purposes"]


class Joint(NamedTuple):
    """Where one part of a clause ends and the next begins; between them stands a comma, `và` or `để`.

    Attributes:
        end: Flow position at which the part before it ends.
        begin: Flow position at which the part after it begins.
        own: Whether that has a subject of its own: a quantity (`…, trên 90% hộ dự trữ …`).
    """

    end: int
    begin: int
    own: bool = False


def joints(text: str, start: int, end: int) -> Iterator[Joint]:
    """Yield the joints of ``text[start:end]``, in order.

    A part begins with a verb in small letters, with or without an adverb, or with a quantity. Verbs that share an
    object (`theo dõi, đôn đốc việc thực hiện`) are one part.
    """
    last = None
    for match in _joint().finditer(text, start, end):
        alone = last is not None and _bare().fullmatch(text, last, match.start())
        if not alone or match["adverb"] or match["quantity"]:
            last = match.end()
            yield Joint(match.start(), last, match["quantity"] is not None)


def purposes(text: str, start: int, end: int) -> list[Joint]:
    """Return the joints of ``text[start:end]`` at which a purpose begins: `báo cáo … để | tổng hợp`."""
    return [Joint(match.start(), match.end()) for match in _purpose().finditer(text, start, end)]


def begins_with_verb(lowered: str, start: int, end: int) -> bool:
    """Say whether ``lowered[start:end]``, in small letters, begins with a verb."""
    return _bare().match(lowered, start, end) is not None


@cache
def _verbs() -> str:
    cues = load("role_cues")
    return any_word_of({*cues["part_verbs"], *(verb for verb in cues["verbs"] if " " in verb)})


@cache
def _joint() -> re.Pattern[str]:
    adverb = any_word_of(load("role_cues")["part_adverbs"])
    quantity = r"(?P<quantity>(?:(?:trên|ít nhất|tối thiểu|từ) )?\d[\d.,]*+ ?%)"
    return compile_plain(rf"(?:,(?: và| đồng thời)?| và) (?=(?P<adverb>{adverb} )?{_verbs()}|{quantity})")


@cache
def _bare() -> re.Pattern[str]:
    return compile_plain(rf"{_verbs()} ?")


@cache
def _purpose() -> re.Pattern[str]:
    return compile_plain(rf" để (?={_verbs()})")
