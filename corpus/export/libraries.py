"""Libraries that only some formats need: imported when they are used, and asked for by name where they are missing."""

from __future__ import annotations

import importlib
from typing import Any

from corpus.errors import ExtraMissingError

__all__ = ["needed"]


def needed(module: str, format_name: str, *, extra: str = "export") -> Any:
    """Import a module. Raises ``ExtraMissingError``, which says how to install it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise ExtraMissingError(format=format_name, library=library, extra=extra) from error
