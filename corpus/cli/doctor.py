"""``trichluc doctor``: what this machine can read, and what to install for the rest."""

from __future__ import annotations

import sys

from corpus.cli.messages import Messages
from corpus.files.means import Kind, Means, survey

__all__ = ["print_findings"]

_SOME_MISSING = 1


def print_findings(say: Messages) -> int:
    """Print one line for each thing that reading may need; return 1 if any is missing."""
    found = list(survey())
    name_width = max(len(means.name) for means in found)
    serves_width = max(len(means.serves) for means in found)
    state_width = max(len(say(state)) for state in ("doctor.available", "doctor.missing"))
    for means in found:
        state = say("doctor.available" if means.available else "doctor.missing")
        line = f"{state:{state_width}}  {means.name:{name_width}}  {means.serves:{serves_width}}  {_advice(means, say)}"
        sys.stdout.write(line.rstrip() + "\n")
    missing = sum(not means.available for means in found)
    if not missing:
        sys.stdout.write(say("doctor.summary.all") + "\n")
        return 0
    sys.stdout.write(say("doctor.summary.missing", count=missing, total=len(found)) + "\n")
    return _SOME_MISSING


def _advice(means: Means, say: Messages) -> str:
    if means.available:
        return ""
    if means.kind is Kind.LIBRARY:
        return say("doctor.extra", extra=means.source)
    return say("doctor.package", package=means.source)
