"""How a document writes `ủy`: names keep the spelling of the house that issued it.

The flow is laid out in the modern spelling, so that one grammar reads both. Party offices write ``uỷ`` throughout
(``Tỉnh uỷ``, ``Uỷ ban``), most state offices ``ủy``; neither is an error, and a name is quoted as its owner writes it.
A text that mixes them is held to the one that it writes more often.
"""

from __future__ import annotations

import regex

__all__ = ["in_spelling_of", "writes_old_uy"]

_MODERN = regex.compile(r"[ủỦ][yY](?!\p{L})")
_TO_OLD = {"ủy": "uỷ", "Ủy": "Uỷ", "ỦY": "UỶ", "ủY": "uỶ"}


def writes_old_uy(source: str) -> bool:
    """Say whether `source` writes ``uỷ`` more often than ``ủy``."""
    old = sum(map(source.count, _TO_OLD.values()))
    return old > 0 and old > sum(1 for _ in _MODERN.finditer(source))


def in_spelling_of(name: str, *, old_uy: bool) -> str:
    """Return `name`, which is in the modern spelling, as a document writes it that has `old_uy` or has not."""
    return _MODERN.sub(lambda match: _TO_OLD[match.group()], name) if old_uy else name
