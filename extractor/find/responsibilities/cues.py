"""The words round a body that may give it a role: the cheap questions before the patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = [
    "DETERMINING",
    "any_cue",
    "begins_with_verb",
    "directing",
    "last_word",
    "may_be_cue",
    "reporting",
    "triggers",
]

#: Words of determiners, and of the persons that may stand between a cue and a body (`vận động người dân, cơ quan …`).
DETERMINING = frozenset(
    [
        "các",
        "những",
        "mọi",
        "từng",
        "mỗi",
        "toàn",
        "thể",
        "một",
        "tất",
        "cả",
        "số",
        "đồng",
        "chí",
        "và",
        "người",
        "dân",
        "nhân",
        "cá",
        "hội",
        "viên",
        "đoàn",
        "cán",
        "bộ",
        "hộ",
        "gia",
        "đình",
    ]
)


def may_be_cue(last: str) -> bool:
    """Say whether any cue can end with the word `last`: the cheap question before the patterns."""
    return last in triggers()


def last_word(words: str) -> str:
    """Return the last word before a list, in small letters, determiners left aside; a label's colon is a word."""
    while words := words.rstrip():
        words, _, word = words.rpartition(" ")
        if word.endswith(":"):
            return ":"
        word = word.strip(",(")
        if word not in DETERMINING and not word.isdigit():
            return word
    return ""


@cache
def directing() -> frozenset[str]:
    """Return the words with which a cue of directing may end."""
    cues = load("role_cues")
    words = (cue.rsplit(" ", 1)[-1] for table in ("direct", "also_direct") for cue in cues[table])
    return frozenset(("đến", "cho", "với", "tới", "tiếp", "xuyên", "thời", "để", ":", *words))


@cache
def reporting() -> frozenset[str]:
    """Return the words with which a cue of reporting may end."""
    cues = load("role_cues")
    words = (cue.rsplit(" ", 1)[-1] for table in ("report_to", "report_prepositions") for cue in cues[table])
    return frozenset(("để", "của", "chuyển", "nộp", *words))


@cache
def triggers() -> frozenset[str]:
    """Return the words with which a cue may end."""
    cues = load("role_cues")
    phrases = (
        cue
        for table in ("coordinate", "direct", "also_direct", "report_to", "report_prepositions")
        for cue in cues[table]
    )
    others = (
        ":",
        "qua",
        "mối",
        "trì",
        "trực",
        "với",
        "cùng",
        "hệ",
        "của",
        "để",
        "tiếp",
        "xuyên",
        "thời",
        "quả",
        "do",
        "được",
        "là",
        "chuyển",
        "nộp",
        "hợp",
        "hiện:",
    )
    return frozenset(cue.rsplit(" ", 1)[-1] for cue in phrases).union(others)


def begins_with_verb(clause: str) -> bool:
    """Say whether `clause`, in small letters, begins with a verb of administrative tasks."""
    return _verb().match(clause) is not None


@cache
def _verb() -> re.Pattern[str]:
    return compile_plain(any_cue(load("role_cues")["verbs"]))


def any_cue(words: Iterable[str]) -> str:
    """Return the pattern of any of `words` that is not the beginning of a longer word."""
    return any_of(words) + r"(?!\p{L})"
