"""The last stage: findings in flow positions become one validated record with its evidence in the source."""

from __future__ import annotations

from extractor.pipeline import Findings
from extractor.reading import Reading
from extractor.record.explaining import explanations, signals_by_id
from extractor.record.validation import validated
from extractor.record.values import record_values
from schemas import Directive, Source

__all__ = ["build_record", "explanations", "signals_by_id"]


def build_record(reading: Reading, findings: Findings, source: Source) -> Directive:
    """Return the record of what was found in `reading`; the only place where models are made."""
    return validated(record_values(reading, findings, source))
