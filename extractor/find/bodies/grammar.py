"""The grammar of one name: a head, its field of work or its modifiers, its level and place, its owner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

import regex

from extractor.find.bodies.heads import Head, HeadClass
from extractor.lexicon import load
from extractor.names.places import LEVELS, provinces

__all__ = ["Name", "NameGrammar", "names_regex"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a body as it stands in the text, in flow positions.

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


def names_regex(words: list[str] | tuple[str, ...]) -> str:
    """Return an alternation of `words`, the longest first, that ends at the end of a word."""
    return f"(?:{'|'.join(regex.escape(word) for word in sorted(words, key=len, reverse=True))})(?![\\p{{L}}\\d])"


#: Heads whose field must be in the lexicon: the state has a fixed list of them.
_CLOSED = frozenset({"bộ", "sở"})
#: Heads that go on in small letters when printed with a capital: `Tổ thẩm định`.
_OPEN = frozenset({"tổ", "đội", "tổ công tác", "tổ giúp việc", "bộ phận", "ban chỉ đạo", "bcđ", "hội đồng", "tiểu ban", "ban tổ chức", "công ty", "viện", "trung tâm", "bệnh viện", "trường", "ttyt", "trạm y tế", "ban quản lý", "ban quản lý dự án", "ban lãnh đạo", "ban điều hành"})
#: Kinds that may name their field of work in small letters: `cơ quan tài chính`.
_FIELDED = frozenset({"cơ quan", "đơn vị", "tổ chức", "cơ sở", "ngành"})
#: Heads after whose field a place may stand without its level: `Trung tâm Y tế Tây Bắc`.
_PLACED = frozenset({"trung tâm", "viện", "trường", "bệnh viện", "công ty", "học viện", "chi nhánh", "nhà máy", "đại học"})
#: Heads that may own the name before them.
_OWNERS = frozenset({HeadClass.COMPLETE, HeadClass.FIELD})
_KINDS = frozenset({HeadClass.STRONG, HeadClass.WEAK})
_FIELD_OWNERS = frozenset(
    {"bộ", "sở", "cục", "vụ", "tổng cục", "chi cục", "viện", "trường", "trung tâm", "hội", "đoàn", "ủy ban", "hội đồng", "bệnh viện",
     "công ty", "tổng công ty", "tập đoàn", "ban chỉ đạo", "ban quản lý", "công đoàn ngành", "đại học", "học viện", "ban tổ chức"}
)  # fmt: skip

_COMMUNITIES = ("tổ dân phố", "khu dân cư", "khu phố", "thôn", "làng", "xóm", "bản", "ấp", "buôn")
_LEVEL_WORDS = "|".join(sorted((*LEVELS, *_COMMUNITIES), key=len, reverse=True))
_COMMITTEE_WORDS = "tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|tỉnh đoàn|thành đoàn|huyện đoàn"


class NameGrammar:
    """Reads names at their heads in one text."""

    def __init__(self, text: str, lower: str, heads: Mapping[int, Head]) -> None:
        self._text = text
        self._lower = lower
        self._heads = heads

    def read(self, head: Head, depth: int = 0) -> Name | None:
        """Return the name that begins with `head`, or None where it is no name of a body here."""
        before = self._text[max(0, head.start - 24) : head.start]
        determined = _DETERMINER.search(before) is not None
        for head_class in HeadClass:
            if head_class not in head.classes:
                continue
            if head_class is HeadClass.BARE:
                return self._bare(head)
            own_end = self._own_end(head, head_class, determined, depth)
            if own_end is not None:
                return self._with_tail(head, head_class, own_end, determined, depth)
        return None

    def _bare(self, head: Head) -> Name | None:
        """Return a field of work that stands in a list without its head: it begins with a capital after a joint."""
        if self._text[head.start].isupper() and self._text[max(0, head.start - 2) : head.start] in (", ", ": ", "à ", " (", "như "[-2:]):
            return Name(head.start, head.start, head.end, head.end, head.words, HeadClass.BARE)
        return None

    def _own_end(self, head: Head, head_class: HeadClass, determined: bool, depth: int) -> int | None:
        """Return where the head with its field ends, or None where `head_class` does not fit."""
        if head_class is HeadClass.COMPLETE:
            # `Bộ trưởng Bộ Y tế` is read from its ministry.
            return None if head.words == "bộ trưởng" and self._lower.startswith(" bộ ", head.end) else head.end
        if head_class is not HeadClass.FIELD:
            if head.words in _FIELDED and (field := _fields().match(self._lower, head.end)):
                mods = _modifiers().match(self._lower, head.end)
                return head.end if mods and mods.end() > field.end() else field.end()
            return head.end
        capital = self._text[head.start].isupper()
        if capital and head.words not in _CLOSED and self._owner_at(head.end):
            return head.end
        if (field := _fields().match(self._lower, head.end)) and (capital or self._text[field.start() + 1].isupper()):
            longer = None if head.words in _CLOSED else _proper_name().match(self._text, head.end)
            if head.words == "thanh tra" and self._text[field.start() + 1].islower():
                return None  # an activity: `thanh tra tài chính`
            if longer and _WHOLE_LIST.search(longer.group()):
                return max(field.end(), longer.end())
            place = _PLACE_NAME.match(self._text, field.end()) if head.words in _PLACED else None
            return place.end() if place else field.end()
        if head.words in _CLOSED:
            # `Sở`, `Bộ` with a capital and no field is the one that the document comes from.
            return head.end if capital and not determined and (depth or self._alone(head.end)) else None
        if capital and head.words in _OPEN and (mods := _modifiers().match(self._lower, head.end)):
            return mods.end()
        if name := _proper_name().match(self._text, head.end):
            if capital or head.words in ("phòng", "ban", "vp"):
                return name.end()
        elif capital and head.words in _OPEN:
            name = _open_name().match(self._text, head.end)
            if name or (" " in head.words and HeadClass.WEAK not in head.classes):
                return name.end() if name else head.end
        if capital and not head.classes & _KINDS and (" " in head.words and head.words != "thanh tra" or self._tail(head.end)):
            return head.end
        return None

    def _tail(self, position: int) -> regex.Match[str] | None:
        match = _tail().match(self._text, position)
        return match if match and match.end() > position else None

    def _alone(self, position: int) -> bool:
        return self._text[position : position + 1] in ",;.:)\n" or position == len(self._text)

    def _owner_at(self, position: int) -> Head | None:
        match = _OF.match(self._lower, position)
        head = self._heads.get(match.end() if match else position + 1)
        if head is None or self._lower[position : position + 1] != " ":
            return None
        return head if HeadClass.COMPLETE in head.classes or head.words in _FIELD_OWNERS else None

    def _with_tail(self, head: Head, head_class: HeadClass, own_end: int, determined: bool, depth: int) -> Name:
        end = own_end
        level = None
        placed = False
        if head_class is HeadClass.COMPLETE and depth < 3 and (owner_head := self._owner_at(end)) and (owner := self._owner(owner_head, depth)):
            return self._named(head, head_class, own_end, owner.end, owner.level, owner.placed, owner, determined)
        if head_class is not HeadClass.FIELD and (mods := _modifiers().match(self._lower, end)):
            end = mods.end()
        own_end = end
        if depth < 3 and (owner_head := self._owner_at(end)) and (owner := self._owner(owner_head, depth)):
            return self._named(head, head_class, own_end, owner.end, owner.level, owner.placed, owner, determined)
        if tail := self._tail(end):
            level = tail.span("level") if tail["level"] else None
            placed = tail["place"] is not None
            end = own_end = tail.end()
            if mods := _modifiers().match(self._lower, end):
                end = own_end = mods.end()
            if depth < 3 and (owner_head := self._owner_at(end)) and (owner := self._owner(owner_head, depth)):
                return self._named(head, head_class, own_end, owner.end, owner.level, owner.placed, owner, determined)
        elif committee := _COMMITTEE.search(self._lower, head.start, end):
            level = (committee.start(), end)
            if place := _PLACE_NAME.match(self._text, end):
                end = own_end = place.end()
                placed = True
        return self._named(head, head_class, own_end, end, level, placed, None, determined)

    def _owner(self, head: Head, depth: int) -> Name | None:
        if not (self._text[head.start].isupper() or head.words in _SMALL_OWNERS):
            return None
        owner = self.read(head, depth + 1)
        if owner is None or owner.head_class not in _OWNERS:
            return None
        # `Văn phòng HĐND và UBND tỉnh` is one office of two bodies.
        if owner.words in _COUNCILS and (joint := _COUNCIL_JOINT.match(self._lower, owner.end)):
            other = self._heads.get(joint.end())
            both = self.read(other, depth + 1) if other else None
            if both:
                return replace(both, start=owner.start, head=owner.head, words=owner.words)
        return owner

    def _named(
        self, head: Head, head_class: HeadClass, own_end: int, end: int,
        level: tuple[int, int] | None, placed: bool, owner: Name | None, determined: bool,
    ) -> Name:  # fmt: skip
        start = head.start
        if person := _PERSON.search(self._text, max(0, start - 40), start):
            start = person.start()
        persons = _PERSONS.search(self._lower, max(0, start - 20), start)
        if persons:
            start = persons.start()
        return Name(
            start, head.start, own_end, end, head.words, head_class, level, placed, owner, determined, persons is not None
        )


_SMALL_OWNERS = frozenset({"huyện ủy", "thành ủy", "thị ủy", "tỉnh ủy", "quận ủy", "đảng ủy", "công đoàn"})
_DETERMINER = regex.compile(r"(?:^|[^\p{L}.])(?i:các|mọi|mỗi|từng|những|toàn thể|một số|(?<![\d.])\d{1,3})(?: \d{1,2})? $")
_PERSON = regex.compile(
    r"(?<!\p{L})(?:(?:Đồng chí |Đ/c )?(?i:giám đốc|chủ tịch|thủ trưởng|bộ trưởng|chánh|hiệu trưởng|bí thư|lãnh đạo|người đứng đầu|trưởng|cục trưởng|tổng giám đốc|viện trưởng|chánh án)(?: các)? )$"
)
_PERSONS = regex.compile(r"(?<!\p{L})(?:đại biểu|cán bộ|đoàn viên|công chức|thành viên|ủy viên|chuyên viên) $")
_COUNCILS = frozenset({"hđnd", "hội đồng nhân dân"})
_COUNCIL_JOINT = regex.compile(r" ?(?:&|-|và) ?(?=ubnd|ủy ban nhân dân)")
#: A name that holds a list of fields to its end: `Văn hóa, Thông tin và Thể thao`.
_WHOLE_LIST = regex.compile(r", .+ và | và | - ")
_OF = regex.compile(r" (?:(?:thuộc|của|trực thuộc) (?:các )?|các (?=(?:huyện|thành|thị|quận|tỉnh|đảng) ủy))")
_ABBREVIATED = r"(?:UBND|HĐND|LĐLĐ|MTTQ|Ủy ban|Công an|Công đoàn|Mặt trận|Liên đoàn|Bảo hiểm|Kho bạc|Tòa án|Viện kiểm)(?!\p{L})"
_COMMITTEE = regex.compile(rf"(?:các )?(?:{_COMMITTEE_WORDS})$")
_NOT_PLACE = r"(?!(?:Chủ|Phối|Xây|Tổ|Chỉ|Căn|Theo|Sở|Ban|Bộ|Ủy|Hội|Công an|Giao|Đề|Yêu|Triển|Thực|Hướng|Tham|Phòng|Đoàn|Đảng|Văn phòng|Trung tâm|Nghị|Kế|Các|Và|Nơi)\b)"
_PLACE_NAME = regex.compile(rf" {_NOT_PLACE}\p{{Lu}}[\p{{Ll}}']++(?:(?: | - |-){_NOT_PLACE}\p{{Lu}}[\p{{Ll}}']++){{0,3}}+(?![\p{{L}}])")


@cache
def _tail() -> regex.Pattern[str]:
    """Return the pattern of what may follow a name: the nation, a level with or without its place, a province."""
    level = rf"(?P<level>(?i:các |thuộc )?(?:(?i:{_LEVEL_WORDS})|(?i:tp|tx)\.?)(?![\p{{L}}])(?! (?:hội|ủy|đoàn|viên)))"
    fields = "(?i:" + names_regex((*load("fields")["state"], "tư pháp")) + ")"
    place = rf"(?P<place>{_PLACE_NAME.pattern}| \d{{1,2}}(?![\d/]))?+"
    return regex.compile(
        r"(?: (?:Việt Nam|Trung ương|TW|VN)(?!\p{L}))?+"
        r"(?: (?i:cấp|các cấp)(?: (?i:tỉnh|huyện|xã|trên|cơ sở))?(?!\p{L}))?+"
        rf"(?: {level}{place}(?: trực thuộc [Tt]rung ương)?| {names_regex(tuple(provinces()))}| ngành {fields})?+"
    )


@cache
def _fields() -> regex.Pattern[str]:
    return regex.compile(" " + names_regex((*load("fields")["state"], *load("fields")["board"])))


@cache
def _modifiers() -> regex.Pattern[str]:
    return regex.compile(f"(?: {names_regex(load('bodies')['modifiers']['words'])}){{1,3}}+")


@cache
def _stops() -> str:
    cues = load("role_cues")
    return names_regex((*cues["verbs"], *cues["function_words"]))


@cache
def _proper_name() -> regex.Pattern[str]:
    """Return the pattern of a field or name that begins with a capital: words in small letters up to a verb or particle."""
    word = rf"(?: (?!{_stops()})\p{{Ll}}++)"
    part = rf"(?!(?:Chủ trì|Phối hợp|Xây dựng|Tổ chức|Chỉ đạo|Căn cứ|Theo|Là|Tham mưu|Triển khai|Hướng dẫn|Thực hiện)\b)\p{{Lu}}[\p{{L}}&]*+{word}{{0,5}}+"
    other = rf"(?!{names_regex(tuple(head[0].upper() + head[1:] for head in load('bodies')['heads']['field']))}|{_ABBREVIATED})"
    return regex.compile(rf" (?:các )?{part}(?: {part}){{0,6}}+(?:(?: - | và |, (?=[^,;.:()\n]{{2,60}} và \p{{Lu}})){other}{part}(?: {part}){{0,3}}+){{0,2}}+")


@cache
def _open_name() -> regex.Pattern[str]:
    word = rf"(?: (?!{_stops()})\p{{Ll}}++)"
    return regex.compile(rf"{word}{{1,4}}+(?: - \p{{L}}++){{0,3}}+")
