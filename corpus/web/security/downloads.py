"""Files that are handed out: what they are called and hold is not ours, and must do nothing in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

from fastapi import Response
from fastapi.responses import FileResponse

from corpus.store.folding import folded

__all__ = ["SANDBOXED", "disposition", "download"]

_NOT_PLAIN = re.compile(r"[^A-Za-z0-9._ -]+")
_UNSPOKEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069/\\]+")
_LONGEST = 150
_NAMELESS = "van-ban"
_SANDBOX = "sandbox; default-src 'none'"
"""A file that a browser shows all the same runs nothing, and is of no origin."""
SANDBOXED = {"Content-Security-Policy": _SANDBOX}
"""Header of what a document says, handed out as it is."""


def disposition(name: str, *, inline: bool = False) -> str:
    """The header Content-Disposition (RFC 6266) for a file of any name; what no file is called by is left out."""
    shown = _UNSPOKEN.sub(" ", name).strip(" .")[-_LONGEST:] or _NAMELESS
    plain = _NOT_PLAIN.sub("_", folded(shown)) or _NAMELESS
    encoded = quote(shown, safe="", errors="replace")
    return f"{'inline' if inline else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{encoded}"


def download(content: bytes | Path, name: str, media_type: str) -> Response:
    """The answer that hands a file out, to be saved."""
    headers = {"Content-Disposition": disposition(name), **SANDBOXED}
    if isinstance(content, Path):
        return FileResponse(content, headers=headers, media_type=media_type)
    return Response(content, headers=headers, media_type=media_type)
