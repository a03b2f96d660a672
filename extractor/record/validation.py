"""Values become a record: validated once as a whole, and only where that fails piece by piece.

A finding that breaks the contract (a value that the schema refuses) is left out and reported as a diagnostic: a wrong
record is worse than a missing one.
"""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from schemas import Directive
from schemas.vocabulary import DiagnosticCode

__all__ = ["validated"]

#: The lists whose records stand by themselves, so that one of them can be left out.
_LAYERS = ("citations", "deadlines", "targets", "responsibilities", "recipients")


def validated(values: dict[str, Any]) -> Directive:
    """Return the record of `values`, without the findings that the contract refuses.

    Raises:
        pydantic.ValidationError: what is wrong is no single finding; the stages before broke the outline.
    """
    try:
        return Directive.model_validate(values)
    except ValidationError as error:
        return Directive.model_validate(_without(values, error))


def _without(values: dict[str, Any], error: ValidationError) -> dict[str, Any]:
    """Return `values` without what `error` complains about, which the diagnostics name instead."""
    refused: dict[str, set[int]] = {layer: set() for layer in _LAYERS}
    header = dict(values["header"])
    diagnostics = list(values["diagnostics"])
    for detail in error.errors(include_url=False, include_context=False, include_input=False):
        match detail["loc"]:
            case (str(layer), int(index), *_) if layer in refused:
                refused[layer].add(index)
                diagnostics.append(_remark(detail, values[layer][index]["span"]))
            case ("header", str(field), *_) if field in header:
                del header[field]
                diagnostics.append(_remark(detail, None))
            case ("header",):
                header = {}
                diagnostics.append(_remark(detail, None))
    kept = {
        layer: [record for index, record in enumerate(values[layer]) if index not in indices]
        for layer, indices in refused.items()
    }
    _forget(kept)
    return {**values, **kept, "header": header, "diagnostics": diagnostics}


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


def _remark(detail: ErrorDetails, span: dict[str, int] | None) -> dict[str, Any]:
    layer, *field = map(str, detail["loc"])
    place = ".".join((layer, *(part for part in field if not part.isdigit())))
    if span is not None and span["start"] >= span["end"]:
        span = None  # a finding that goes from one column of the source into another before it
    return {"code": DiagnosticCode.INVALID_RECORD, "message": f"{place}: {detail['msg']}", "span": span}
