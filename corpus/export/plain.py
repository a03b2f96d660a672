"""Text from documents, made fit for other formats."""

from __future__ import annotations

import re

__all__ = ["one_line", "shortened", "without_controls"]

_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]+"
)
"""What XML 1.0 (section 2.2) and iCalendar (RFC 5545, section 3.1) do not allow in text, and invisible signs that turn
the direction of writing."""
_SPACES = re.compile(r"\s+")


def without_controls(text: str) -> str:
    """The text without characters that other formats do not allow; tabs and newlines stay."""
    return _CONTROLS.sub("", text)


def one_line(text: str) -> str:
    """The text without controls, on one line, one space between its words."""
    return _SPACES.sub(" ", without_controls(text)).strip()


def shortened(text: str, length: int) -> str:
    """The text on one line, with an ellipsis where it is longer than ``length`` characters; cut between words."""
    line = one_line(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    return (head.rpartition(" ")[0] or head).rstrip(" ,;:–-") + "…"
