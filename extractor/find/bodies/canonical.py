"""From a name as it is printed to the name of the body that it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extractor.find.alternation import any_word_of
from extractor.find.bodies.name import Name
from extractor.lexicon import load
from extractor.names import Home, complete_place, expand_abbreviations, sentence_case
from extractor.names.places import LEVELS
from extractor.patterns import compile_plain

__all__ = ["Canon"]

Named = tuple[str, str | None, tuple[str, ...]]
"""A body, the body above it and the fields that are inferred."""

#: `các` before what is left of a plural; `các cấp` and `các Khu công nghiệp` are names.
_PLURAL = compile_plain(r"(?i)(?<!\p{L})các (?=tỉnh|thành|quận|huyện|thị|phường|xã|thôn|làng|bản|xóm|tổ|khu dân cư)")
_NOT_PLURAL = ("cấp công đoàn", "cấp hội", "cấp bộ đoàn")
#: The full name of the Front's committees, of which the last two words are often left out.
_FRONT = compile_plain(r"Ủy ban Mặt trận Tổ quốc(?! Việt Nam)")
#: What stands for bodies without naming them: the persons that lead them, the trade that they practise.
_STANDS_FOR = {"Bộ trưởng": "Bộ", "Các bộ trưởng": "Bộ", "Báo chí": "Cơ quan báo chí"}
_RECURRING = 4096  # names that are remembered
_CLOSED = frozenset({"sở", "bộ"})
_OF_ISSUER = _CLOSED | {"bộ trưởng"}  # what means the body that issues, if it is one of those
_OF_PLACE = compile_plain(r" (?:tỉnh|thành phố) \p{Lu}.*$")
#: Bodies that every unit has: without a place, they are those of the document's own.
_LOCAL = frozenset(
    {
        "ubnd",
        "ủy ban nhân dân",
        "hđnd",
        "hội đồng nhân dân",
        "ub mttq",
        "ủy ban mttq",
        "ubmttq",
        "đảng ủy",
        "ủy ban bầu cử",
        "thường trực hđnd",
        "thường trực hội đồng nhân dân",
        "thường trực đảng ủy",
    }
)


@cache
def _begins(table: str) -> re.Pattern[str]:
    """Return the pattern of the beginnings of names listed under `table` in the lexicon."""
    return compile_plain(any_word_of(load("bodies")["context"][table]))


@dataclass(frozen=True, slots=True)
class Canon:
    """Names bodies as the document at `home` means them.

    Attributes:
        text: The flow.
        home: Where the document is at home.
        issuer: Who issues it: the owner of a part whose owner is not named.
        defined: The abbreviations that it defines.
    """

    text: str
    home: Home
    issuer: str | None
    defined: Mapping[str, str]
    _written: dict[str, str] = field(default_factory=dict)
    _named: dict[tuple[str, str, bool, bool, bool], Named] = field(default_factory=dict)

    def name(self, name: Name) -> Named:
        """Return (body, parent body, inferred fields) of `name`, whose list is complete."""
        level = name.level
        if level is not None and self.text[level[0] : level[0] + 4].lower() == "các ":
            name.elliptic = True
        if name.owner is not None:
            return self._name(name)
        # Nothing else of a name without an owner counts; most names of a document stand in it many times.
        key = (name.full, name.words, name.determined, name.elliptic, level is None)
        known = self._named.get(key)
        if known is None:
            known = self._named[key] = self._name(name)
        return known

    def _name(self, name: Name) -> Named:
        words, issuer = name.full, self.issuer
        owner = self._owner(name.owner) if name.owner is not None else None
        if name.words in _OF_ISSUER and issuer is not None and not name.determined:
            if name.words == "bộ trưởng" and issuer.startswith("Bộ "):
                return self._seat(), None, ("place",)  # the head of the ministry that issues
            if words.lower() == name.words in _CLOSED and issuer.startswith(words):
                return self._seat(), None, ("place",)  # `Sở`, `Bộ`: the one that issues
        if owner is not None and (whole := self.text[name.head : name.end]).rsplit(" ", 1)[-1].lower() in _CLOSED:
            return self.written(whole), issuer or owner, ()  # `Văn phòng Sở`, `đơn vị thuộc Bộ`
        body = self.written(words)
        # `các xã` are of no particular place.
        elliptic = name.elliptic or (name.determined and len(words) == len(name.words) and name.words in LEVELS)
        place = body if elliptic else complete_place(body, self.home)
        if owner is None and place == body and name.words in _LOCAL and not elliptic and len(words) == len(name.words):
            place = self._local(body)
        parent = owner
        if owner is None and name.level is None and self.issuer is not None and _is_part(place):
            parent = self.issuer
        return place, parent, ("place",) if place != body or (owner and self._inferred(name)) else ()

    def longer(self, body: str, more: str) -> str:
        """Return `body` with `more` of its name, as a heading prints it."""
        return complete_place(f"{body} {expand_abbreviations(more, self.defined).strip()}", self.home)

    def written(self, printed: str) -> str:
        """Return the printed words with abbreviations written out, without the plural, beginning with a capital."""
        if not self.defined:
            return _in_full(printed)
        body = self._written.get(printed)
        if body is None:
            body = self._written[printed] = self._write(printed)
        return body

    def _write(self, printed: str) -> str:
        if (called := self.defined.get(printed)) is not None and called.startswith(printed):
            return sentence_case(called)  # the name that the document has shortened
        acronyms = {
            short: long for short, long in self.defined.items() if short in printed and not long.startswith(short)
        }
        return _begun(expand_abbreviations(printed, acronyms)) if acronyms else _in_full(printed)

    def _owner(self, owner: Name) -> str:
        above = self._owner(owner.owner) if owner.owner else None
        bare = self.text[owner.head : owner.own_end]
        if bare.lower() in _CLOSED and self.issuer and self.issuer.startswith(bare):
            return self._seat()
        own = complete_place(self.written(bare), self.home)
        if owner.words in _LOCAL and len(bare) == len(owner.words):
            own = self._local(own)
        return f"{own} {above}" if above else own

    def _local(self, body: str) -> str:
        """Return `body`, which every unit has, with the unit that the document comes from."""
        unit = self.home.commune or self.home.district or self.home.province
        return f"{body} {unit}" if unit else body

    def _seat(self) -> str:
        """Return the issuer's name as its own documents call it, without the province."""
        return _OF_PLACE.sub("", self.issuer or "")

    def _inferred(self, name: Name) -> bool:
        owner = name.owner
        return owner is not None and owner.level is not None and not owner.placed


@lru_cache(_RECURRING)
def _is_part(place: str) -> bool:
    """Say whether a name is that of a part of the body that issues: `Văn phòng`, `Ban Thường vụ`."""
    return _begins("parts").match(place) is not None and _begins("not_parts").match(place) is None


@lru_cache(_RECURRING)
def _in_full(printed: str) -> str:
    """Return the name of the body that is `printed`, where the document defines none of its abbreviations."""
    return _begun(expand_abbreviations(printed))


def _begun(expanded: str) -> str:
    """Return words whose abbreviations are written out as the name of a body, which begins with a capital."""
    body = sentence_case(expanded.strip())
    if body.lower().startswith(_NOT_PLURAL):
        return f"Các {body[:1].lower()}{body[1:]}"
    body = body.replace("&", " và ").replace("  ", " ")
    if (meant := _STANDS_FOR.get(body.capitalize())) is not None:
        return meant
    if "ác " in body or "ÁC " in body:
        body = _PLURAL.sub("", body)
    if "Mặt trận" in body:
        body = _FRONT.sub("Ủy ban Mặt trận Tổ quốc Việt Nam", body)
    return body[:1].upper() + body[1:]
