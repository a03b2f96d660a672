"""The description of the API (OpenAPI 3.1): what FastAPI writes, with problems, credentials and headers told, too."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from corpus.web.problems import MEDIA_TYPE, Problem
from corpus.web.security.access import CALENDAR
from corpus.web.security.csrf import HEADER
from schemas import json_schema

__all__ = ["describe"]

_ABOUT = f"""
The archive of Trích Lục over HTTP. Lists come in pages: `limit`, and `after` with the `next` of the page before, which
also stands in the header `Link`. Answers carry an `ETag`; who sends it back in `If-None-Match` is told 304 while
nothing has changed. What goes wrong is a problem of RFC 9457 with a stable `code`.

A server that can be reached from other machines asks for its token: `Authorization: Bearer …`. Pages in a browser use
their session; they change something only with the header `{HEADER}`.
"""
_TAGS = {
    "documents": "Documents, their text, and the records in them.",
    "search": "Full-text search.",
    "citations": "Who cites what, and what documents disagree about.",
    "work": "What is to be done, by whom, by when.",
    "archive": "The archive as a whole.",
    "exports": "The archive in other programs' formats.",
    "extraction": "A text or a file in, its record out; nothing is kept.",
    "reviews": "What readers say of records.",
}
_CREDENTIALS = {
    "token": {"type": "http", "scheme": "bearer", "description": "The token of the server, where it has one."},
    "password": {"type": "http", "scheme": "basic", "description": "The token as the password, under any name."},
    "key": {"type": "apiKey", "in": "query", "name": "key", "description": "Opens the calendar, and nothing else."},
}
_ETAG = {"description": "The state of what is answered (strong).", "schema": {"type": "string"}}
_DEFINITIONS = "#/components/schemas/"
_OLD_PROBLEMS = ("HTTPValidationError", "ValidationError")


def describe(app: FastAPI) -> None:
    """Let the application describe itself so."""
    described: dict[str, Any] = {}

    def openapi() -> dict[str, Any]:
        if not described:
            described.update(_description(app))
        return described

    app.openapi = openapi  # type: ignore[method-assign]


def _description(app: FastAPI) -> dict[str, Any]:
    found = get_openapi(
        title=app.title,
        version=app.version,
        description=_ABOUT.strip(),
        routes=app.routes,
        tags=[{"name": name, "description": about} for name, about in _TAGS.items()],
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
    )
    parts = found["components"]
    for name in _OLD_PROBLEMS:
        parts["schemas"].pop(name, None)
    parts["schemas"]["Problem"] = Problem.model_json_schema()
    parts["schemas"] |= _published()
    parts["securitySchemes"] = _CREDENTIALS
    for name, part in parts["schemas"].items():
        if name.startswith("Body_"):
            _without_nulls(part)
    problem = {
        "description": "A problem (RFC 9457).",
        "content": {MEDIA_TYPE: {"schema": {"$ref": f"{_DEFINITIONS}Problem"}}},
    }
    for path, operations in found["paths"].items():
        for method, operation in operations.items():
            answers = operation["responses"]
            answers.pop("422", None)
            answers["default"] = problem
            operation["security"] = [{"token": []}, {}]
            if path == CALENDAR:
                operation["security"] += [{"password": []}, {"key": []}]
            if method == "get":
                answers["200"].setdefault("headers", {})["ETag"] = _ETAG
                answers["304"] = {"description": "Nothing has changed since."}
    return found


def _without_nulls(form: dict[str, Any]) -> None:
    """Describe the fields of a form as what they can be: one that may be left out is never null."""
    for field in form["properties"].values():
        kinds = [kind for kind in field.pop("anyOf", []) if kind.get("type") != "null"]
        if kinds:
            field.update(kinds[0])


def _published() -> dict[str, Any]:
    """The records as their published contract has them, in its very words."""
    contract = _referring_here(json_schema("directive"))
    definitions: dict[str, Any] = contract.pop("$defs")
    for name in ("$schema", "$id"):
        del contract[name]
    return {**definitions, contract["title"]: contract}


def _referring_here(schema: Any) -> Any:
    """A schema whose references lead to where OpenAPI keeps definitions."""
    if isinstance(schema, list):
        return [_referring_here(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        name: value.replace("#/$defs/", _DEFINITIONS) if name == "$ref" else _referring_here(value)
        for name, value in schema.items()
    }
