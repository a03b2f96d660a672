"""The layers of a record that become spans, and how each is named on a ``Doc``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from schemas import (
    Bound,
    Citation,
    Comparator,
    Deadline,
    Directive,
    Relation,
    Responsibility,
    Role,
    Section,
    SectionKind,
    Target,
)

__all__ = ["LAYERS", "MENTIONS", "Layer", "LayerName", "LayerRecord"]

LayerName = Literal["sections", "citations", "deadlines", "targets", "responsibilities"]
"""A layer: the field of ``schemas.Directive`` that has its records, and the key of its spans."""

LayerRecord = Section | Citation | Deadline | Target | Responsibility
"""A record of any layer."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer.

    Attributes:
        name: The field of the directive, and the key of its spans on a ``Doc``.
        noun: What one record of it is called; the label where several layers share a key.
        labels: Every label that its spans may have under their own key.
        label: The label of a record: the value that tells its kinds apart.
    """

    name: LayerName
    noun: str
    labels: tuple[str, ...]
    label: Callable[[Any], str]

    def records(self, directive: Directive) -> Sequence[LayerRecord]:
        """The records of this layer, in document order."""
        found: Sequence[LayerRecord] = getattr(directive, self.name)
        return found


LAYERS: Mapping[LayerName, Layer] = MappingProxyType(
    {
        layer.name: layer
        for layer in (
            # A section below the top may be of no kind that its heading tells.
            Layer("sections", "section", ("section", *SectionKind), lambda record: record.kind or "section"),
            Layer("citations", "citation", tuple(Relation), lambda record: record.relation),
            Layer("deadlines", "deadline", tuple(Bound), lambda record: record.bound),
            Layer("targets", "target", tuple(Comparator), lambda record: record.comparator),
            Layer("responsibilities", "responsibility", tuple(Role), lambda record: record.role),
        )
    }
)
"""Every layer by its name."""

MENTIONS: tuple[LayerName, ...] = ("citations", "deadlines", "targets", "responsibilities")
"""The layers whose records are short stretches of text, not whole parts of the document."""
