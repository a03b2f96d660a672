"""The HTTP API: one module a subject, each with a ``router``."""

from __future__ import annotations

from fastapi import APIRouter

__all__ = ["routers"]


def routers() -> tuple[APIRouter, ...]:
    """The routers of all subjects, in the order in which the description lists them."""
    return ()
