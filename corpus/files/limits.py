"""How much of a file is read at most: what stands between an archive of unknown files and this machine."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT_MAX_BYTES", "Limits"]

DEFAULT_MAX_BYTES = 64 * 1024 * 1024
"""Inputs above this are refused unless the caller allows more: the largest directives known are under 2 MB, their
scans under 40 MB."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one input. What goes over one of them is refused with an error of its own, never cut short."""

    max_bytes: int = DEFAULT_MAX_BYTES
    """Bytes of the input itself, and of each member of an archive."""

    pages: int = 2_000
    """Pages of a document, sheets of a workbook."""

    cells: int = 2_000_000
    """Cells of a workbook, the empty ones before a filled one counted as well."""

    pixels: int = 120_000_000
    """Pixels of one image, or of one page drawn for recognition (A4 at 300 dpi has 8.7 million)."""

    expanded_bytes: int = 512 * 1024 * 1024
    """Bytes that a compressed file may grow to, all its members together."""

    members: int = 10_000
    """Files in an archive, parts in a mail, parts of a document that is an archive inside."""

    depth: int = 4
    """Archives and mails inside each other."""

    seconds: float = 300.0
    """Time for one document, with all programs that are run for it."""

    program_bytes: int = 4 * 1024 * 1024 * 1024
    """Address space of each program that is run for the document."""

    program_output_bytes: int = 256 * 1024 * 1024
    """What such a program may print, or write into one file."""
