"""Language knowledge as data: one TOML file a subject, one loader for all.

Every file states in a comment at its head what it holds and where its facts come from.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from extractor.errors import LexiconError

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """Return the content of ``extractor/lexicon/<name>.toml``; treat it as read-only.

    Raises:
        LexiconError: there is no such file, or it is not valid TOML.
    """
    try:
        return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"there is no lexicon named {name!r}") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"lexicon {name!r} is not valid TOML: {error}") from error
