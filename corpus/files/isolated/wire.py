"""How the two processes talk: a message is plain facts as JSON, and bytes."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["Facts", "pack", "receive"]

Facts = dict[str, Any]
"""What a message says: strings, numbers, lists and mappings of them."""

_LENGTHS = struct.Struct(">QQ")


def pack(facts: Mapping[str, object], payload: bytes = b"") -> bytes:
    """Return a message as bytes, its payload not included: that is written after it, uncopied."""
    head = json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode()
    return _LENGTHS.pack(len(head), len(payload)) + head


def receive(read: Callable[[int], bytes], most: int) -> tuple[Facts, bytes]:
    """Take the next message from ``read``, which returns as many bytes as it is asked for.

    Raises ``EOFError`` where there is none, ``ValueError`` where it has more than ``most`` bytes or is malformed.
    """
    head_length, payload_length = _LENGTHS.unpack(read(_LENGTHS.size))
    if head_length + payload_length > most:
        raise ValueError("message too long")
    facts = json.loads(read(head_length))
    if not isinstance(facts, dict):
        raise ValueError("message malformed")
    return facts, read(payload_length)
