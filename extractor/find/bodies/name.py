"""A name of a body as the grammar reads it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.find.bodies.heads import HeadClass

__all__ = ["Name"]


@dataclass(slots=True, eq=False)
class Name:
    """A name of a body as it stands in the text, in flow positions.

    A text has thousands, whose fields are asked for again and again: a frozen class takes four times as long to make, a
    tuple three times as long to ask.

    Attributes:
        start: Where it begins, with the person who stands for the body (`Giám đốc Sở Y tế`).
        head: Where the body's own name begins.
        own_end: Where its own name ends and that of its owner begins.
        end: Where it ends, owner included.
        words: The head in small letters.
        head_class: What the head is here.
        level: Span of the level at its end (`các huyện`), if there is one.
        placed: Whether the level has its own place (`huyện Krông Nô`).
        owner: The body to which it belongs, where that is named.
        determined: Whether `các`, `mọi` … stands before it.
        persons: Whether it only says whose members are meant (`đại biểu Hội đồng nhân dân`).
        is_kind: Whether it names a kind of bodies.
        full: Its own words with what the list that it stands in leaves out; set when the list is complete.
        elliptic: Whether it shares its level with others of its list (`UBND xã, phường`): it is of no particular place.
        before: Where the name before it ends, 0 for the first.
        joined: Whether a joint makes it a member of the list of that name.
    """

    start: int
    head: int
    own_end: int
    end: int
    words: str
    head_class: HeadClass
    level: tuple[int, int] | None = None
    placed: bool = False
    owner: Name | None = None
    determined: bool = False
    persons: bool = False
    is_kind: bool = False
    full: str = ""
    elliptic: bool = False
    before: int = 0
    joined: bool = False
