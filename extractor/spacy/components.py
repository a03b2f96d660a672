"""The pipeline components: ``trichluc`` for everything, ``trichluc_citations`` and so on for one layer.

Entry points name this module, so that ``nlp.add_pipe("trichluc")`` works wherever the package is installed. Components
keep nothing: their settings stand in the pipeline's config, and what they find stands on the ``Doc``. However many of
them a pipeline has, a text is extracted once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from extractor import extract
from extractor.spacy.extensions import add_extensions, span_of
from extractor.spacy.held import held_by, hold
from extractor.spacy.layers import LAYERS, MENTIONS, Layer, LayerName

__all__ = [
    "JOINT_KEY",
    "DirectiveComponent",
    "LayerComponent",
    "LayerFactory",
    "lay_out",
    "make_citations_component",
    "make_deadlines_component",
    "make_directive_component",
    "make_responsibilities_component",
    "make_sections_component",
    "make_targets_component",
]

JOINT_KEY = "trichluc"
"""The key under which ``trichluc`` puts the mentions of all layers together, labelled by their layer."""

LayerFactory = Callable[[Language, str, str], "LayerComponent"]
"""Makes the component of one layer: of a pipeline, the component's name in it, and the key of its spans."""

_ASSIGNS = ("doc._.directive", "doc.spans", "span._.record", "span._.parent", "span._.children")

add_extensions()


@dataclass(frozen=True, slots=True)
class DirectiveComponent:
    """Extracts the record of a ``Doc``, and lays its layers out as spans."""

    layers: tuple[LayerName, ...]
    joint_key: str | None

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a ``Doc`` in place, and return it."""
        _extract(doc)
        lay_out(doc, layers=self.layers, joint_key=self.joint_key)
        return doc


@dataclass(frozen=True, slots=True)
class LayerComponent:
    """Extracts the record of a ``Doc`` where it has none yet, and lays one layer out as spans."""

    layer: LayerName
    spans_key: str

    def __call__(self, doc: Doc) -> Doc:
        """Annotate a ``Doc`` in place, and return it."""
        _extract(doc)
        _put_layer(doc, LAYERS[self.layer], self.spans_key)
        return doc


def lay_out(doc: Doc, *, layers: Sequence[LayerName] = tuple(LAYERS), joint_key: str | None = JOINT_KEY) -> None:
    """Lay out the record that a ``Doc`` has (``doc._.directive``), each layer under its own name.

    Args:
        doc: A ``Doc`` with a record; without one, nothing is laid out.
        layers: Which layers.
        joint_key: Where the mentions of these layers stand together in document order, labelled by their layer
            (``citation``); sections are left out there, for they hold the others. ``None``: nowhere.
    """
    for name in layers:
        _put_layer(doc, LAYERS[name], name)
    if joint_key is not None and (held := held_by(doc)):
        together = [
            span_of(doc, record, LAYERS[name].noun)
            for name in layers
            if name in MENTIONS
            for record in LAYERS[name].records(held.directive)
        ]
        doc.spans[joint_key] = sorted(together, key=lambda span: (span.start, span.end))


def make_directive_component(
    nlp: Language, name: str, layers: list[LayerName], joint_key: str | None
) -> DirectiveComponent:
    """The factory ``trichluc``."""
    return DirectiveComponent(tuple(layers), joint_key)


def _extract(doc: Doc) -> None:
    if held_by(doc) is None:
        hold(doc, extract(doc.text))


def _put_layer(doc: Doc, layer: Layer, spans_key: str) -> None:
    if held := held_by(doc):
        doc.spans[spans_key] = [span_of(doc, record, layer.label(record)) for record in layer.records(held.directive)]


def _layer_factory(layer: LayerName) -> LayerFactory:
    def make_layer_component(nlp: Language, name: str, spans_key: str) -> LayerComponent:
        return LayerComponent(layer, spans_key)

    Language.factory(
        f"trichluc_{layer}", default_config={"spans_key": layer}, assigns=_ASSIGNS, func=make_layer_component
    )
    return make_layer_component


make_sections_component = _layer_factory("sections")
make_citations_component = _layer_factory("citations")
make_deadlines_component = _layer_factory("deadlines")
make_targets_component = _layer_factory("targets")
make_responsibilities_component = _layer_factory("responsibilities")
Language.factory(
    "trichluc",
    default_config={"layers": list(LAYERS), "joint_key": JOINT_KEY},
    assigns=_ASSIGNS,
    func=make_directive_component,
)
