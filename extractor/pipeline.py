"""The stages of extraction, in order, on one page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extractor.confidence import Signals, read_signals
from extractor.find.bodies import find_bodies
from extractor.find.citations import find_citations
from extractor.find.deadlines import find_deadlines
from extractor.find.mentions import (
    CitationMention,
    DeadlineMention,
    ResponsibilityMention,
    TargetMention,
)
from extractor.find.quantities import find_quantities
from extractor.find.responsibilities import find_responsibilities
from extractor.find.targets import find_targets, places_of_targets
from extractor.find.timex import find_times
from extractor.link.deadline_bodies import bodies_of_deadlines
from extractor.link.deadline_tasks import without_subjects
from extractor.link.diagnostics import remarks_on_text
from extractor.link.remarks import remarks_on_findings
from extractor.link.target_deadlines import deadlines_of_targets
from extractor.outline import read_outline
from extractor.reading import Reading, Remark
from extractor.text import normalise

__all__ = ["Findings", "find_all", "read"]


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in a reading, each list in document order, with the links between them as list indices.

    `signals` tell how far each finding may be relied on.
    """

    citations: list[CitationMention]
    deadlines: list[DeadlineMention]
    targets: list[TargetMention]
    responsibilities: list[ResponsibilityMention]
    deadline_of_target: list[int | None]
    bodies_of_deadline: list[tuple[int, ...]]
    signals: Signals
    remarks: tuple[Remark, ...] = ()


def read(text: str) -> Reading:
    """Stages 1 and 2: normalise the text and read its outline, and say what puts the whole of it in doubt."""
    reading = read_outline(normalise(text))
    remarks = remarks_on_text(reading)
    return replace(reading, remarks=(*remarks, *reading.remarks)) if remarks else reading


def find_all(reading: Reading) -> Findings:
    """Stages 3 to 5: find what the text says, layer by layer, link it, and see what tells how sure each finding is."""
    citations = find_citations(reading)
    deadlines = find_deadlines(reading, find_times(reading), citations)
    targets = find_targets(reading, find_quantities(reading, places_of_targets(reading)), citations)
    responsibilities = find_responsibilities(reading, find_bodies(reading, citations), citations)
    deadlines = without_subjects(reading, deadlines, responsibilities)
    return Findings(
        citations,
        deadlines,
        targets,
        responsibilities,
        deadlines_of_targets(reading, targets, deadlines),
        bodies_of_deadlines(reading, deadlines, responsibilities),
        read_signals(reading, citations, deadlines, targets, responsibilities),
        remarks_on_findings(reading, citations, deadlines, responsibilities),
    )
