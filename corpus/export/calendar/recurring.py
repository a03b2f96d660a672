"""Recurrence rules as a calendar of whole days needs them. Pure.

RFC 5545, section 3.3.10: a rule takes from the first occurrence what it does not say itself. For a record that would
mean days that no text names, so only rules that say their days are used.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

__all__ = ["first_occurrence", "recurring_month", "rule_for_days"]

_TIMES = ("BYHOUR", "BYMINUTE")
"""Must not stand in the rule of an entry of whole days."""
_FEBRUARY = 2


def rule_for_days(rule: str, *, until: dt.date | None, is_phase_known: bool) -> str | None:
    """The rule as an entry of whole days has it; ``None`` where it does not say on which days.

    ``until`` is the last day of the recurrence where the text limits it. With an interval (every second month) the days
    depend on where one begins to count: that must be known.
    """
    parts = _parts(rule)
    if not _says_its_days(parts) or ("INTERVAL" in parts and parts["INTERVAL"] != "1" and not is_phase_known):
        return None
    for name in _TIMES:
        parts.pop(name, None)
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][:8]  # a date, like the first occurrence
    elif until is not None and "COUNT" not in parts:
        parts["UNTIL"] = f"{until.year:04}{until:%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())


def recurring_month(rule: str) -> int | None:
    """The month of a rule that means this whole month of every year: `tháng 12 hằng năm`.

    Not February: the entries of a recurrence are all of one length.
    """
    parts = _parts(rule)
    month = parts.get("BYMONTH", "")
    if (
        set(parts) == {"FREQ", "BYMONTH"}
        and parts["FREQ"] == "YEARLY"
        and month.isdecimal()
        and int(month) != _FEBRUARY
    ):
        return int(month)
    return None


def first_occurrence(rule: str, begin: dt.date) -> dt.date | None:
    """The first day of a recurrence on or after ``begin``; ``None`` where it never comes, or not before its end."""
    from dateutil.rrule import rrulestr

    parts = _parts(rule)
    parts.pop("COUNT", None)
    until = parts.pop("UNTIL", None)
    endless = ";".join(f"{name}={value}" for name, value in parts.items())
    found = next(iter(rrulestr(endless, dtstart=dt.datetime.combine(begin, dt.time()))), None)
    if found is None or (until is not None and f"{found.year:04}{found:%m%d}" > until):
        return None
    day: dt.date = found.date()
    return day


def _parts(rule: str) -> dict[str, str]:
    return dict(part.partition("=")[::2] for part in rule.split(";"))


def _says_its_days(parts: Mapping[str, str]) -> bool:
    """Whether a rule names the days, in a form that RFC 5545 allows for its frequency."""
    days, month_days = parts.get("BYDAY"), parts.get("BYMONTHDAY")
    is_ordinal = days is not None and any(sign.isdigit() for sign in days)
    match parts["FREQ"]:
        case "DAILY":
            return not is_ordinal and month_days is None and "BYSETPOS" not in parts
        case "WEEKLY":
            return days is not None and not is_ordinal and month_days is None and "BYSETPOS" not in parts
        case "MONTHLY":
            return days is not None or month_days is not None
        case "YEARLY":
            return days is not None or (month_days is not None and "BYMONTH" in parts)
        case _:
            return False
