"""The close of a document: the list of recipients and the signature, whatever way their two columns were flattened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import regex

from extractor.lexicon import load
from extractor.outline.drafts import Draft
from extractor.outline.persons import is_surname, person_name, trailing_name
from extractor.outline.phrases import ACTING_FOR, RECIPIENTS
from extractor.outline.shapes import EDGES, unmarked
from extractor.outline.strips import Strip, columns
from extractor.patterns import compile_plain
from extractor.reading import PartOfDocument

__all__ = ["Close", "closes_document", "read_close"]

_LABEL = regex.compile(rf"(?:\p{{Lu}}(?=N)|\W{{0,4}}){RECIPIENTS}\s{{0,3}}[:;.,]?\s*", regex.IGNORECASE)
_ITEM = compile_plain(r"[-+*•~–]\s*\S|[._]{1,2}\s?-")
_AUTHORITY = compile_plain(rf"{ACTING_FOR}(?=\p{{Lu}}{{2}})")
_SIGNED = compile_plain(r"\(?\s?(?:[đĐ][ãÃa]\s?[kK][ýÝy]|ĐÃ KÝ|DA KY|[kK]ý,? (?:tên|và ghi|ghi)).{0,40}$")
_POSITION_AND_NAME = compile_plain(r"(?:[\p{Lu}.,/ ]{6,80}|\([^)]{2,20}\)|[Đđ]ã ký\s?:) (?P<name>\p{Lu}\p{Ll}.{2,40})$")
#: Among so many first letters a label has `i nh`, or `inh` without its space.
_LABEL_BEGUN = 10
#: How items begin, and how those who sign for others do.
_BULLETS = frozenset("-+*•~–")
_ITEM_SIGNS = _BULLETS | frozenset("._")
_AUTHORITY_LETTERS = frozenset("TKQ")
#: The words for a position have so many letters at least; how they begin, or those before them.
_TELLING = 6
_CAPITALS = compile_plain(rf"[ :;.,)](?=\p{{Lu}}[\p{{Lu}} ]{{{_TELLING - 1}}}|{ACTING_FOR})")
#: What is longer than this was not made by dust on a stamp.
_SENTENCE = 30


@dataclass(slots=True)
class Close:
    """A closing block in paragraphs.

    Attributes:
        drafts: Its paragraphs, those of the recipients first.
        items: Which of them are items of the list of recipients.
        authority: On whose behalf it is signed (`TM. BAN THƯỜNG VỤ`), with the `KT.` line.
        position: The position of the signer.
        signer: The name of the signer.
        signature: Which of the paragraphs are the signature.
        parts: Its columns; a consolidated text has its number and its date there.
    """

    drafts: list[Draft] = field(default_factory=list)
    items: list[int] = field(default_factory=list)
    authority: str | None = None
    position: str | None = None
    signer: str | None = None
    signature: list[int] = field(default_factory=list)
    parts: list[Strip] = field(default_factory=list)


@cache
def _positions() -> re.Pattern[str]:
    positions = sorted(load("closing")["signature"]["positions"], key=len, reverse=True)
    words = "|".join(regex.escape(unmarked(position)) for position in positions)
    return compile_plain(rf"(?<![\p{{L}}])(?:{words})(?![\p{{L}}])")


@cache
def _openings() -> re.Pattern[str]:
    paragraphs = load("closing")["paragraphs"]
    openings = "|".join(map(regex.escape, paragraphs["openings"]))
    verbs = "|".join(map(regex.escape, paragraphs["verbs"]))
    return compile_plain(
        rf"\W{{0,4}}(?:{openings})(?![\p{{L}}])|\W{{0,4}}\p{{Lu}}[^.;:]{{4,80}} (?:{verbs})(?![\p{{L}}])"
    )


def closes_document(paragraph: str) -> bool:
    """Say whether `paragraph`, which stands after the last unit, is one with which directives close."""
    return _openings().match(paragraph) is not None


def read_close(strips: Sequence[Strip], noise: Sequence[int], first: int, end: int) -> Close:
    """Return the closing block on the strips from `first` to `end`."""
    close = Close()
    recipients: list[Draft] = []
    signature: list[Draft] = []
    rest: list[Draft] = []
    items: list[Draft] = []
    names: list[tuple[Draft, str]] = []
    roles: list[str] = []
    labelled = False
    for index in range(first, end):
        if noise[index]:
            rest.append(Draft.of(strips[index], PartOfDocument.NOISE))
            continue
        for part, is_label in _parts(strips[index]):
            text = part.text
            close.parts.append(part)
            if is_label:
                labelled = True
                recipients.append(Draft.of(part, PartOfDocument.RECIPIENTS))
                continue
            if text[0] in _ITEM_SIGNS and _ITEM.match(text):
                recipients.append(Draft.of(part, PartOfDocument.RECIPIENTS))
                items.append(recipients[-1])
                continue
            if (text[0] in _AUTHORITY_LETTERS and _AUTHORITY.match(text)) or _is_position(text):
                signature.append(Draft.of(part, PartOfDocument.SIGNATURE))
                roles.append(" ".join(text.strip(EDGES).split()))
                continue
            name = person_name(text)
            if name or _SIGNED.match(text):
                signature.append(Draft.of(part, PartOfDocument.SIGNATURE))
                if name:
                    names.append((signature[-1], name))
                continue
            if recipients and labelled and (not signature or not items or part.column == items[-1].last.column):
                if items and _continues_item(items[-1], part):
                    items[-1].add(part)
                else:
                    recipients.append(Draft.of(part, PartOfDocument.RECIPIENTS))
                    items.append(recipients[-1])
                continue
            rest.append(Draft.of(part, _part_of_rest(text, signed=bool(roles))))
    close.drafts = sorted(recipients + rest, key=lambda draft: draft.first.start) + signature
    places = {id(draft): place for place, draft in enumerate(close.drafts)}
    close.items = [places[id(draft)] for draft in items]
    close.signature = [places[id(draft)] for draft in signature]
    _read_roles(close, roles)
    close.signer = _signer(names) or trailing_name(close.parts)
    return close


def _part_of_rest(text: str, *, signed: bool) -> PartOfDocument:
    """Return what a line of the block is that is neither recipient nor signature: its date, a footnote, or dirt."""
    if not signed or text.isupper():
        return PartOfDocument.SIGNATURE
    return PartOfDocument.ATTACHMENT if len(text) > _SENTENCE else PartOfDocument.NOISE


def _parts(strip: Strip) -> Iterator[tuple[Strip, bool]]:
    """Yield the columns of a line of the block, also those that a scanner ran together, and which are the label."""
    for column in columns(strip):
        text = column.text
        label = _end_of_label(text)
        if label:
            yield (column if label == len(text) else _cut(column, 0, label)), True
            if label == len(text):
                continue
            column = _cut(column, label, len(text))
            text = column.text
        cut = 0 if text.isupper() else _right_column(text) or _name_after_position(text)
        if cut:
            yield _cut(column, 0, cut), False
            yield _cut(column, cut, len(text)), False
        else:
            yield column, False


def _end_of_label(text: str) -> int:
    """Return where the label of the list of recipients ends that `text` begins with; 0 if it does not."""
    begun = text[:_LABEL_BEGUN].lower()
    match = _LABEL.match(text) if "i nh" in begun or "inh" in begun else None
    return match.end() if match else 0


def _name_after_position(text: str) -> int:
    """Return where the name begins in `CHỦ TỊCH Trần Thị Hoa` or `(Đã ký) Trần Thị Hoa`; 0 where there is none."""
    match = None if text[0] in _BULLETS else _POSITION_AND_NAME.match(text)
    return match.start("name") if match and person_name(match["name"]) else 0


def _right_column(text: str) -> int:
    """Return where the signature begins in a line that holds a recipient too; 0 if it does not."""
    if not _CAPITALS.search(text):
        return 0
    bare = unmarked(text)
    for pattern in (_AUTHORITY, _positions()):
        match = pattern.search(bare, 1)
        if match and text[match.start() - 1] in " :;.,)" and text[match.start() : match.start() + _TELLING].isupper():
            before = text[: match.start()]
            if any(c.islower() for c in before):
                return match.start()
    return 0


def _cut(strip: Strip, begin: int, end: int) -> Strip:
    """Return the strip of ``text[begin:end]`` without the white space around it."""
    text = strip.text[begin:end]
    begin += len(text) - len(text.lstrip())
    return strip.cut(begin, begin + len(text.strip()))


def _is_position(text: str) -> bool:
    if not text.isupper():
        return False
    bare = text.strip(EDGES)
    return len(bare) < 90 and _positions().search(unmarked(bare)) is not None


def _continues_item(item: Draft, part: Strip) -> bool:
    return part.text[0].islower() or part.text[0] == "(" or not item.last.text.endswith((";", "."))


def _read_roles(close: Close, roles: list[str]) -> None:
    authority = [role for role in roles if _AUTHORITY.match(role)]
    position = [role for role in roles if not _AUTHORITY.match(role)]
    if len(authority) == 1 and not position and len(roles) == 1:
        split = _positions().search(unmarked(authority[0]), 4)
        if split:
            authority, position = [authority[0][: split.start()].strip()], [authority[0][split.start() :]]
    close.authority = " ".join(authority[:2]) or None
    close.position = position[0] if position else None


def _signer(names: list[tuple[Draft, str]]) -> str | None:
    known = [name for _, name in names if is_surname(name.split()[0])]
    return known[-1] if known else names[-1][1] if names else None
