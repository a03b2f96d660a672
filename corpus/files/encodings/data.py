"""The data files beside this module: tables of encodings, rules of spelling, frequencies of letters."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["Table", "load"]

Table = dict[str, Any]


@cache
def load(name: str) -> Table:
    """Return a data file's content; it is read once."""
    return tomllib.loads(files("corpus.files.encodings").joinpath(name).read_text("utf-8"))
