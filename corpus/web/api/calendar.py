"""Deadlines as a calendar that Thunderbird, Outlook and phones subscribe to: the filters are in its address."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from corpus.errors import QueryError
from corpus.export import Options, Selection, export_to
from corpus.questions.due_documents import documents_due
from corpus.store.reading import find_document
from corpus.web.api.queries import Day, InLanguage, Words
from corpus.web.archives import Archive
from corpus.web.rendering import language_of
from corpus.web.security.access import CALENDAR
from corpus.web.security.downloads import disposition
from corpus.web.security.keys import Keys
from schemas import Granularity

__all__ = ["calendar_address", "router"]

router = APIRouter(tags=["work"])

MEDIA_TYPE = "text/calendar; charset=utf-8"

_MOST_DOCUMENTS = 5_000
_REFRESH = dt.timedelta(hours=6)
_DAYS = 3_660


class Subscribed(InLanguage):
    """Which deadlines, and how they are entered."""

    from_: Day | None = Field(None, alias="from", description="Due on this day or later (default: `past` days ago).")
    to: Day | None = Field(None, description="Due on this day or earlier (default: in `ahead` days).")
    past: int = Field(30, ge=0, le=_DAYS, description="How many days back, counted from today.")
    ahead: int = Field(400, ge=0, le=_DAYS, description="How many days ahead, counted from today.")
    body: Words | None = Field(None, description="Only what binds a body whose name has these words.")
    document: Words | None = Field(None, description="Only of this document: its `id` or its number.")
    issuer: Words | None = Field(None, description="Only of documents whose issuer's name has these words.")
    type: Words | None = Field(None, description="Only of documents of this type: `ke_hoach`.")
    kind: Literal["event", "todo"] = Field("event", description="Events, or tasks: not every program shows tasks.")
    longest: Granularity = Field(
        Granularity.QUARTER, description="The longest period that is entered for a deadline whose day is not said."
    )
    alarms: bool = Field(default=False, description="Remind a week and a day before.")
    key: str | None = Field(None, max_length=100, description="Opens this calendar on a server that needs a token.")


@router.get(
    "/deadlines.ics",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
)
def subscribe(request: Request, archive: Archive, query: Annotated[Subscribed, Query()]) -> Response:
    """Deadlines as iCalendar (RFC 5545), to be subscribed to; what recurs is entered once, with its rule.

    Entries keep their UID when documents are read anew. On a server with a token, programs that can send no header
    give it as the password of HTTP Basic, or are given the address with a `key` by the page of deadlines.
    """
    today = dt.datetime.now(dt.UTC).date()
    first = query.from_ or today - dt.timedelta(days=query.past)
    last = query.to or today + dt.timedelta(days=query.ahead)
    among = documents_due(archive, first, last, query.body, limit=_MOST_DOCUMENTS + 1)
    if len(among) > _MOST_DOCUMENTS:
        reason = f"more than {_MOST_DOCUMENTS} documents have such deadlines: choose a body, a document or fewer days"
        raise QueryError(reason=reason)
    selection = Selection(
        doc_type=query.type,
        issuer=query.issuer,
        document=find_document(archive, query.document) if query.document is not None else None,
        among=among,
        due_from=first,
        due_to=last,
        body=query.body,
    )
    standard = Options()
    options = Options(
        todo=query.kind == "todo",
        alarms=standard.alarms if query.alarms else (),
        longest=query.longest,
        language=language_of(request).value,
        refresh=_REFRESH,
    )
    out = io.BytesIO()
    export_to(archive, "ics", out, selection, options)
    headers = {"Content-Disposition": disposition("deadlines.ics", inline=True)}
    return Response(out.getvalue(), media_type=MEDIA_TYPE, headers=headers)


def calendar_address(request: Request, filters: Mapping[str, str]) -> str:
    """The whole address that a calendar program is given: with the key that opens it, where one is needed."""
    keys: Keys = request.app.state.keys
    chosen = {name: value for name, value in filters.items() if value}
    if not keys.is_open:
        chosen["key"] = keys.feed_key
    base = str(request.base_url).rstrip("/")
    return f"{base}{CALENDAR}?{urlencode(chosen)}" if chosen else f"{base}{CALENDAR}"
