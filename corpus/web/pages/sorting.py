"""Heads of columns that sort a table: links, so that they work without a script and can be passed on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

__all__ = ["Heading", "heading"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column."""

    address: str
    """Of the table sorted by it."""
    sorted: str
    """``ascending``, ``descending`` or ``none``: the attribute ``aria-sort``."""


def heading(address: str, asked: Mapping[str, str], order: StrEnum, own: StrEnum, *, is_rising: bool) -> Heading:
    """The head of the column that ``own`` sorts by, in a table that is sorted by ``order``."""
    query = {name: value for name, value in {**asked, "sort": own.value}.items() if value}
    direction = "ascending" if is_rising else "descending"
    return Heading(f"{address}?{urlencode(query)}", direction if order is own else "none")
