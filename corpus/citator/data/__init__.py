"""Facts about numbering and about well-known works, each file with its sources at its head."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> dict[str, Any]:
    """The content of ``corpus/citator/data/<name>.toml``; read-only."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
