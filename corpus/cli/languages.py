"""Which language the messages are in: ``--lang`` wherever it stands, else the locale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

__all__ = ["Language", "from_locale", "take_language"]

_OPTION = "--lang"


class Language(StrEnum):
    """A language that messages exist in."""

    VI = "vi"
    EN = "en"


def from_locale(environment: Mapping[str, str]) -> Language:
    """Vietnamese where the locale is, else English (POSIX: ``LC_ALL`` over ``LC_MESSAGES`` over ``LANG``)."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    return Language.VI if locale.lower().startswith("vi") else Language.EN


def take_language(arguments: Sequence[str]) -> tuple[Language | None, list[str]]:
    """Take ``--lang`` out of the arguments, before or after the command, and return the language and the rest.

    It has to be known before the help texts are made. A value that is no language is left in place, for the parser
    to refuse.
    """
    language: Language | None = None
    rest = list(arguments)
    known = set(Language)
    position = 0
    while position < len(rest) and rest[position] != "--":
        option, equals, value = rest[position].partition("=")
        width = 1 if equals else 2
        if not equals:
            value = rest[position + 1] if position + 1 < len(rest) else ""
        if option == _OPTION and value in known:
            language = Language(value)
            del rest[position : position + width]
        else:
            position += 1
    return language, rest
