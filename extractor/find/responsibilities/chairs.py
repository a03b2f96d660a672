"""The lead of a headed block: where the block says of whom it names that they preside (`chủ trì`)."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from extractor.find.first_words import first_words
from extractor.find.mentions import BodyMention
from extractor.patterns import compile_plain
from extractor.reading import Reading

__all__ = ["Block", "chaired", "words_of_chairs"]

_CHAIRS = "chủ trì"
#: As it is printed at the head of a sentence, in a title, in a heading.
_PRINTED = frozenset({_CHAIRS, "Chủ trì", "Chủ Trì", "CHỦ TRÌ"})
#: Words of a clause that lead to `chủ trì` without a subject of their own.
_NO_SUBJECT = compile_plain(r"(?:[\s(\"]|[-+*]|\d{1,2}(?:\.\d{1,2})*[.)-]*|\p{Ll}[.)])*+(?:[\p{L},]++ ){0,8}+")


class Block(NamedTuple):
    """A headed block.

    Attributes:
        end: Flow position at which it ends.
        names: The headings' bodies as printed, in small letters.
        bodies: The same in canonical form.
        first: Index of its first record.
        last: Index after its last one.
    """

    end: int
    names: tuple[str, ...]
    bodies: frozenset[str]
    first: int
    last: int


def words_of_chairs() -> tuple[str, ...]:
    """Return the words, in small letters, with which somebody is said to preside."""
    return (_CHAIRS,)


def chaired(reading: Reading, blocks: Sequence[Block], bodies: Sequence[BodyMention]) -> Iterator[int]:
    """Yield the indices of those `bodies` of which the `blocks` that they head say that they preside."""
    waiting = deque(block for block in blocks if block.first < block.last)
    if not waiting:
        return
    text = reading.text
    starts = [body.start for body in bodies]
    around: list[Block] = []  # the blocks round the present place, the innermost last
    begin, end = starts[waiting[0].first], max(block.end for block in waiting)
    for chair, words in first_words(reading).chairs:
        after = chair + len(words)
        if chair < begin or after > end:
            continue
        if text[chair:after] not in _PRINTED or text[chair - 1 : chair].isalpha() or text[after : after + 1].isalpha():
            continue
        while waiting and starts[waiting[0].first] <= chair:
            block = waiting.popleft()
            while around and around[-1].end <= starts[block.first]:
                around.pop()
            around.append(block)
        while around and around[-1].end <= chair:
            around.pop()
        if around:
            yield from _chaired_at(reading, chair, around[-1], bodies, starts)


def _chaired_at(
    reading: Reading, chair: int, block: Block, bodies: Sequence[BodyMention], starts: list[int]
) -> Sequence[int]:
    """Return the indices of the bodies that head a block, if `chủ trì` at `chair` in it is said of them."""
    text, paragraph = reading.text, reading.paragraph_at(chair)
    begin = max(text.rfind(mark, paragraph.start, chair) for mark in (";", ".", ":"))
    clause = max(begin + 1, paragraph.start, bodies[block.last - 1].end)
    before = text[clause:chair]
    lowered = before.lower()
    named = [index for index in range(block.first, block.last) if block.names[index - block.first] in lowered]
    if named:
        return named
    if not _NO_SUBJECT.fullmatch(before.lstrip(" -+")):
        return ()
    other = bisect_left(starts, clause, lo=block.last)
    if other < len(starts) and starts[other] < chair:
        return ()
    return range(block.first, block.last)
