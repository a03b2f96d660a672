"""Wrong tokens are slowed down: after a few, an address has to wait, each time twice as long."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address, IPv6Network

__all__ = ["Attempts"]

_FREE = 5
_LONGEST_WAIT = 300.0
_FORGET = 3600.0
_MOST = 4_096
"""Addresses that are remembered; the longest ago is forgotten first."""
_NETWORK_BITS = 64
"""Of an IPv6 address: whoever has one of a network has them all."""


@dataclass(slots=True)
class _Failures:
    count: int = 0
    last: float = 0.0


class Attempts:
    """Counts failures by address. Used in the event loop alone, so that it needs no lock."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._known: OrderedDict[str, _Failures] = OrderedDict()

    def wait(self, address: str) -> float:
        """The seconds until this address may try again; 0 where it may now."""
        failures = self._known.get(_who(address))
        if failures is None or failures.count < _FREE:
            return 0.0
        pause = min(_LONGEST_WAIT, 2.0 ** (failures.count - _FREE))
        return max(0.0, failures.last + pause - self._now())

    def fail(self, address: str) -> None:
        """Count a wrong token."""
        who, now = _who(address), self._now()
        failures = self._known.pop(who, None) or _Failures()
        if now - failures.last > _FORGET:
            failures.count = 0
        failures.count, failures.last = failures.count + 1, now
        self._known[who] = failures
        while len(self._known) > _MOST:
            self._known.popitem(last=False)

    def succeed(self, address: str) -> None:
        """Forget the failures of an address that has shown the token."""
        self._known.pop(_who(address), None)


def _who(address: str) -> str:
    try:
        return str(IPv6Network((IPv6Address(address), _NETWORK_BITS), strict=False))
    except AddressValueError:
        return address
