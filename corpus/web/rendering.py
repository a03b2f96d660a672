"""From a template and its data to an answer.

Every template knows, beside what it is given:

``say``
    the wording of the visitor's language: ``{{ say("deadlines.title") }}``
``lang``, ``theme``
    ``vi`` or ``en``; ``light``, ``dark`` or the empty string (as the visitor's system has it)
``csrf_token``
    for the hidden field ``csrf_token`` of every form that changes something
``is_signed_in``
    whether the visitor came in with the token, and can go out again
``read_only``
    whether nothing can be changed
``status``
    the HTTP status of the answer
``nav``
    the main pages; ``here``: this address with other parameters (``here(month="2031-05", after=None)``);
    ``static``: the address of a file in ``static/``

and the filters ``day`` (an ISO date as the language prints it), ``number`` (digits in groups), ``doc_type`` (the name
of a document type) and ``clean`` (what a document says, on one line and without letters that steer the screen).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from corpus.cli.languages import Language
from corpus.cli.wording import clean
from corpus.web.settings import Settings
from corpus.web.static_files import static_address
from corpus.web.wording import wording
from schemas import DocumentType

__all__ = ["language_of", "render"]

_TEMPLATES = Path(__file__).parent / "templates"
_AS_THE_SYSTEM = "system"
_THEMES = (_AS_THE_SYSTEM, "light", "dark")
_YEAR = 31_536_000

_PAGES = (
    ("home", "/"),
    ("library", "/library"),
    ("deadlines", "/deadlines"),
    ("citations", "/citations"),
    ("bodies", "/bodies"),
    ("targets", "/targets"),
    ("add", "/add"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A main page in the navigation."""

    name: str
    """The key of its wording."""
    address: str
    is_current: bool


def render(
    request: Request, template: str, *, fragment: str | None = None, status: int = 200, **data: object
) -> HTMLResponse:
    """The page of a template; where htmx asks and a ``fragment`` is named, only that block of it."""
    found = _environment().get_template(template)
    context = {**_shared(request), "status": status, **data}
    if fragment is not None and request.headers.get("HX-Request") == "true":
        body = "".join(found.blocks[fragment](found.new_context(context)))
    else:
        body = found.render(context)
    response = HTMLResponse(body, status)
    response.headers["Vary"] = "Cookie, HX-Request"
    _keep_choices(request, response)
    return response


def language_of(request: Request) -> Language:
    """The visitor's language: as asked for in the address, else as chosen before, else the server's."""
    settings: Settings = request.app.state.settings
    return Language(_choice(request, "lang", tuple(Language)) or settings.language)


def _shared(request: Request) -> dict[str, object]:
    settings: Settings = request.app.state.settings
    language = language_of(request)
    path = request.url.path
    return {
        "request": request,
        "say": wording(language),
        "lang": language.value,
        "theme": _choice(request, "theme", _THEMES).replace(_AS_THE_SYSTEM, ""),
        "csrf_token": getattr(request.state, "csrf_token", ""),
        "read_only": settings.read_only,
        "is_signed_in": getattr(request.state, "is_signed_in", False),
        "nav": [
            Place(f"base.nav.{name}", address, path == address or (address != "/" and path.startswith(f"{address}/")))
            for name, address in _PAGES
            if not (settings.read_only and name == "add")
        ],
        "here": _here(request),
    }


def _choice(request: Request, name: str, known: tuple[str, ...]) -> str:
    values = (request.query_params.get(name), request.cookies.get(name))
    return next((value for value in values if value is not None and value in known), "")


def _keep_choices(request: Request, response: HTMLResponse) -> None:
    """Remember a language or theme that was asked for in the address."""
    for name, known in (("lang", tuple(Language)), ("theme", _THEMES)):
        value = request.query_params.get(name)
        if value is not None and value in known:
            response.set_cookie(name, value, max_age=_YEAR, httponly=True, samesite="strict")


def _here(request: Request) -> Callable[..., str]:
    """A maker of addresses of the same page with other parameters; ``None`` leaves one out."""

    def here(**changes: object) -> str:
        known = parse_qsl(request.url.query)
        kept = [(name, value) for name, value in known if name not in changes and name not in ("lang", "theme")]
        new = [(name, str(value)) for name, value in changes.items() if value is not None]
        query = urlencode([*kept, *new])
        return f"{request.url.path}?{query}" if query else request.url.path

    return here


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["static"] = static_address
    environment.filters |= {"clean": clean, "day": _day, "number": _number, "doc_type": _doc_type}
    return environment


@pass_context
def _day(context: Context, value: str | dt.date | None) -> str:
    """A date as the language prints it: ``31/05/2031`` or ``2031-05-31``; nothing for none."""
    if value is None or value == "":
        return ""
    date = value if isinstance(value, dt.date) else dt.date.fromisoformat(value)
    return f"{date:%d/%m/%Y}" if context["lang"] == Language.VI else date.isoformat()


@pass_context
def _number(context: Context, value: int) -> str:
    """A whole number in groups of three: ``12.000`` or ``12,000``."""
    grouped = f"{value:,}"
    return grouped.replace(",", ".") if context["lang"] == Language.VI else grouped


def _doc_type(value: str | None) -> str:
    """The Vietnamese name of a document type; it is a term of art and not translated. Nothing for none."""
    return DocumentType(value).label if value else ""
