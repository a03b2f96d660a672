"""What goes wrong, told to programs as RFC 9457 problem details and to people as a page.

Nothing is told of the inside: no paths of this machine, no traces. What was not foreseen is written to the log.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Literal

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.routing import Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from corpus import errors
from corpus.cli.messages import Messages
from corpus.web.rendering import language_of, render
from corpus.web.wording import wording
from extractor.errors import TrichLucError

__all__ = [
    "MEDIA_TYPE",
    "Problem",
    "UnexpectedErrors",
    "add_problem_handlers",
    "problem",
    "status_of",
    "status_of_code",
]

MEDIA_TYPE = "application/problem+json"

_STATUSES: tuple[tuple[type[TrichLucError], HTTPStatus], ...] = (
    (errors.UnknownDocumentError, HTTPStatus.NOT_FOUND),
    (errors.UnknownReviewError, HTTPStatus.NOT_FOUND),
    (errors.QueryError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.TooLargeError, HTTPStatus.REQUEST_ENTITY_TOO_LARGE),
    (errors.UnsupportedFormatError, HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
    (errors.MeansMissingError, HTTPStatus.NOT_IMPLEMENTED),
    (errors.InternalError, HTTPStatus.INTERNAL_SERVER_ERROR),
    (errors.FileError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (errors.StoreFullError, HTTPStatus.INSUFFICIENT_STORAGE),
    (errors.StoreError, HTTPStatus.SERVICE_UNAVAILABLE),
    (errors.ExtraMissingError, HTTPStatus.NOT_IMPLEMENTED),
    (errors.ExportError, HTTPStatus.UNPROCESSABLE_ENTITY),
    (TrichLucError, HTTPStatus.UNPROCESSABLE_ENTITY),
)
"""The status of an error: that of the first class that it is of."""


class Problem(BaseModel):
    """What goes wrong, told to programs (RFC 9457)."""

    model_config = ConfigDict(frozen=True, extra="allow")

    type: Literal["about:blank"] = Field("about:blank", description="There is no more to a problem than its status.")
    title: str = Field(description="What the status means.")
    status: int = Field(ge=400, le=599)
    code: str = Field(description="What it is, for programs: stable over versions and languages.")
    instance: str = Field(description="The path that was asked for.")
    detail: str | None = Field(None, description="What it is, for people, in their language.")
    errors: tuple[Mapping[str, str | None], ...] | None = Field(
        None, description="Single parameters, fields or files that are wrong."
    )


_RETRY_SECONDS = 5
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_LOG = logging.getLogger("trichluc.web")


def status_of(kind: type[TrichLucError]) -> HTTPStatus:
    """The HTTP status that errors of a class are answered with."""
    return next(status for one, status in _STATUSES if issubclass(kind, one))


def status_of_code(code: str) -> HTTPStatus:
    """The HTTP status of an error that is only known by its code: one that the archive keeps."""
    kinds = (getattr(errors, name) for name in errors.__all__)
    return next((status_of(kind) for kind in kinds if kind.code == code), HTTPStatus.UNPROCESSABLE_ENTITY)


def problem(
    request: Request,
    status: int,
    *,
    code: str | None = None,
    detail: str | None = None,
    headers: Mapping[str, str] | None = None,
    faults: Sequence[Mapping[str, str | None]] = (),
) -> Response:
    """The answer to a request that cannot be served: problem details under ``/api``, a page elsewhere.

    ``code`` tells programs what it is, stable over versions and languages; ``detail`` tells people, in their language;
    ``faults`` are single parameters or fields that are wrong.
    """
    say = wording(language_of(request))
    key = f"problems.{status}"
    title = say(key) if key in say else HTTPStatus(status).phrase
    if not request.url.path.startswith("/api"):
        return _with_headers(render(request, "problem.html", status=status, title=title, detail=detail), headers)
    told = Problem(
        title=HTTPStatus(status).phrase,
        status=status,
        code=code or HTTPStatus(status).name.lower(),
        instance=request.url.path,
        detail=detail or None,
        errors=tuple(faults) or None,
    )
    return JSONResponse(told.model_dump(mode="json", exclude_none=True), status, headers, MEDIA_TYPE)


def _with_headers(response: Response, headers: Mapping[str, str] | None) -> Response:
    response.headers.update(headers or {})
    return response


def add_problem_handlers(app: FastAPI) -> None:
    """Let errors that endpoints raise be answered as problems."""
    app.add_exception_handler(TrichLucError, _of_ours)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(RequestValidationError, _of_validation)


def _of_ours(request: Request, error: Exception) -> Response:
    assert isinstance(error, TrichLucError)
    status = status_of(type(error))
    language = language_of(request)
    code = getattr(error, "code", "extraction")
    headers = {"Retry-After": str(_RETRY_SECONDS)} if isinstance(error, errors.StoreBusyError) else None
    if isinstance(error, errors.StoreError):  # its own message names a path of this machine
        _LOG.error("%s", error)
        say = wording(language)
        key = f"problems.{code}"
        return problem(request, status, code=code, detail=say(key if key in say else "problems.store"), headers=headers)
    if isinstance(error, errors.InternalError):
        _LOG.error("%s", error)
        return problem(request, status, code=code, detail=wording(language)("problems.unexpected"))
    detail = Messages(language).error(error) if isinstance(error, errors.CorpusError) else str(error)
    return problem(request, status, code=code, detail=detail)


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    phrase = HTTPStatus(error.status_code).phrase
    detail = error.detail if error.detail != phrase else None
    headers = error.headers
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers = {"Allow": ", ".join(_allowed(request))}
    return problem(request, error.status_code, detail=detail, headers=headers)


def _allowed(request: Request) -> list[str]:
    """The methods that an address takes: a route knows its own alone (RFC 9110, 10.2.1)."""
    scopes = ((method, {**request.scope, "method": method}) for method in _METHODS)
    routes = request.app.router.routes
    found = [method for method, scope in scopes if any(route.matches(scope)[0] is Match.FULL for route in routes)]
    return [*found, "HEAD"] if "GET" in found else found


def _of_validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    # What was sent is not sent back: it may be long, or a secret.
    faults = [
        {"at": "/".join(map(str, one["loc"])), "reason": one["msg"], "kind": one["type"]} for one in error.errors()
    ]
    detail = "; ".join(f"{fault['at']}: {fault['reason']}" for fault in faults)
    return problem(request, HTTPStatus.UNPROCESSABLE_ENTITY, code="invalid", detail=detail, faults=faults)


class UnexpectedErrors:
    """Middleware: what no handler foresaw is logged, and answered without a word of the inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def watch(message: Message) -> None:
            nonlocal has_begun
            has_begun = has_begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Exception as error:
            if has_begun:
                raise
            request = Request(scope)
            _LOG.error("%s %s failed", scope["method"], scope["path"], exc_info=error)
            detail = wording(language_of(request))("problems.unexpected")
            answer = problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail=detail)
            await answer(scope, receive, send)
