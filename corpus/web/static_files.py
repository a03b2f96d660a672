"""Styles, scripts and pictures: files of the package under addresses that change with their content.

A template writes ``{{ static("style.css") }}``; a browser may keep what it got for a year.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope

__all__ = ["static_address", "static_files"]

_FOLDER = Path(__file__).parent / "static"
_DIGITS = 12
_YEAR = 31_536_000
_VERSION = "v"


def static_address(name: str) -> str:
    """The address of a file in ``static/``, with its version. Raises ``FileNotFoundError``."""
    path = _FOLDER / name
    return f"/static/{name}?{_VERSION}={_version(path, path.stat().st_mtime_ns)}"


@cache
def _version(path: Path, modified_ns: int) -> str:
    """The beginning of the SHA-256 of a file, which is read anew when it was changed."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_DIGITS]


def static_files() -> StaticFiles:
    """What serves the folder."""
    return _Versioned(directory=_FOLDER)


class _Versioned(StaticFiles):
    """Files that browsers keep where the address says which version it is."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        is_versioned = scope["query_string"].startswith(f"{_VERSION}=".encode())
        response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable" if is_versioned else "no-cache"
        return response
