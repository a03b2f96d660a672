"""Places: where a document is at home, and what a bare `tỉnh` in it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.text.letters import lowered

__all__ = ["COMMITTEES", "LEVELS", "Home", "complete_from", "complete_place", "needs_place", "provinces"]

#: Levels of administration, from the province down, old (districts) and new.
LEVELS = ("tỉnh", "thành phố", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn", "đặc khu")
#: A party committee is named after its level: `Tỉnh ủy` is that of a `tỉnh`.
COMMITTEES = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố", "huyện ủy": "huyện", "thị ủy": "thị xã", "quận ủy": "quận",
    "tỉnh đoàn": "tỉnh", "thành đoàn": "thành phố", "huyện đoàn": "huyện", "thị đoàn": "thị xã", "quận đoàn": "quận",
}  # fmt: skip

_PROVINCIAL = frozenset({"tỉnh", "thành phố"})
_DISTRICT = frozenset({"huyện", "quận", "thị xã", "thành phố"})
_COMMUNAL = frozenset({"xã", "phường", "thị trấn", "đặc khu"})

_NAME = r"\p{Lu}[\p{Ll}']*+(?:[ -]{1,3}\p{Lu}[\p{Ll}']*+){0,4}"
_PLACE = compile_plain(rf"(?P<level>(?i:{'|'.join((*COMMITTEES, *LEVELS))})) (?P<name>{_NAME}|\d{{1,2}}\b)")
#: Where a place may begin in small letters: to look for that takes a tenth of the time that the whole pattern takes.
_LEVEL = compile_plain(rf"(?:{'|'.join((*COMMITTEES, *LEVELS))}) ")
#: A level that is named alone: at the end or before punctuation; not one of several (`các huyện`), not `cấp tỉnh`.
_BARE_LEVEL = regex.compile(
    r"(?<![\p{L}])(?<!\b(?:các|cấp|những|hai|mỗi|từng|thị|hợp tác|của|toàn) )"
    rf"(?P<level>{'|'.join((*COMMITTEES, *LEVELS))})(?=[,;:)]|$| và )",
    re.IGNORECASE,
)
_LEVEL_NAMES = (*COMMITTEES, *LEVELS)
_AFTER_LEVEL = (",", ";", ":", ")", " và ")
_RECURRING = 4096  # names that are remembered: a few (`UBND tỉnh`, `Ban Tổ chức Tỉnh ủy`) stand in most documents


@dataclass(frozen=True, slots=True)
class Home:
    """Where a document is at home: the units that a bare `tỉnh`, `huyện`, `xã` in it mean, each with its level.

    >>> Home.read("Liên đoàn Lao động huyện Krông Nô", "Krông Nô")
    Home(province='tỉnh Đắk Nông', district='huyện Krông Nô', commune=None)
    """

    province: str | None = None
    district: str | None = None
    commune: str | None = None

    @classmethod
    def read(cls, *sources: str | None) -> Home:
        """Read the home out of `sources`, the surest first: the issuer, the body above it, the place of the date line.

        A district tells its province where only one province has (or had) a district of that name.
        """
        return cls._of(place for source in sources for place in _places_in(source or ""))

    @classmethod
    def _of(cls, places: Iterable[tuple[str, str]]) -> Home:
        province = district = commune = None
        for printed, name in places:
            level = COMMITTEES.get(printed, printed)
            if name in provinces():
                province = province or f"{provinces()[name]} {name}"
            elif level in _DISTRICT:
                district = district or _known_district(level, name)
            elif level in _COMMUNAL:
                commune = commune or f"{level} {name}"
        if district and not province:
            above = _districts().get(district, ())
            province = f"{provinces()[above[0]]} {above[0]}" if len(above) == 1 else None
        return cls(province, district, commune)

    @classmethod
    def for_level(cls, level: str, text: str) -> Home:
        """Read as much of the home out of `text` as tells what a bare `level` means: often a part of it is enough."""
        places: list[tuple[str, str]] = []
        for place in _places_in(text):
            places.append(place)
            if level == "tỉnh" and place[1] in provinces():
                break  # the first of the provinces it is
        return cls._of(places)

    def unit(self, level: str) -> str | None:
        """Return the unit that a bare `level` (`tỉnh`, `huyện` …) means here, or None."""
        if level in _COMMUNAL:
            return self.commune if self.commune and self.commune.startswith(level) else None
        if self.district and self.district.startswith(level):
            return self.district
        if level in _PROVINCIAL:
            return self.province if self.province and self.province.startswith(level) else None
        return None


def needs_place(name: str) -> bool:
    """Say whether a level is named alone in `name`, so that `complete_place` may have something to put behind it."""
    return _bare_level(name) is not None


def complete_place(name: str, home: Home) -> str:
    """Return `name` with the place of `home` after a level that is named alone, where `home` knows it.

    >>> complete_place("Ban Tổ chức Tỉnh ủy", Home(province="tỉnh Lai Châu"))
    'Ban Tổ chức Tỉnh ủy Lai Châu'
    """
    bare = _bare_level(name)
    if bare is None:
        return name
    level, start, end = bare
    unit = home.unit(COMMITTEES.get(level, level))
    if unit is None:
        return name
    if level in COMMITTEES:
        return f"{name[:end]} {unit.removeprefix(COMMITTEES[level]).strip()}{name[end:]}"
    return f"{name[:start]}{unit}{name[end:]}"


@lru_cache(_RECURRING)
def _bare_level(name: str) -> tuple[str, int, int] | None:
    """Return the first level that is named alone in `name`, in small letters, and where it stands; None without one."""
    lower = name.lower()
    if not lower.endswith(_LEVEL_NAMES) and not any(mark in lower for mark in _AFTER_LEVEL):
        return None  # the cheap question before the pattern
    match = _BARE_LEVEL.search(name)
    return (match["level"].lower(), match.start("level"), match.end("level")) if match else None


def complete_from(name: str, text: str) -> str:
    """Return `name` with the place that `text` is at home in after a level that is named alone; see `complete_place`.

    >>> complete_from("Ban Tổ chức Tỉnh ủy", "ở xã Mường Than, tỉnh Lai Châu")
    'Ban Tổ chức Tỉnh ủy Lai Châu'
    """
    bare = _bare_level(name)
    return complete_place(name, Home.for_level(COMMITTEES.get(bare[0], bare[0]), text)) if bare else name


def _known_district(level: str, name: str) -> str:
    """Return the district; words that a flattened letterhead glued to its name are dropped, if a known one is left."""
    words = name.split(" ")
    for count in range(len(words), 0, -1):
        if (district := f"{level} {' '.join(words[:count])}") in _districts():
            return district
    return f"{level} {name}"


def _places_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield (level, name) of the places in `text`; a province at its end needs no level (`Thành đoàn Hà Nội`)."""
    found = False
    small = lowered(text)
    level = _LEVEL.search(small)
    while level:
        match = _PLACE.match(text, level.start())
        if match:
            found = True
            yield match["level"].lower(), match["name"]
        level = _LEVEL.search(small, match.end() if match else level.start() + 1)
    if not found and text.endswith(_province_names()):
        yield from ((level, name) for name, level in provinces().items() if text.endswith(name))


@cache
def _province_names() -> tuple[str, ...]:
    return tuple(provinces())


@cache
def provinces() -> dict[str, str]:
    """Return the provinces of today and before, each with its level."""
    places = load("places")
    return {**dict.fromkeys(places["provinces"], "tỉnh"), **dict.fromkeys(places["cities"], "thành phố")}


@cache
def _districts() -> dict[str, tuple[str, ...]]:
    """Return for each district, with its level in front, the provinces that had one of that name."""
    found: dict[str, tuple[str, ...]] = {}
    for province, names in load("places")["districts"].items():
        for name in names:
            key = name[:1].lower() + name[1:]
            found[key] = (*found.get(key, ()), province)
    return found
