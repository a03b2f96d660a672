"""The record that a ``Doc`` carries: where it is kept, and how it gets into bytes and out again.

It is kept in ``Doc.user_data``, which spaCy writes with srsly's MessagePack. srsly asks every registered encoder for
what it does not know; ours, registered when this module is imported, writes a record as the JSON of its contract.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import srsly
from spacy.tokens import Doc

from extractor.spacy.layers import LAYERS, LayerRecord
from schemas import Directive

__all__ = ["HeldDirective", "decode", "encode", "held_by", "hold"]

_KEY = "trichluc"
"""Of ``Doc.user_data``, and of the one entry that stands for a record in MessagePack."""

_Fallback = Callable[[Any], Any] | None


class HeldDirective:
    """A record with its parts by their ids."""

    def __init__(self, directive: Directive) -> None:
        self.directive = directive

    @cached_property
    def by_id(self) -> Mapping[str, LayerRecord]:
        """Sections, citations, deadlines, targets and responsibilities by id."""
        return {record.id: record for layer in LAYERS.values() for record in layer.records(self.directive)}


def hold(doc: Doc, directive: Directive | None) -> None:
    """Give a ``Doc`` its record, or take it away. Raises ``ValueError`` for the record of another text."""
    if directive is None:
        doc.user_data.pop(_KEY, None)
    elif directive.source.chars != _length(doc):
        raise ValueError(f"a record of {directive.source.chars} characters is none of a text of {_length(doc)}")
    else:
        doc.user_data[_KEY] = HeldDirective(directive)


def held_by(doc: Doc) -> HeldDirective | None:
    """What a ``Doc`` carries, if it carries a record of its own text.

    A ``Doc`` that was put together from others, or cut out of another, may have their user data but not their text: a
    record of another length is not its own.
    """
    held = doc.user_data.get(_KEY)
    if isinstance(held, HeldDirective) and held.directive.source.chars == _length(doc):
        return held
    return None


def encode(obj: Any, chain: _Fallback = None) -> Any:
    """Encode a held record for MessagePack (``srsly.msgpack_encoders``)."""
    if isinstance(obj, HeldDirective):
        return {_KEY: obj.directive.model_dump_json()}
    return obj if chain is None else chain(obj)


def decode(obj: Any, chain: _Fallback = None) -> Any:
    """Undo ``encode`` (``srsly.msgpack_decoders``). Raises ``pydantic.ValidationError`` for a record that is none."""
    if isinstance(obj, dict) and obj.keys() == {_KEY} and isinstance(obj[_KEY], str):
        return HeldDirective(Directive.model_validate_json(obj[_KEY]))
    return obj if chain is None else chain(obj)


srsly.msgpack_encoders.register("trichluc", func=encode)
srsly.msgpack_decoders.register("trichluc", func=decode)


def _length(doc: Doc) -> int:
    """The length of ``doc.text`` in code points, without making the text."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0
