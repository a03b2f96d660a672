"""Lists in pages: the items, the cursor of the next page, and its address in the header ``Link`` (RFC 8288)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from fastapi import Request, Response

from corpus.errors import QueryError
from corpus.questions.paging import cursor_of, read_cursor
from corpus.web.api.queries import Listing

__all__ = ["NEXT_LINK", "link_next", "position_of", "sliced"]

Item = TypeVar("Item")

NEXT_LINK: dict[int | str, dict[str, Any]] = {
    200: {"headers": {"Link": {"description": 'The next page: `<address>; rel="next"`.', "schema": {"type": "string"}}}}
}
"""The description of the header, for the addresses of lists."""


def link_next(request: Request, response: Response, cursor: str | None) -> None:
    """Say where the next page is, if there is one."""
    if cursor is not None:
        others = [(name, value) for name, value in request.query_params.multi_items() if name != "after"]
        query = urlencode([*others, ("after", cursor)])
        response.headers["Link"] = f'<{request.url.path}?{query}>; rel="next"'


def position_of(listing: Listing) -> int:
    """How many items come before, in a list whose cursor is a position. Raises ``QueryError``."""
    if listing.after is None:
        return 0
    (position,) = read_cursor(listing.after, (int,))
    if not isinstance(position, int) or position < 0:
        raise QueryError(reason=f"{listing.after!r} is not a cursor of this list")
    return position


def sliced(items: Sequence[Item], listing: Listing) -> tuple[Sequence[Item], str | None]:
    """A page of a list that is at hand as a whole, and the cursor of the next one. Raises ``QueryError``."""
    first = position_of(listing)
    last = first + listing.limit
    return items[first:last], cursor_of((last,)) if last < len(items) else None
