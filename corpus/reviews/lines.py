"""Reviews as JSON Lines: to hand them to another archive, or to keep them apart from this one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from corpus.errors import ReviewError
from corpus.reviews.review import Review

__all__ = ["read_lines", "written_lines"]


def written_lines(reviews: Iterable[Review]) -> Iterator[str]:
    """A review a line, with its line feed."""
    return (review.model_dump_json() + "\n" for review in reviews)


def read_lines(lines: Iterable[str]) -> Iterator[Review]:
    """Read reviews; empty lines are passed over. Raises ``ReviewError`` that names the bad line."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield Review.model_validate_json(line)
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"]))
                raise ReviewError(reason=f"line {number}: {where}: {first['msg']}", field=where) from error
