"""Down through archives and mails to the documents in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from corpus.errors import EmptyFileError, FileError, LimitError
from corpus.files.containers.archive import archive_members
from corpus.files.containers.budget import Budget, Member
from corpus.files.containers.mail import mail_members
from corpus.files.formats import Format, sniff
from corpus.files.limits import Limits

__all__ = ["CONTAINERS", "Member", "documents_in"]

_OPENERS: Mapping[Format, Callable[[Member, Budget], Iterator[Member | FileError]]] = MappingProxyType(
    {Format.ZIP: archive_members, Format.EML: mail_members}
)

CONTAINERS = frozenset(_OPENERS)
"""Formats that are not one document but hold several."""


def documents_in(content: bytes, name: str, limits: Limits) -> Iterator[Member | FileError]:
    """Yield the documents that a file holds, down through archives in archives; the file itself if it is no container.

    A member that cannot be taken out gives its error in its place. A limit that the input as a whole exceeds ends it.
    """
    try:
        yield from _walk(Member(name, content), Budget(limits, name), depth=1)
    except LimitError as error:
        yield error


def _walk(member: Member, budget: Budget, depth: int) -> Iterator[Member | FileError]:
    opener = _OPENERS.get(sniff(member.content, member.name))
    if opener is None:
        yield member
        return
    budget.descend(depth, member.name)
    empty = True
    try:
        for inner in opener(member, budget):
            empty = False
            if isinstance(inner, FileError):
                yield inner
            else:
                yield from _walk(inner, budget, depth + 1)
    except LimitError:
        raise
    except FileError as error:
        yield error
        return
    if empty:
        yield EmptyFileError(name=member.name)
