"""Errors in classes: what went wrong in which layer, and what the text looks like there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.evaluate.constructions import CONSTRUCTIONS
from corpus.evaluate.scoring import LAYERS
from corpus.evaluate.tally import Finding

__all__ = ["ErrorClass", "error_classes"]

_ORDER = ("missed", "merged", "boundary", "spurious", "doubled", "wrong")


@dataclass(frozen=True, slots=True)
class ErrorClass:
    """Differences of one kind in one layer.

    Attributes:
        layer: The layer, or the row of it (``header.title``, ``sections.top``).
        kind: ``missed``, ``merged``, ``boundary``, ``spurious``, ``doubled`` or ``wrong``, the last perhaps with the
            fields that are wrong (``wrong bound, end``).
        findings: The differences, in the order of documents and text.
    """

    layer: str
    kind: str
    findings: tuple[Finding, ...]

    @property
    def documents(self) -> int:
        """In how many documents it occurs."""
        return len({finding.document for finding in self.findings})

    @property
    def constructions(self) -> Mapping[str, int]:
        """How many of the differences show each construction, the commonest first; one may show several."""
        counts = Counter(name for finding in self.findings for name in finding.constructions)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], CONSTRUCTIONS.index(item[0]))))


def error_classes(findings: Iterable[Finding], layer: str | None = None) -> list[ErrorClass]:
    """Return the classes of `findings`, of one layer or of all: layers in the order of a report, then by size."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        if layer is None or finding.layer.partition(".")[0] == layer:
            groups.setdefault((finding.layer, _kind(finding)), []).append(finding)
    classes = [ErrorClass(name, kind, tuple(members)) for (name, kind), members in groups.items()]
    return sorted(classes, key=_rank)


def _kind(finding: Finding) -> str:
    if finding.what == "relation":
        return f"wrong relation ({', '.join(finding.fields)})"
    return f"wrong {', '.join(finding.fields)}".rstrip() if finding.what == "value" else finding.what


def _rank(group: ErrorClass) -> tuple[int, str, int, int, str]:
    layer, _, row = group.layer.partition(".")
    what = group.kind.partition(" ")[0]
    return LAYERS.index(layer), row, -len(group.findings), _ORDER.index(what), group.kind
