"""``trichluc schema``."""

from __future__ import annotations

import sys

__all__ = ["print_schema"]


def print_schema(contract: str) -> None:
    """Print the published JSON Schema of a contract: of one record, or of a list of deadlines."""
    from schemas.published import schema_text

    sys.stdout.write(schema_text(contract))
