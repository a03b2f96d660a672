"""How often the garbage collector looks for cycles: seldom, as extraction leaves none behind.

Python looks whenever there are 700 containers more than at the last look, and through all there are when a quarter of
them is new. The record of a long text has a hundred thousand; looking took a tenth to a fifth of the time of an
extraction, and found nothing. What is set here holds for the whole process, so that only programs call it, never the
library.
"""

from __future__ import annotations

import gc

__all__ = ["collect_seldom"]

_CONTAINERS = 20_000
"""About two megabytes of them, at most, are garbage that waits."""

_ROUNDS = 10


def collect_seldom() -> None:
    """Look for garbage less often, and never again among what is loaded by now: code, lexicons, patterns."""
    gc.freeze()
    gc.set_threshold(_CONTAINERS, _ROUNDS, _ROUNDS)
