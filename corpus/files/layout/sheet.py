"""What is printed on one page: words and ruled lines, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Rule", "Sheet", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """Letters without a space between them, and the box that they fill.

    The unit is the point (1/72 inch), from the upper left corner of the page as a reader holds it; ``top`` is less
    than ``bottom``. ``size`` is the height of the type (the em).
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    font: str | None = None

    @property
    def middle(self) -> float:
        """How far down the page the middle of the word is."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line that is drawn, upright or level, in the units of ``Word``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it parts left from right."""
        return self.bottom - self.top > self.right - self.left


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. ``confidence`` is that of the recognition, from 0 to 1; ``None`` where the words were stored."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    confidence: float | None = None
