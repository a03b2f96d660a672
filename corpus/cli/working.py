"""``trichluc deadlines``, ``targets`` and ``bodies``: what is to be done, by when and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.cli.answers import ask, print_csv, print_json, print_table, shortened
from corpus.cli.messages import Messages
from corpus.cli.streams import complain
from corpus.questions.deadlines import Asked, Due, deadlines
from corpus.questions.duties import Body, Duty, bodies, duties
from corpus.questions.targets import Goal, targets
from schemas import Role

if TYPE_CHECKING:
    from corpus.store import Store

__all__ = ["TargetsAsked", "print_bodies", "print_deadlines", "print_targets"]


@dataclass(frozen=True, slots=True)
class TargetsAsked:
    """Which targets are asked for."""

    words: str
    unit: str | None
    first: dt.date | None
    last: dt.date | None
    document: str | None


def print_deadlines(store: Path, asked: Asked, limit: int | None, output: str, say: Messages) -> int:
    """Print what is due; return the exit code."""

    def run(archive: Store) -> None:
        page = deadlines(archive, asked, limit=limit)
        if output == "json":
            print_json([asdict(due) for due in page.items])
        elif output == "csv":
            print_csv([asdict(due) for due in page.items], tuple(Due.__dataclass_fields__))
        else:
            columns = ("due.on", "due.task", "due.bodies", "due.document", "citing.text")
            print_table([say(column) for column in columns], map(_due_row, page.items), wide=(1, 2, 3))
        _say_more(page.next, len(page.items), output, say)

    return ask(store, run, say)


def print_targets(store: Path, asked: TargetsAsked, limit: int | None, output: str, say: Messages) -> int:
    """Print what is to be reached."""

    def run(archive: Store) -> None:
        page = targets(
            archive,
            asked.words,
            unit=asked.unit,
            document=asked.document,
            first=asked.first.isoformat() if asked.first else None,
            last=asked.last.isoformat() if asked.last else None,
            limit=limit,
        )
        if output == "json":
            print_json([asdict(goal) for goal in page.items])
        elif output == "csv":
            print_csv([asdict(goal) for goal in page.items], tuple(Goal.__dataclass_fields__))
        else:
            columns = ("goal.what", "goal.amount", "due.on", "due.document")
            print_table([say(column) for column in columns], map(_goal_row, page.items), wide=(0, 3))
        _say_more(page.next, len(page.items), output, say)

    return ask(store, run, say)


def print_bodies(
    store: Path, words: str, role: str | None, document: str | None, limit: int | None, output: str, say: Messages
) -> int:
    """Print the bodies that must do something; of those that are named, what."""

    def run(archive: Store) -> None:
        if words or role or document:
            duty_page = duties(archive, words, role=role, document=document, limit=limit)
            _print_duties(duty_page.items, output, say)
            _say_more(duty_page.next, len(duty_page.items), output, say)
            return
        page = bodies(archive, limit=limit)
        if output == "json":
            print_json([asdict(body) for body in page.items])
        elif output == "csv":
            print_csv([asdict(body) for body in page.items], tuple(Body.__dataclass_fields__))
        else:
            columns = [say("body.name"), say("body.duties"), say("body.documents")]
            print_table(columns, [(one.name, one.duties, one.documents) for one in page.items])
        _say_more(page.next, len(page.items), output, say)

    return ask(store, run, say)


def _print_duties(items: Sequence[Duty], output: str, say: Messages) -> None:
    if output == "json":
        print_json([asdict(duty) for duty in items])
    elif output == "csv":
        print_csv([asdict(duty) for duty in items], tuple(Duty.__dataclass_fields__))
    else:
        columns = ("body.name", "body.role", "due.task", "due.on", "due.document")
        print_table([say(column) for column in columns], map(_duty_row, items), wide=(0, 2, 4))


def _due_row(due: Due) -> tuple[object, ...]:
    return (_when(due), due.task or "–", "; ".join(due.bodies) or "–", _document(due), due.text)


def _when(due: Due) -> str:
    """The day or the days; a star where the document does not print all of it."""
    if due.due_on is None:
        return "–"
    star = "*" if due.inferred else ""
    if due.first_day is not None and due.first_day != due.due_on:
        return f"{due.first_day}…{due.due_on}{star}"
    return f"{due.due_on}{f' {due.time}' if due.time else ''}{star}"


def _goal_row(goal: Goal) -> tuple[object, ...]:
    return (goal.subject or "–", goal.text, goal.due_on or "–", _document(goal))


def _duty_row(duty: Duty) -> tuple[object, ...]:
    return (duty.body, Role(duty.role).label, duty.task or duty.text, duty.due_on or "–", _document(duty))


def _document(one: Due | Goal | Duty) -> str:
    return " · ".join(filter(None, (one.number, shortened(one.title)))) or one.path


def _say_more(cursor: str | None, shown: int, output: str, say: Messages) -> None:
    if output == "table":
        complain(say("note"), say("answers.more" if cursor is not None else "answers.total", count=shown))
