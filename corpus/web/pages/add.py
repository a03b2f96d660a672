"""Add: files are dropped or chosen, kept at once, indexed in the background; how far it is, and what failed and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, File, HTTPException, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, StreamingResponse

from corpus.cli.messages import Messages
from corpus.index.discovery import SUFFIXES
from corpus.store import Store
from corpus.web.adding import Desk, FullError
from corpus.web.adding.events import MEDIA_TYPE, News
from corpus.web.adding.jobs import Job, Refused
from corpus.web.archives import Archive, SettingsOf, forbid_changes
from corpus.web.incoming import keep
from corpus.web.naming import file_name
from corpus.web.rendering import language_of, render
from corpus.web.settings import Settings
from corpus.web.wording import wording

__all__ = ["router"]

router = APIRouter(include_in_schema=False, dependencies=[Depends(forbid_changes)])

_ADDRESS = "/add"
_SHOWN = 50
_MEGABYTE = 1_000_000
_JSON = "application/json"


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list of files says."""

    jobs: Sequence[tuple[Job, Sequence[str]]]
    """Each file, and why parts of it could not be read."""
    waiting: int
    """How many are still to be read, also of those that are not listed."""
    is_open: bool
    """Whether more is to come."""
    trouble: str | None
    """Why nothing can be read now."""


def desk_of(request: Request) -> Desk:
    """What the server has for adding documents."""
    desk: Desk = request.app.state.desk
    return desk


DeskOf = Annotated[Desk, Depends(desk_of)]


@router.get(_ADDRESS)
def show_adding(request: Request, archive: Archive, settings: SettingsOf, desk: DeskOf) -> Response:
    """The form, and the files that were sent before."""
    return _page(request, archive, settings, desk)


@router.post(_ADDRESS)
def add_files(
    request: Request,
    archive: Archive,
    settings: SettingsOf,
    desk: DeskOf,
    files: Annotated[list[UploadFile] | None, File()] = None,
) -> Response:
    """Keep what was sent; a script is told so, a browser goes back to the page."""
    say = wording(language_of(request))
    is_script = request.headers.get("Accept") == _JSON
    sent = [file for file in files or () if file.filename]
    if not sent and is_script:
        return JSONResponse({"detail": say("add.nothing")}, 422)
    if not sent:
        return _page(request, archive, settings, desk, complaint=say("add.nothing"), status=422)
    try:
        for file in sent:
            desk.worker.add(keep(settings, file.filename or "", file.file.read()))
    except FullError:
        raise HTTPException(503, say("add.full"), {"Retry-After": "60"}) from None
    return JSONResponse({"kept": len(sent)}, 202) if is_script else RedirectResponse(_ADDRESS, 303)


@router.get(f"{_ADDRESS}/events")
async def tell_of_jobs(request: Request, settings: SettingsOf, desk: DeskOf) -> Response:
    """How far the files are, told as it changes, until nothing more is to come."""
    if desk.is_crowded:
        raise HTTPException(503, headers={"Retry-After": "10"})

    def look() -> News:
        with Store.open(settings.store, any_thread=True) as archive:
            listed = _listed(request, archive, desk)
        body = render(request, "jobs.html", listed=listed).body
        return News(bytes(body).decode(), is_over=not listed.is_open)

    return StreamingResponse(desk.listen(look), media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})


def _page(
    request: Request, archive: Store, settings: Settings, desk: Desk, *, complaint: str | None = None, status: int = 200
) -> HTMLResponse:
    return render(
        request,
        "add.html",
        status=status,
        complaint=complaint,
        megabytes=settings.upload_bytes // _MEGABYTE,
        suffixes=",".join(sorted(SUFFIXES)),
        listed=_listed(request, archive, desk),
    )


def _listed(request: Request, archive: Store, desk: Desk) -> Listed:
    language = language_of(request)
    messages, say = Messages(language), wording(language)
    jobs = desk.jobs.latest(archive, desk.worker.reading, count=_SHOWN)
    waiting, trouble = desk.worker.waiting, desk.worker.trouble
    key = f"problems.{trouble.code}" if trouble is not None else ""
    return Listed(
        jobs=[(job, [_reason(one, messages) for one in job.refused]) for job in jobs],
        waiting=waiting,
        is_open=waiting > 0 or any(job.is_open for job in jobs),
        trouble=None if trouble is None else say(key if key in say else "problems.store"),
    )


def _reason(refused: Refused, messages: Messages) -> str:
    """Why something could not be read; it is named without the folders of this machine."""
    name = file_name(refused.path)
    return messages.failure(refused.code, {**refused.facts, "name": name}, refused.reason)
