"""Recurrence rules: the part of RFC 5545 (section 3.3.10) that directives can express."""

from typing import Annotated

from pydantic import AfterValidator, Field

_DAY = "([+-]?[1-9][0-9]?)?(MO|TU|WE|TH|FR|SA|SU)"
_MONTH = "(0?[1-9]|1[0-2])"
_DAY_OF_MONTH = "[+-]?(0?[1-9]|[12][0-9]|3[01])"
_HOUR = "([01]?[0-9]|2[0-3])"
_SIXTY = "[0-5]?[0-9]"
_COUNT = "[1-9][0-9]{0,4}"


def _list(item: str) -> str:
    return f"{item}(,{item})*"


_PARTS = (
    f"INTERVAL={_COUNT}",
    f"COUNT={_COUNT}",
    "UNTIL=[0-9]{8}(T[0-9]{6}Z?)?",
    f"BYMONTH={_list(_MONTH)}",
    f"BYMONTHDAY={_list(_DAY_OF_MONTH)}",
    f"BYDAY={_list(_DAY)}",
    f"BYHOUR={_list(_HOUR)}",
    f"BYMINUTE={_list(_SIXTY)}",
    f"BYSETPOS={_list('[+-]?[1-9][0-9]{0,2}')}",
    "WKST=(MO|TU|WE|TH|FR|SA|SU)",
)
PATTERN = f"^FREQ=(YEARLY|MONTHLY|WEEKLY|DAILY|HOURLY)(;({'|'.join(_PARTS)}))*$"


def _parts_stand_once(rule: str) -> str:
    names = [part.partition("=")[0] for part in rule.split(";")]
    if len(set(names)) < len(names):
        raise ValueError(f"rrule {rule!r} gives a part twice")
    if "COUNT" in names and "UNTIL" in names:
        raise ValueError(f"rrule {rule!r} has both COUNT and UNTIL")
    return rule


Recurrence = Annotated[str, Field(pattern=PATTERN), AfterValidator(_parts_stand_once)]
"""A recurrence rule, the frequency first: ``FREQ=YEARLY``, ``FREQ=MONTHLY;INTERVAL=6``, ``FREQ=WEEKLY;BYDAY=MO``."""
