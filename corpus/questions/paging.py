"""Answers in pages that stay right while the archive grows: the cursor names the last row, not a count of rows."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Sequence

from corpus.errors import QueryError

__all__ = ["Key", "cursor_of", "read_cursor"]

Key = str | int | float | None
"""A value that a cursor is made of."""

_LARGEST = 2**63 - 1
"""The largest integer of SQLite and PostgreSQL."""
_UNPAIRED = re.compile("[\ud800-\udfff]")
"""Halves of letters, which JSON can write and UTF-8 cannot."""


def cursor_of(values: Sequence[Key]) -> str:
    """The cursor after a row, by the values that the answer is ordered by; fit for an address as it is."""
    return base64.urlsafe_b64encode(json.dumps(list(values)).encode()).decode().rstrip("=")


def read_cursor(cursor: str, kinds: Sequence[type]) -> list[Key]:
    """The values of a cursor, which must be of these kinds. Raises ``QueryError`` for what is none."""
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except (binascii.Error, UnicodeError, ValueError, RecursionError) as error:
        raise QueryError(reason=f"{cursor!r} is not a cursor of this list") from error
    if not isinstance(values, list) or [type(value) for value in values] != list(kinds) or not _fit(values):
        raise QueryError(reason=f"{cursor!r} is not a cursor of this list")
    return values


def _fit(values: Sequence[Key]) -> bool:
    """Whether a database can hold the values: a cursor is what somebody sends."""
    numbers = [value for value in values if isinstance(value, int)]
    texts = [value for value in values if isinstance(value, str)]
    return all(abs(number) <= _LARGEST for number in numbers) and not any(map(_UNPAIRED.search, texts))
