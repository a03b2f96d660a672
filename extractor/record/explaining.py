"""What the confidence of each record rests on, by the id of the record."""

from __future__ import annotations

from extractor.confidence import Explanation, explanation_of
from extractor.pipeline import Findings
from extractor.record.identifiers import record_ids

__all__ = ["explanations", "signals_by_id"]


def signals_by_id(findings: Findings) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the layer of every finding and the signals that it shows."""
    signals = findings.signals
    layers = {
        "citations": signals.citations,
        "deadlines": signals.deadlines,
        "targets": signals.targets,
        "responsibilities": signals.responsibilities,
    }
    return {
        identifier: (layer, names)
        for layer, shown in layers.items()
        for identifier, names in zip(record_ids(layer, len(shown)), shown, strict=True)
    }


def explanations(findings: Findings) -> dict[str, Explanation]:
    """Return the sum behind the confidence of every finding."""
    return {identifier: explanation_of(layer, names) for identifier, (layer, names) in signals_by_id(findings).items()}
