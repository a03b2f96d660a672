"""Abbreviations written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

import regex

from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["expand_abbreviations"]

_NOTHING_DEFINED: Mapping[str, str] = MappingProxyType({})
_JOINTS = compile_plain(r"\s?[-&/.]\s?|\s+")


def expand_abbreviations(name: str, defined: Mapping[str, str] = _NOTHING_DEFINED) -> str:
    """Return `name` with its abbreviations written out; those that nobody knows stay.

    Args:
        name: As printed: `Ban Thường trực UBMTTQ tỉnh`.
        defined: Abbreviations that the document itself defines; they go before the standard ones.

    >>> expand_abbreviations("Đề nghị UBND các xã, phường và LĐLĐ TP. Buôn Ma Thuột")
    'Đề nghị Ủy ban nhân dân các xã, phường và Liên đoàn Lao động thành phố Buôn Ma Thuột'
    """
    for short in () if not defined else sorted((short for short in defined if short in name), key=len, reverse=True):
        pattern = rf"(?<![\p{{L}}\d]){re.escape(short)}(?![\p{{L}}\d])"
        name = regex.sub(pattern, lambda match: defined[match.group()], name)
    return _expanded(name)


@lru_cache(maxsize=4096)
def _expanded(name: str) -> str:
    return name if _capitals().search(name) is None else _abbreviation().sub(_meaning, name)


@cache
def _capitals() -> re.Pattern[str]:
    """Return the pattern of what is in every abbreviation, the cheap question before its own: few names have any.

    That is two capitals side by side, or a word of one alone, behind which a level may have a small letter (`Tp`).
    """
    small = "".join(sorted({level[1] for level in _table("levels") if level[1:].islower()}))
    return compile_plain(rf"\p{{Lu}}(?:\p{{Lu}}|[{small}]?(?![\p{{L}}\d]))")


def _meaning(match: re.Match[str]) -> str:
    if level := match["level"]:
        return _table("levels")[level]
    return _table("bodies")[_JOINTS.sub(" ", match["body"])]


@cache
def _table(name: str) -> dict[str, str]:
    entries: dict[str, str] = load("abbreviations")[name]
    return entries


@cache
def _abbreviation() -> re.Pattern[str]:
    """Return the pattern of all standard abbreviations; a level counts before a name, in a list or with a full stop."""
    joint = r"(?:\s?[-&/.]\s?|\s)"
    longest_first = sorted(_table("bodies"), key=len, reverse=True)
    bodies = "|".join(joint.join(map(re.escape, short.split(" "))) for short in longest_first)
    levels = "|".join(sorted(_table("levels"), key=len, reverse=True))
    level_follows = r"\.(?= ?\p{Lu})|(?= \p{Lu}\p{Ll})|(?=,|$)"
    return compile_plain(
        rf"(?<![\p{{L}}\d])(?:(?P<body>{bodies})(?![\p{{L}}\d])|(?P<level>{levels})(?:{level_follows}))"
    )
