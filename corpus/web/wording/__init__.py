"""What pages say, in each language: ``wording/LANGUAGE/PAGE.toml``, keys like ``deadlines.title``.

Texts are plain, never markup; placeholders stand in braces (``{count}``) and are the same in both languages.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from corpus.cli.languages import Language

__all__ = ["Wording", "texts", "wording"]


class Wording:
    """The texts of one language: ``say("home.documents", count=3)``."""

    def __init__(self, language: Language, known: Mapping[str, str]) -> None:
        self.language = language
        self._texts = known

    def __call__(self, key: str, **facts: object) -> str:
        """The text of a key with its placeholders filled in. Raises ``KeyError`` for a key that does not exist."""
        return self._texts[key].format_map(facts)

    def __contains__(self, key: str) -> bool:
        return key in self._texts


@cache
def wording(language: Language) -> Wording:
    """The texts of a language; read once."""
    return Wording(language, texts(language))


def texts(language: Language) -> Mapping[str, str]:
    """Every text of a language by its key."""
    folder = files("corpus.web.wording").joinpath(language.value)
    pages = (page for page in folder.iterdir() if page.name.endswith(".toml"))
    return MappingProxyType(
        {
            f"{page.name.removesuffix('.toml')}.{key}": text
            for page in pages
            for key, text in _flat(tomllib.loads(page.read_text("utf-8")))
        }
    )


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from ((f"{key}.{inner}", text) for inner, text in _flat(value))
        else:
            yield key, value
