"""Values become a record: put together as they are where every part was made, validated as a whole where one was not.

A finding that breaks the contract (a value that the schema refuses) is left out and reported as a diagnostic: a wrong
record is worse than a missing one.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schemas import Directive, Span
from schemas.making import maker_of
from schemas.vocabulary import DiagnosticCode

__all__ = ["validated"]

#: The lists whose records stand by themselves, so that one of them can be left out.
_LAYERS = ("citations", "deadlines", "targets", "responsibilities", "recipients")
_LISTS = ("sections", *_LAYERS, "diagnostics")

_directive = maker_of(Directive)


def validated(values: dict[str, Any]) -> Directive:
    """Return the record of `values`, without the findings that the contract refuses.

    Parts that are records already have been checked; if all are, they fit each other as `record_values` made them to.

    Raises:
        pydantic.ValidationError: what is wrong is no single finding; the stages before broke the outline.
    """
    if _are_made(values):
        return _directive({**values, **{name: tuple(values[name]) for name in _LISTS}})
    while True:
        try:
            return Directive.model_validate(values)
        except ValidationError as error:  # what is right after a field is gone is seen the next time only
            rest = _without(values, error)
            if len(rest["diagnostics"]) == len(values["diagnostics"]):
                raise
            values = rest


def _are_made(values: dict[str, Any]) -> bool:
    """Say whether no part is left that its model refused."""
    return not any(
        dict in map(type, parts)
        for parts in ((values["header"], values["signature"]), *(values[name] for name in _LISTS))
    )


def _without(values: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """Return `values` without what `error` complains about, which the diagnostics name instead."""
    refused: dict[str, set[int]] = {layer: set() for layer in _LAYERS}
    header, signature = dict(values["header"]), values["signature"]
    diagnostics = list(values["diagnostics"])
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        match detail["loc"]:
            case (str(layer), int(index), *_) if layer in refused:
                refused[layer].add(index)
                diagnostics.append(_remark(detail, dict(values[layer][index])["span"]))
            case ("header", str(field), *_) if field in header:
                del header[field]
                diagnostics.append(_remark(detail, None))
            case ("header",):
                header = {}
                diagnostics.append(_remark(detail, None))
            case ("signature", *_):
                signature = None
                diagnostics.append(_remark(detail, None))
    kept = {
        layer: [dict(record) for index, record in enumerate(values[layer]) if index not in indices]
        for layer, indices in refused.items()
    }
    _forget(kept)
    return {**values, **kept, "header": header, "signature": signature, "diagnostics": diagnostics}


def _forget(kept: dict[str, list[dict[str, Any]]]) -> None:
    """Take out the references to records that are left out."""
    bodies = {record["id"] for record in kept["responsibilities"]}
    deadlines = {record["id"] for record in kept["deadlines"]}
    kept["deadlines"] = [
        {**record, "bodies": tuple(body for body in record["bodies"] if body in bodies)} for record in kept["deadlines"]
    ]
    kept["targets"] = [
        record if record["deadline"] in deadlines else {**record, "deadline": None} for record in kept["targets"]
    ]


def _remark(detail: ErrorDetails, span: Span | dict[str, int] | None) -> dict[str, Any]:
    layer, *field = map(str, detail["loc"])
    place = ".".join((layer, *(part for part in field if not part.isdigit())))
    if isinstance(span, dict) and span["start"] >= span["end"]:
        span = None  # a finding that goes from one column of the source into another before it
    return {"code": DiagnosticCode.INVALID_RECORD, "message": f"{place}: {detail['msg']}", "span": span}
