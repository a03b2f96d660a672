"""``trichluc schema``."""

from __future__ import annotations

import json
import sys

__all__ = ["print_schema"]


def print_schema() -> None:
    """Print the JSON Schema of one record."""
    from schemas import Directive

    sys.stdout.write(json.dumps(Directive.model_json_schema(), ensure_ascii=False, indent=2) + "\n")
