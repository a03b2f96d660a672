"""Where the terms of a question stand in a text as it was loaded, and the stretch that shows them best."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.store.folding import as_written, folded
from corpus.store.searchquery import Term

__all__ = ["Snippet", "best_snippet", "occurrences"]

_WIDTH = 180
_MOST_OCCURRENCES = 30
"""Of each term: the best stretch is as a rule among the first ones."""

_WITHIN = "[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*"
"""Marks of decomposed letters, and what cannot be seen."""

_BETWEEN = r"[\W_]+"
_SPACES = re.compile(r"\s+")


def _one_line(text: str) -> str:
    return _SPACES.sub(" ", text)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the source text: ``text[start:end]``, with the matches in it, as offsets into the source."""

    start: int
    end: int
    matches: tuple[tuple[int, int], ...]

    def marked(self, text: str, before: str, after: str, *, clean: Callable[[str], str] = _one_line) -> str:
        """The stretch with every match between ``before`` and ``after``, and ``…`` where it is cut.

        ``clean`` makes the text fit to be shown (default: all on one line); the marks it never sees.
        """
        parts, position = [], self.start
        for start, end in self.matches:
            parts += [clean(text[position:start]), before, clean(text[start:end]), after]
            position = end
        parts.append(clean(text[position : self.end]))
        lead, trail = "…" if self.start > 0 else "", "…" if self.end < len(text) else ""
        return f"{lead}{''.join(parts).strip()}{trail}"


def best_snippet(text: str, terms: Sequence[Term]) -> Snippet:
    """The stretch of a text that shows the most terms; its beginning where there are none."""
    # The longest first of those that begin together: a phrase, not its first word.
    found = sorted(
        ((start, end, number) for number, term in enumerate(terms) for start, end in occurrences(text, term)),
        key=lambda match: (match[0], -match[1]),
    )
    if not found:
        return Snippet(0, min(_WIDTH, len(text)), ())
    starts = [start for start, _, _ in found]

    def shown(index: int) -> list[tuple[int, int, int]]:
        limit = bisect_left(starts, starts[index] + _WIDTH // 2)
        return found[index : max(limit, index + 1)]

    best = max(range(len(found)), key=lambda index: (len({number for _, _, number in shown(index)}), -index))
    group = shown(best)
    first, last = group[0][0], max(end for _, end, _ in group)
    margin = max(0, _WIDTH - (last - first)) // 2
    start, end = _word_start(text, max(0, first - margin)), _word_end(text, min(len(text), last + margin))
    return Snippet(start, end, tuple(_apart((s, e) for s, e, _ in found if start <= s and e <= end)))


def occurrences(text: str, term: Term) -> Iterator[tuple[int, int]]:
    """Where a term stands in a text as it was loaded, as the index would find it."""
    wanted, is_exact = " ".join(term.words), term.is_exact
    count = 0
    for match in _pattern(term).finditer(text):
        if is_exact and not _says(match[0], wanted, term):
            continue
        yield match.span()
        count += 1
        if count >= _MOST_OCCURRENCES:
            return


def _says(found: str, wanted: str, term: Term) -> bool:
    plain = re.sub(_BETWEEN, " ", as_written(found)).casefold()
    plain = plain.lstrip("0") if term.is_number else plain
    return plain.startswith(wanted) if term.is_prefix else plain == wanted


@cache
def _letters() -> dict[str, str]:
    """Every plain letter with all letters that fold to it, as the inside of a character class."""
    classes: defaultdict[str, str] = defaultdict(str)
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        letter = chr(code)
        plain = folded(unicodedata.normalize("NFC", letter)).casefold()
        if len(plain) == 1:
            classes[plain] += letter
    return dict(classes)


def _pattern(term: Term) -> re.Pattern[str]:
    letters = _letters()
    words = [
        [f"[{letters.get(letter, re.escape(letter))}]{_WITHIN}" for letter in folded(word).casefold()]
        for word in term.words
    ]
    if term.is_number:
        words[0].insert(0, r"(?<![^\W_])0*")
    else:
        words[0][0] = words[0][0].replace(_WITHIN, rf"(?<![^\W_].){_WITHIN}")  # a look back is dear
    tail = r"[^\W_]*" if term.is_prefix else r"(?![^\W_])"
    return re.compile(_BETWEEN.join(map("".join, words)) + tail)


def _apart(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, those that overlap one before them left out."""
    last = 0
    for start, end in spans:
        if start >= last:
            yield start, end
            last = end


def _word_start(text: str, position: int) -> int:
    while position > 0 and not text[position - 1].isspace():
        position -= 1
    return position


def _word_end(text: str, position: int) -> int:
    while position < len(text) and not text[position].isspace():
        position += 1
    return position
