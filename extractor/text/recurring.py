"""What is asked again of the short strings that stand in many documents, remembered in little memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

__all__ = ["recurring"]

T = TypeVar("T")


def recurring(size: int, *, longest: int = 160) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Remember what a pure function says of the last `size` different strings of at most `longest` characters.

    Of longer ones it is asked each time: they do not recur, and a line of a text may be as long as the text.

    >>> @recurring(2)
    ... def words(line: str) -> int:
    ...     return len(line.split())
    >>> words("Độc lập - Tự do - Hạnh phúc")
    8
    """

    def remembering(function: Callable[[str], T]) -> Callable[[str], T]:
        remembered = lru_cache(size)(function)

        @wraps(function)
        def ask(text: str) -> T:
            return remembered(text) if len(text) <= longest else function(text)

        return ask

    return remembering
