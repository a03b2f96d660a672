"""Where the archive is, when nobody says."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

__all__ = ["VARIABLE", "default_store"]

VARIABLE = "TRICHLUC_STORE"
"""The environment variable that names the archive's file."""

_FILE = "archive.db"


def default_store(environment: Mapping[str, str]) -> Path:
    """The archive that commands use: ``$TRICHLUC_STORE``, else one in the user's data folder.

    That folder is ``$XDG_DATA_HOME`` or ``~/.local/share`` (XDG Base Directory), ``~/Library/Application Support`` on
    macOS, ``%LOCALAPPDATA%`` on Windows.
    """
    if named := environment.get(VARIABLE):
        return Path(named)
    home = Path(environment.get("HOME") or Path.home())
    if sys.platform == "win32":
        data = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        data = home / "Library" / "Application Support"
    else:
        data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data / "trichluc" / _FILE
