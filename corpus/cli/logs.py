"""The log of a command that runs for long: one event a line on standard error, for a person or for a program.

``text`` is ``2024-03-01T08:00:00Z INFO trichluc.index stored documents=12 failures=1``; ``json`` has the same as an
object a line, as journald, Loki or Elastic read it. Times are UTC (RFC 3339). What is logged are facts of the work: the
text of documents never, nor what a request says of itself.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import sys
from enum import StrEnum

__all__ = ["LOGGER", "LogFormat", "start_log"]

LOGGER = "trichluc"
"""Above all loggers of this program: ``trichluc.index``, ``trichluc.web``."""

_OWN = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName", "color_message"}
"""What every log record has; the rest are the facts of an event."""


class LogFormat(StrEnum):
    """How events are written."""

    TEXT = "text"
    JSON = "json"


def start_log(form: LogFormat, *, level: int = logging.INFO, also: tuple[str, ...] = ()) -> None:
    """Write the events of this program to standard error from now on, and those of the loggers ``also`` named."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines() if form is LogFormat.JSON else _TextLines())
    for name in (LOGGER, *also):
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.setLevel(level)
        logger.propagate = False


class _JsonLines(logging.Formatter):
    """An event as a JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        event: dict[str, object] = {
            "time": _time(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            **_facts(record),
        }
        if record.exc_info:
            event["exception"] = self.formatException(record.exc_info)
        return json.dumps(event, ensure_ascii=False, default=str)


class _TextLines(logging.Formatter):
    """An event as words on one line: a line break in a fact, such as a file's name, cannot begin another event."""

    def format(self, record: logging.LogRecord) -> str:
        facts = [
            f"{name}={json.dumps(value, ensure_ascii=False, default=str)}" for name, value in _facts(record).items()
        ]
        words = [_time(record), record.levelname, record.name, *record.getMessage().splitlines(), *facts]
        line = " ".join(words)
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def _time(record: logging.LogRecord) -> str:
    moment = dt.datetime.fromtimestamp(record.created, dt.UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _facts(record: logging.LogRecord) -> dict[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _OWN}
