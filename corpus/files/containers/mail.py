"""Mails (RFC 5322) and pages saved as one file (MHTML): the body is a document, and so is every attachment."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.policy import default
from mimetypes import guess_extension

from corpus.errors import CorruptFileError, FileError, NestedTooDeepError, TooLargeError
from corpus.files.containers.budget import Budget, Member

__all__ = ["mail_members"]

_BODIES = {"text/plain": "body.txt", "text/html": "body.html"}
_MOST_MULTIPARTS = 64  # the parser compares every line with the boundaries of all parts around it
_DAMAGE = (MessageError, LookupError, ValueError, TypeError, AttributeError, KeyError, AssertionError)


def mail_members(mail: Member, budget: Budget) -> Iterator[Member | FileError]:
    """Yield the body of a mail, plain text rather than HTML, and then its attachments.

    Pictures that only decorate the body are left out. Raises ``CorruptFileError`` where there is no mail to read, a
    ``LimitError`` where the budget is spent.
    """
    if mail.content.count(b"boundary=") > _MOST_MULTIPARTS:
        raise NestedTooDeepError(name=mail.name, limit=_MOST_MULTIPARTS)
    try:
        message = message_from_bytes(mail.content, policy=default)
        body = message.get_body(preferencelist=("plain", "html"))
        parts = list(message.walk())
    except RecursionError as error:
        raise NestedTooDeepError(name=mail.name, limit=budget.limits.depth) from error
    except _DAMAGE as error:
        raise CorruptFileError(name=mail.name, reason=str(error) or type(error).__name__) from error
    if body is not None and (content := _letters(body)).strip():
        yield _member(f"{mail.name}!/{_BODIES[body.get_content_type()]}", content, budget)
    inside: set[int] = set()  # parts of mails that are attached whole
    for number, part in enumerate(parts):
        if part is body or id(part) in inside:
            continue
        if part.get_content_type() == "message/rfc822" and part is not message:
            inside.update(id(deeper) for deeper in part.walk())
        elif part.is_multipart() or not _is_attached(part):
            continue
        name = f"{mail.name}!/{_file_name(part, number)}"
        try:
            yield _member(name, _content(part), budget)
        except TooLargeError as error:
            yield error


def _member(name: str, content: bytes, budget: Budget) -> Member:
    budget.spend(len(content))
    if len(content) > budget.limits.max_bytes:
        raise TooLargeError(name=name, size=len(content), limit=budget.limits.max_bytes)
    return Member(name, content)


def _is_attached(part: EmailMessage) -> bool:
    """Tell what was attached from what the body shows or refers to."""
    if part.get_content_disposition() == "attachment":
        return True
    referred = "content-id" in part or "content-location" in part
    return not referred and part.get_filename() is not None


def _file_name(part: EmailMessage, number: int) -> str:
    name = part.get_filename()
    if name:
        return name
    if part.get_content_type() == "message/rfc822":
        return f"attachment-{number}.eml"
    return f"attachment-{number}{guess_extension(part.get_content_type()) or ''}"


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        attached = part.get_payload(0)
        return attached.as_bytes() if isinstance(attached, EmailMessage) else b""
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _letters(body: MIMEPart) -> bytes:
    """Return the body in UTF-8 where it is plain text that names its encoding, else as it was sent."""
    content = _content(body)
    charset = body.get_content_charset()
    if charset is None or body.get_content_type() != "text/plain":
        return content
    try:
        return content.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return content
