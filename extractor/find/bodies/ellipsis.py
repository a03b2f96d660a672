"""What the members of a list share and say only once.

Forward: `LĐLĐ các huyện, thành phố` is the LĐLĐ of each; `các Sở: Tài chính, Nội vụ` are two departments. Backward:
`các bộ, ngành liên quan` are all concerned; `HĐND, UBND tỉnh` are both of the province.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from extractor.find.bodies.grammar import Name
from extractor.find.bodies.heads import HeadClass

__all__ = ["completed"]

_KINDS = (HeadClass.STRONG, HeadClass.WEAK)
#: Words of one series: a list that begins with one goes on with the others.
_SERIES = (
    frozenset({"tỉnh", "thành phố", "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "tp", "tx", "đặc khu"}),
    frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy"}),
    frozenset({"thôn", "làng", "xóm", "bản", "ấp", "buôn", "tổ dân phố", "khu dân cư", "khu phố", "tổ"}),
    frozenset({"đoàn", "hội", "đội"}),
)
_DETERMINED = regex.compile(r"(?i)(?:các|những|mọi) (?:\d{1,2} )?$")
_SHARED = regex.compile(r"(?i) (?:(?:có )?liên quan|chức năng|trực thuộc|thuộc .*|của .*|kinh tế.*|chuyên môn|cùng cấp|đồng cấp|địa phương)$")


def completed(text: str, names: Sequence[Name]) -> list[tuple[Name, str]]:
    """Return each member of the list `names` with the words of its own name, written in full."""
    forward = _forward(text, names)
    words = [full for _, full in forward]
    kept = [name for name, _ in forward]
    for index in range(len(kept) - 2, -1, -1):
        name, following = kept[index], kept[index + 1]
        if _DETERMINED.search(text, max(0, following.start - 12), following.start) and following.owner is None:
            continue
        tail = words[index + 1][len(following.words) :] if words[index + 1].lower().startswith(following.words) else ""
        if name.head_class in _KINDS and following.head_class in _KINDS and len(words[index]) == len(name.words):
            if _SHARED.fullmatch(tail):
                words[index] += tail
                if following.owner and not name.owner:
                    kept[index] = replace(name, owner=following.owner)
        elif name.head_class is HeadClass.COMPLETE and following.head_class is HeadClass.COMPLETE and name.level is None:
            if following.level and name.owner is None and not words[index].lower().endswith("việt nam"):
                words[index] += " " + text[following.level[0] : following.end]
        if following.owner and not name.owner and name.level is None and name.words in _PARTS:
            kept[index] = replace(name, owner=following.owner)
    return list(zip(kept, words, strict=True))


_PARTS = frozenset({"ban", "văn phòng", "phòng", "ban thường vụ", "ban chấp hành", "ban thường trực", "thường trực"})


def _forward(text: str, names: Sequence[Name]) -> list[tuple[Name, str]]:
    stem: str | None = None
    series: frozenset[str] = frozenset()
    done: list[tuple[Name, str]] = []
    for name in names:
        own = text[name.head : name.own_end]
        if name.head_class is HeadClass.BARE:
            if done:
                done.append((name, f"{stem} {own}" if stem else own))
            continue
        if stem and name.words in series and not name.placed and not (name.determined and name.head_class is HeadClass.WEAK):
            done.append((name, f"{stem} {text[name.head : name.end]}"))
            continue
        stem, series = _stem(text, name)
        done.append((name, own))
    return done


def _stem(text: str, name: Name) -> tuple[str | None, frozenset[str]]:
    """Return what elliptic members after `name` share with it, and the series that they must be of."""
    if name.words in ("sở", "bộ", "phòng", "ban"):
        return text[name.head : name.head + len(name.words)].capitalize(), frozenset()
    if name.words == "cơ sở đoàn":
        return "cơ sở", _SERIES[3]
    if name.level is None or name.placed:
        return None, frozenset()
    level = regex.sub(r"(?i)^(?:các|thuộc) ", "", text[name.level[0] : name.level[1]]).lower()
    series = next((series for series in _SERIES if level in series), frozenset[str]())
    return text[name.head : name.level[0]].removesuffix(" ") or None, series
