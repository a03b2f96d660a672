"""What a server is told when it starts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from corpus.cli.languages import Language

__all__ = ["Settings"]

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Settings:
    """One archive, and how it is shown to whom."""

    store: Path
    host: str = "127.0.0.1"
    """The address to bind to."""
    port: int = 8000
    token: str | None = field(default=None, repr=False)
    """What a visitor has to know; ``None`` lets everybody in who reaches the address."""
    allowed_hosts: tuple[str, ...] = ()
    """Names by which browsers may call this server, beside those that follow from ``host``."""
    read_only: bool = False
    """Whether nothing can be changed: no uploads, no reviews."""
    incoming: Path | None = None
    """Where files that are added are kept; ``None``: in a folder beside the archive."""
    upload_bytes: int = 50_000_000
    """Largest file that is taken."""
    request_bytes: int = 1_000_000
    """Largest body of any other request."""
    body_seconds: float = 60.0
    """How long a body may be in coming, from its first byte; one of ``upload_bytes`` ten times as long."""
    language: Language = Language.VI
    """Of visitors who have chosen none."""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(_KEY_BYTES), repr=False)
    """Signs the sessions of a server without a token. Server processes that share the work share it, too."""

    @property
    def incoming_folder(self) -> Path:
        """The folder of files that are added."""
        return self.incoming or self.store.with_name(f"{self.store.name}.incoming")
