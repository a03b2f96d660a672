"""The description of the API for people: every address with its parameters and answers, as the description says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from markupsafe import Markup, escape

from corpus.web.rendering import render
from corpus.web.security.visitors import API_PAGE

__all__ = ["router"]

router = APIRouter(include_in_schema=False)

_CODE = re.compile(r"`([^`]+)`")
_REFERENCE = "$ref"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, or a field of a form."""

    name: str
    kind: str
    about: Markup
    is_required: bool
    default: str | None


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one address."""

    id: str
    method: str
    path: str
    title: Markup
    about: Markup
    parameters: Sequence[Parameter]
    answers: Sequence[tuple[str, str]]
    """Status and what comes with it."""
    example: str | None
    """An address to try, where nothing has to be filled in."""


@router.get(API_PAGE)
def show_description(request: Request) -> HTMLResponse:
    """The page of the API."""
    description = request.app.openapi()
    tags: Mapping[str, str] = {tag["name"]: tag["description"] for tag in description["tags"]}
    operations = list(_operations(description))
    groups = [(name, about, [one for tag, one in operations if tag == name]) for name, about in tags.items()]
    about = [_marked(part) for part in description["info"]["description"].split("\n\n")]
    return render(request, "api.html", about=about, groups=[group for group in groups if group[2]])


def _operations(description: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            first, _, rest = operation["description"].partition("\n\n")
            parameters = [_parameter(one["name"], one["schema"], one) for one in operation.get("parameters", ())]
            parameters += _fields(operation, description["components"]["schemas"])
            is_plain = method == "get" and not any(one.is_required for one in parameters)
            yield (
                operation["tags"][0],
                Operation(
                    id=operation["operationId"],
                    method=method.upper(),
                    path=path,
                    title=_marked(first),
                    about=_marked(rest),
                    parameters=parameters,
                    answers=[(status, _answer(answer)) for status, answer in operation["responses"].items()],
                    example=path if is_plain else None,
                ),
            )


def _fields(operation: Mapping[str, Any], schemas: Mapping[str, Any]) -> Iterator[Parameter]:
    for content in operation.get("requestBody", {}).get("content", {}).values():
        schema = schemas[_name(content["schema"])]
        for name, field in schema["properties"].items():
            yield _parameter(name, field, {"required": name in schema.get("required", ()), **field})


def _parameter(name: str, schema: Mapping[str, Any], told: Mapping[str, Any]) -> Parameter:
    default = schema.get("default")
    return Parameter(
        name=name,
        kind=_kind(schema),
        about=_marked(told.get("description", "")),
        is_required=bool(told.get("required")),
        default=str(default).lower() if isinstance(default, bool) else str(default) if default else None,
    )


def _kind(schema: Mapping[str, Any]) -> str:
    """What a value is, in a word or two."""
    if "anyOf" in schema:
        kinds = [_kind(one) for one in schema["anyOf"] if one.get("type") != "null"]
        return " | ".join(dict.fromkeys(kinds))
    if _REFERENCE in schema:
        return _name(schema)
    if schema.get("type") == "array":
        return f"{_kind(schema['items'])} …"
    if "const" in schema or "enum" in schema:
        return " | ".join(map(str, schema.get("enum", [schema.get("const")])))
    if schema.get("contentMediaType"):
        return "file"
    return str(schema.get("format") or schema.get("type", ""))


def _name(schema: Mapping[str, Any]) -> str:
    return str(schema[_REFERENCE]).rpartition("/")[2]


def _answer(answer: Mapping[str, Any]) -> str:
    kinds = [
        f"{media_type} ({_name(content['schema'])})" if _REFERENCE in content.get("schema", {}) else media_type
        for media_type, content in answer.get("content", {}).items()
    ]
    return ", ".join(kinds) or str(answer["description"])


def _marked(text: str) -> Markup:
    """Text with what stands in backticks as code; everything else escaped."""
    parts = _CODE.split(text)
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if place % 2 else escape(part) for place, part in enumerate(parts)
    )
