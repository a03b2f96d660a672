"""A colour for each layer in displaCy's pictures, whichever of its labels a span has."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from extractor.spacy.layers import LAYERS, LayerName

__all__ = ["COLOURS", "displacy_colours"]

_OF_LAYER: Mapping[LayerName, str] = {
    "sections": "#d9d9d9",
    "citations": "#9ecae1",
    "deadlines": "#fdae6b",
    "targets": "#a1d99b",
    "responsibilities": "#bcbddc",
}
"""Light enough for black text; told apart by colour-blind readers, too (after ColorBrewer)."""

COLOURS: Mapping[str, str] = MappingProxyType(
    {label.upper(): _OF_LAYER[layer.name] for layer in LAYERS.values() for label in (layer.noun, *layer.labels)}
)
"""By label in capitals, as displaCy asks."""


def displacy_colours() -> dict[str, str]:
    """The colours as displaCy takes them, which finds this function by an entry point (``spacy_displacy_colors``)."""
    return dict(COLOURS)
