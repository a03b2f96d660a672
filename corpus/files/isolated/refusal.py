"""A file that cannot be read, as an answer of the child process."""

from __future__ import annotations

__all__ = ["Refusal"]


class Refusal(Exception):  # noqa: N818 - an answer to the parent, not a fault
    """The file cannot be read. ``code`` says why in one word, ``facts`` more."""

    def __init__(self, code: str, **facts: str | int) -> None:
        super().__init__(code)
        self.facts: dict[str, str | int] = {"refused": code, **facts}
