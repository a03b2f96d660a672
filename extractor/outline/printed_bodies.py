"""The lines of a letterhead that name bodies, with what a scanner damaged in them mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

import regex

from extractor.lexicon import load
from extractor.names.places import provinces
from extractor.outline.damaged import closest_beginning
from extractor.outline.shapes import EDGES, fold, unmarked
from extractor.patterns import compile_plain
from extractor.text import lowered

__all__ = ["begins_body", "is_mostly_capital", "kind_of_body", "printed_bodies"]

_LEVEL_AND_PLACE = regex.compile(r"(?<!\p{L})(?P<level>TINH|THANH PHO)\s(?P<place>[A-Z][A-Z -]{3,30})$")
#: What a scanner makes of a speck before a line in capitals is at most so long.
_SCRAP = 2
#: How lines begin that stand among the names of bodies and are none.
_NO_BODY = ("VĂN BẢN", "DỰ THẢO", "CÔNG BÁO", "ĐỘC LẬP")


@cache
def _kinds() -> tuple[re.Pattern[str], int]:
    """Return the pattern of the words for kinds of bodies, without marks and in small letters, and their length."""
    kinds = sorted(map(unmarked, load("letterhead")["issuers"]["kinds"]), key=len, reverse=True)
    return compile_plain(rf"(?:{'|'.join(map(re.escape, kinds))})(?!\p{{L}})"), len(kinds[0])


@cache
def _spellings() -> tuple[frozenset[str], dict[str, str]]:
    """Return the words for kinds of bodies, and each by its shape without marks."""
    kinds = load("letterhead")["issuers"]["kinds"]
    return frozenset(kinds), {unmarked(kind): kind for kind in kinds}


def kind_of_body(printed: str) -> str | None:
    """Return the word that says what kind of body `printed` begins to name, its marks mended."""
    pattern, length = _kinds()
    match = pattern.match(lowered(unmarked(printed[: length + 1])))
    if match is None:
        return None
    kind = printed[: match.end()]
    kinds, spellings = _spellings()
    if kind.lower() in kinds:
        return kind
    spelling = spellings[match.group()]
    return spelling.upper() if kind.isupper() else spelling.capitalize()


def begins_body(printed: str) -> bool:
    """Say whether `printed` begins with the word for a kind of body that issues documents."""
    return kind_of_body(printed) is not None


def printed_bodies(lines: Sequence[str]) -> list[str]:
    """Return those of the `lines` of a letterhead that may name bodies, without the dirt on them."""
    found: list[str] = []
    for line in lines:
        printed = " ".join(line.strip(EDGES).split())
        if not printed or _is_no_body(printed):
            continue
        if is_mostly_capital(printed):
            if found and not is_mostly_capital(found[-1]):
                found.clear()  # a stamp over the letterhead
            words = printed.split()
            while len(words) > 1 and len(words[-1]) == 1 and words[-1].islower():
                words.pop()
            while len(words) > 1 and len(words[0]) <= _SCRAP and words[0][-1].islower():
                del words[0]
            printed = _mended(" ".join(words))
        found.append(printed)
    return found


def _mended(printed: str) -> str:
    """Return a line in capitals with the fixed name that it begins with, and the province that it ends with, mended."""
    squeezed = unmarked(printed).replace(" ", "")
    if squeezed.startswith(tuple(_fixed())):
        bare, name = next((bare, name) for bare, name in _fixed().items() if squeezed.startswith(bare))
        rest = _after(printed, len(bare))
        printed = f"{name} {rest}".rstrip()
    printed = _with_known_field(printed)
    match = _LEVEL_AND_PLACE.search(unmarked(printed))
    province = _bare_provinces().get(" ".join(match["place"].split())) if match else None
    if match and province:
        level = "TỈNH" if match["level"] == "TINH" else "THÀNH PHỐ"
        return f"{printed[: match.start()]}{level} {province.upper()}"
    return printed


@cache
def _fixed() -> dict[str, str]:
    """Return the fixed names of bodies by their bare shape without spaces."""
    return {unmarked(name).replace(" ", ""): name for name in load("letterhead")["issuers"]["fixed"]}


def _with_known_field(printed: str) -> str:
    """Return a line in capitals with the field of work after the kind of body, or the name it begins with, mended."""
    kind = kind_of_body(printed)
    if kind is None:
        found = closest_beginning(printed, _known_names())
        return " ".join([found[0].upper(), *printed.split()[found[1] :]]) if found else printed
    words = printed[len(kind) :].split()
    shapes = fold(" ".join(words)).split(" ")
    for count in range(len(words), 0, -1):
        name = _known_names().get(" ".join(shapes[:count]))
        if name is not None:
            return " ".join([kind, name.upper(), *words[count:]])
    found = closest_beginning(" ".join(words), _known_names())
    return " ".join([kind, found[0].upper(), *words[found[1] :]]) if found else printed


@cache
def _known_names() -> dict[str, str]:
    """Return bodies and fields of work by their bare shape, but for those that share it."""
    names = [*load("bodies")["cased"], *map(str.capitalize, load("letterhead")["issuers"]["fixed"])]
    shapes = Counter(fold(name) for name in {name.lower() for name in names})
    return {fold(name): name for name in names if shapes[fold(name)] == 1}


def _after(printed: str, letters: int) -> str:
    """Return what follows the first so many letters of `printed`, spaces not counted."""
    for place, char in enumerate(printed):
        if not letters:
            return printed[place:].strip()
        letters -= char != " "
    return ""


@cache
def _bare_provinces() -> dict[str, str]:
    return {unmarked(name).upper(): name for name in provinces()}


def is_mostly_capital(printed: str) -> bool:
    """Say whether `printed` is set in capitals, but for what a scanner made of some of them."""
    return sum(map(str.isupper, printed)) >= 0.6 * sum(map(str.isalpha, printed))


def _is_no_body(printed: str) -> bool:
    return printed.startswith(_NO_BODY) or (len(printed) < 4 and kind_of_body(printed) is None)
