"""The grammar of one name: a head, its field of work or its modifiers, its level and place, its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from extractor.find.bodies import patterns
from extractor.find.bodies.heads import BARE, COMPLETE, FIELD, STRONG, WEAK, Head, HeadClass
from extractor.lexicon import load

__all__ = ["Name", "NameGrammar"]


class Name(NamedTuple):
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

    @property
    def is_kind(self) -> bool:
        """Whether it names a kind of bodies."""
        return self.head_class is STRONG or self.head_class is WEAK


#: Heads whose field must be in the lexicon: the state has a fixed list of them.
_CLOSED = frozenset({"bộ", "sở"})
#: Heads that go on in small letters when printed with a capital: `Tổ thẩm định`.
_OPEN = frozenset(
    {
        "tổ",
        "đội",
        "tổ công tác",
        "tổ giúp việc",
        "bộ phận",
        "ban chỉ đạo",
        "bcđ",
        "hội đồng",
        "tiểu ban",
        "ban tổ chức",
        "công ty",
        "viện",
        "trung tâm",
        "bệnh viện",
        "trường",
        "ttyt",
        "ban quản lý",
        "ban quản lý dự án",
        "ban lãnh đạo",
        "ban điều hành",
        "chi nhánh",
        "quỹ",
    }
)
#: Kinds that may name their field of work in small letters: `cơ quan tài chính`.
_FIELDED = frozenset({"cơ quan", "đơn vị", "tổ chức", "cơ sở", "ngành"})
_YOUTH = frozenset({"đoàn", "hội", "đội"})
_PROJECTS = frozenset({"ban quản lý", "ban quản lý dự án", "bql"})
#: Bodies that are called after a place without its level.
_STATIONED = frozenset(
    {"đồn biên phòng", "hạt kiểm lâm", "báo", "đài", "kho bạc nhà nước", "kbnn", "kho bạc", "điện lực", "bưu điện",
     "vnpt", "viettel", "mobifone", "agribank", "vietinbank", "vietcombank", "bidv", "bảo hiểm xã hội", "bhxh",
     "thuế tỉnh", "thuế thành phố", "thuế cơ sở",
     "báo và phát thanh, truyền hình", "báo và đài phát thanh, truyền hình", "đài phát thanh và truyền hình",
     "đài phát thanh - truyền hình", "đài phát thanh, truyền hình"}
)  # fmt: skip
#: Heads whose fields are finer than those of the ministries: `Tổng cục Giáo dục nghề nghiệp`.
_LONG_FIELDS = frozenset({"tổng cục", "cục", "vụ", "viện", "chi cục"})
#: Kinds that are bodies by themselves where they are printed with a capital.
_COMPLETE_IN_CAPITALS = frozenset({"văn phòng", "trạm y tế", "tyt"})
_TEAMS = frozenset({"tổ", "đội", "tiểu ban"})
#: Heads after whose field a place may stand without its level: `Trung tâm Y tế Tây Bắc`.
_PLACED = frozenset(
    {"trung tâm", "viện", "trường", "bệnh viện", "công ty", "học viện", "chi nhánh", "nhà máy", "đại học"}
)
#: Bodies that are called by their number: `Trung đoàn 880`, `Tổ công tác số 2`.
_NUMBERED = frozenset({"sư đoàn", "trung đoàn", "tiểu đoàn", "lữ đoàn", "đại đội", "hải đội", "tổ công tác"})
#: Bodies that have branches.
_BRANCHED = (
    "agribank",
    "vietinbank",
    "vietcombank",
    "bidv",
    "viettel",
    "vnpt",
    "ngân hàng",
    "nhcsxh",
    "tập đoàn",
    "công ty",
    "tổng công ty",
    "quỹ",
    "kho bạc",
)
#: Heads that may own the name before them.
_OWNERS = (COMPLETE, FIELD)
#: How many owners a name may have one over the other.
_DEEPEST = 3
_FIELD_OWNERS = frozenset(
    {"bộ", "sở", "cục", "vụ", "tổng cục", "chi cục", "viện", "trường", "trung tâm", "hội", "đoàn", "ủy ban", "hội đồng",
     "bệnh viện", "công ty", "tổng công ty", "tập đoàn", "ban chỉ đạo", "ban quản lý", "công đoàn ngành", "đại học",
     "học viện", "ban tổ chức",
     "trường trung học phổ thông", "trường thpt", "trường trung học cơ sở", "trường thcs", "trường th&thcs",
     "trường tiểu học", "trường th", "trường mầm non", "trường đại học", "trường cao đẳng", "trường trung cấp",
     "trường phổ thông", "trung tâm y tế", "hợp tác xã", "htx", "xí nghiệp", "nhà máy"}
)  # fmt: skip

_SMALL_OWNERS = frozenset(
    {"huyện ủy", "thành ủy", "thị ủy", "tỉnh ủy", "quận ủy", "đảng ủy", "công đoàn", "bảo hiểm xã hội"}
)
_COUNCILS = frozenset({"hđnd", "hội đồng nhân dân"})
#: Heads that take a field in capitals even when they are printed in small letters: `phòng Kinh tế`.
_SMALL = frozenset({"phòng", "ban", "vp"})
#: Heads that are read in small letters too, whatever follows.
_SMALL_WITH_FIELDS = _SMALL | _PROJECTS
#: The last syllables of determiners (`toàn thể`, `một số`), of titles (`giám đốc các`) and of classes of persons.
_DETERMINERS = frozenset({"các", "mọi", "mỗi", "từng", "những", "thể", "số"})
_TITLES = frozenset(
    {
        "của",
        "diện",
        "thể",
        "tập",
        "nhiệm",
        "tra",
        "toán",
        "lệnh",
        "đốc",
        "tịch",
        "trưởng",
        "chánh",
        "án",
        "thư",
        "đạo",
        "đầu",
        "các",
    }
)
#: Titles after which the office begins small: `Chánh văn phòng`.
_OFFICES = frozenset({"chánh", "trưởng", "đốc"})
_PEOPLE = frozenset({"đầu", "biểu", "bộ", "viên", "chức"})
_WITH_PERSONS = (", cá nhân", " và cá nhân", " hoặc cá nhân")
#: How what joins a name to its owner begins: the cheap question before the pattern.
_OF = (" thuộc ", " của ", " trực thuộc ", " các ")
_OF_BEGINNINGS = frozenset({"thuộc", "của", "trực", "các"})
#: How a name ends that may be one of a committee after its level: `Huyện ủy`, `Tỉnh đoàn`.
_COMMITTEE_ENDS = (" ủy", "oàn")

_Shape = tuple[int, int, tuple[int, int] | None, bool, "Name | None"]
"""How far a name goes and what it ends in: `own_end`, `end`, `level`, `placed` and `owner` of `Name`."""


class NameGrammar:
    """Reads names at their heads in one text."""

    def __init__(self, text: str, lower: str, heads: Mapping[int, Head]) -> None:
        self._text = text
        self._lower = lower
        self._heads = heads

    def read(self, start: int, head: Head, depth: int = 0) -> Name | None:
        """Return the name that begins with `head` at `start`, or None where it is no name of a body here."""
        if head.is_bare:
            return self._bare(start, head)
        word = self._word_before(start)
        determined = word in _DETERMINERS or word.isdigit()
        for head_class in head.classes:
            if head_class is BARE:
                return self._bare(start, head)
            own_end = self._own_end(start, head, head_class, word, determined, depth)
            if own_end is not None:
                own_end, end, level, placed, owner = self._shape(start, head, head_class, own_end, depth)
                if head.words == "tổ chức" and self._lower.startswith(_WITH_PERSONS, end):
                    determined = True  # `tổ chức, cá nhân` is a list by itself
                begin, persons = self._with_persons(start, word)
                return Name(
                    begin, start, own_end, end, head.words, head_class, level, placed, owner, determined, persons
                )
        return None

    def _word_before(self, position: int) -> str:
        """Return the word before `position` in small letters, if only a space parts them."""
        if self._lower[position - 1 : position] != " ":
            return ""
        word = self._lower[max(0, position - 20) : position - 1].rpartition(" ")[2]
        return word.rpartition("\n")[2] if "\n" in word else word

    def further_places(self, name: Name) -> Iterator[Name]:
        """Yield the other places after a name of several: `UBND các huyện Tư Nghĩa, Mộ Đức` is two bodies."""
        if name.level is None or not name.placed or not self._lower.startswith("các ", name.level[0]):
            return
        end = name.end
        while (joint := patterns.ANOTHER_PLACE.match(self._text, end)) and joint.end() + 1 not in self._heads:
            place = patterns.PLACE_NAME.match(self._text, joint.end())
            if place is None:
                return
            end = place.end()
            yield Name(place.start() + 1, place.start() + 1, end, end, place.group().strip().lower(), BARE)

    def _bare(self, start: int, head: Head) -> Name | None:
        """Return a field of work that stands in a list without its head: it begins with a capital after a joint."""
        if self._text[start].isupper() and (
            self._text[max(0, start - 2) : start] in (", ", ": ", " (") or self._word_before(start) in ("và", "như")
        ):
            end = start + head.size
            return Name(start, start, end, end, head.words, BARE)
        return None

    def _own_end(
        self, start: int, head: Head, head_class: HeadClass, word: str, determined: bool, depth: int
    ) -> int | None:
        """Return where the head with its field ends, or None where `head_class` does not fit."""
        if head_class is FIELD:
            return self._end_of_field(start, head, word, determined, depth)
        words, end = head.words, start + head.size
        if head_class is COMPLETE:
            # `Bộ trưởng Bộ Y tế` is read from its ministry.
            return None if words == "bộ trưởng" and self._lower.startswith(" bộ ", end) else end
        if words == "tổ chức" and not determined and not patterns.NOUN_FOLLOWS.match(self._lower, end):
            return None  # the verb
        if words in _FIELDED and (field := self._match(patterns.fields(), self._lower, end)):
            mods = self._modifiers(end)
            return mods.end() if mods and mods.end() > field.end() else field.end()
        return end

    def _end_of_field(self, start: int, head: Head, word: str, determined: bool, depth: int) -> int | None:
        words, end = head.words, start + head.size
        capital = self._text[start].isupper() or word in _OFFICES
        if not capital and words not in _SMALL_WITH_FIELDS and not self._text[end + 1 : end + 2].isupper():
            return None  # the common case of a common noun: `viện`, `đội`, `trường`
        closed = words in _CLOSED
        if capital and not closed and self._owner_at(end):
            return end
        if words in _PROJECTS and (project := self._match(patterns.PROJECTS, self._text, end)):
            return max(project.end(), patterns.proper_name(self._text, self._lower, end) or 0)
        kinds = self._heads.get(end + 1)
        if capital and words in _YOUTH and kinds and STRONG in kinds.classes:
            return end + 1 + kinds.size  # `Đoàn trường học`
        field = self._match(patterns.state_fields() if closed else patterns.fields(), self._lower, end)
        if field and (self._text[end + 1].isupper() or (capital and words != "thanh tra")):
            longer = None if closed else patterns.proper_name(self._text, self._lower, end)
            if longer and (words in _LONG_FIELDS or patterns.WHOLE_LIST.search(self._text, end, longer)):
                return max(field.end(), longer)
            place = patterns.PLACE_NAME.match(self._text, field.end()) if words in _PLACED else None
            return place.end() if place else field.end()
        if closed:
            # `Sở`, `Bộ` with a capital and no field is the one that the document comes from.
            return end if capital and not determined and (depth or self._alone(end) or self._amid(start)) else None
        if not capital and words not in _SMALL:
            return None
        if words in _STATIONED:
            return end if patterns.PLACE_NAME.match(self._text, end) or self._tail(end) else None
        if capital and words in _OPEN and self._text[end + 1 : end + 2].islower() and (mods := self._modifiers(end)):
            return mods.end()
        if name_end := patterns.proper_name(self._text, self._lower, end):
            return name_end
        if not capital:
            return None
        if words in _OPEN:
            pattern = patterns.team_name() if words in _TEAMS else patterns.open_name()
            if name := self._match(pattern, self._text, end):
                return name.end()
        # Alone, or before its place: `Văn phòng`, `Công đoàn ngành`, `Đoàn xã`.
        several = " " in words and words != "thanh tra" and not head.is_kind
        return end if several or words in _COMPLETE_IN_CAPITALS or self._tail(end) else None

    def _match(self, pattern: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
        """Match `pattern`, which begins with a space, at `position`."""
        return pattern.match(text, position) if text[position : position + 1] == " " else None

    def _next_word(self, position: int) -> str:
        """Return the word that begins after the space at `position`, in small letters, without its punctuation."""
        return self._lower[position + 1 : position + 12].partition(" ")[0].partition("\n")[0].rstrip(",.;:)")

    def _modifiers(self, position: int) -> re.Match[str] | None:
        """Match what may follow a kind as part of its name; the next word says whether it can."""
        if self._next_word(position) not in patterns.modifier_beginnings():
            return None
        return self._match(patterns.modifiers(), self._lower, position)

    def _tail(self, position: int) -> re.Match[str] | None:
        if self._next_word(position) not in patterns.tail_beginnings():
            return None
        match = self._match(patterns.tail(), self._text, position)
        return match if match and match.end() > position else None

    def _alone(self, position: int) -> bool:
        return self._text[position : position + 1] in ",;.:)\n" or position == len(self._text)

    def _amid(self, position: int) -> bool:
        """Say whether `position` stands amid a sentence: a capital there is meant."""
        return self._text[position - 1 : position] == " " and self._text[position - 2].islower()

    def _owner_at(self, position: int) -> tuple[int, Head] | None:
        """Return where the head begins that may own the name which ends at `position`, and the head."""
        if self._lower[position : position + 1] != " ":
            return None
        start = position + 1
        head = self._heads.get(start)
        if (
            head is None
            and self._lower.startswith(_OF, position)
            and (match := patterns.OF.match(self._lower, position))
        ):
            start = match.end()
            head = self._heads.get(start)
        return (start, head) if head and (COMPLETE in head.classes or head.words in _FIELD_OWNERS) else None

    def _shape(self, start: int, head: Head, head_class: HeadClass, end: int, depth: int) -> _Shape:
        """Return where the name ends whose head and field end at `end`, with its level, its place and its owner."""
        if self._lower[end : end + 1] == " " and self._may_go_on(head, head_class, end):
            if head_class is FIELD and (quoted := patterns.QUOTED.match(self._text, end)):
                end = quoted.end()
            if head.words in _branched() and (branch := patterns.BRANCH.match(self._text, end)):
                return branch.end(), branch.end(), None, True, None
            if head.words in _NUMBERED and (number := patterns.NUMBER.match(self._text, end)):
                return number.end(), number.end(), None, True, None
            if head_class is COMPLETE and (owner := self._owner(end, depth)):
                return end, owner.end, owner.level, owner.placed, owner
            if head_class is not FIELD and (mods := self._modifiers(end)):
                end = mods.end()
            if owner := self._owner(end, depth):
                return end, owner.end, owner.level, owner.placed, owner
            if (
                head.words in _STATIONED
                and not self._tail(end)
                and (place := patterns.PLACE_NAME.match(self._text, end))
            ):
                return place.end(), place.end(), None, True, None
            if tail := self._tail(end):
                end = tail.end()
                if mods := self._modifiers(end):
                    end = mods.end()
                if owner := self._owner(end, depth):
                    return end, owner.end, owner.level, owner.placed, owner
                return end, end, tail.span("level") if tail["level"] else None, tail["place"] is not None, None
        if self._lower.endswith(_COMMITTEE_ENDS, 0, end) and (
            level := patterns.COMMITTEE.search(self._lower, start, end)
        ):
            place = self._match(patterns.PLACE_NAME, self._text, end)
            last = place.end() if place else end
            return last, last, (level.start(), end), place is not None, None
        return end, end, None, False, None

    def _may_go_on(self, head: Head, head_class: HeadClass, position: int) -> bool:
        """Say whether anything that `_shape` knows can follow at `position`: one look at the next word, mostly."""
        word = self._next_word(position)
        return (
            position + 1 in self._heads
            or word in _OF_BEGINNINGS
            or word in patterns.tail_beginnings()
            or (word in patterns.modifier_beginnings() if head_class is not FIELD else word[:1] == '"')
            or head.words in _placed_alone()
        )

    def _owner(self, position: int, depth: int) -> Name | None:
        """Return the body named right after `position` as the owner of the name that ends there."""
        found = self._owner_at(position) if depth < _DEEPEST else None
        if found is None:
            return None
        start, head = found
        if not (self._text[start].isupper() or head.words in _SMALL_OWNERS):
            return None
        owner = self.read(start, head, depth + 1)
        if owner is None or owner.head_class not in _OWNERS:
            return None
        # `Văn phòng HĐND và UBND tỉnh` is one office of two bodies.
        if owner.words in _COUNCILS and (joint := patterns.COUNCIL_JOINT.match(self._lower, owner.end)):
            other = self._heads.get(joint.end())
            both = self.read(joint.end(), other, depth + 1) if other else None
            if both:
                return both._replace(start=owner.start, head=owner.head, words=owner.words)
        return owner

    def _with_persons(self, start: int, word: str) -> tuple[int, bool]:
        """Return where the name begins with the persons before it, and whether it only tells whose they are."""
        if word == "các" and self._word_before(start - 4) not in _TITLES:
            return start, False
        if word in _TITLES and (person := patterns.PERSON.match(self._text, max(0, start - 40), start)):
            start = person.start()
            word = self._word_before(start)
        if word in _PEOPLE and (persons := patterns.PERSONS.match(self._lower, max(0, start - 20), start)):
            return persons.start(), True
        return start, False


@cache
def _branched() -> frozenset[str]:
    """Return the heads of bodies that have branches."""
    heads = load("bodies")["heads"]
    return frozenset(
        words
        for head_class in (COMPLETE, FIELD, STRONG, WEAK)
        for words in heads[head_class.value]
        if words.startswith(_BRANCHED)
    )


@cache
def _placed_alone() -> frozenset[str]:
    """Return the heads after which a branch, a number or a place may stand without a level."""
    return _branched() | _NUMBERED | _STATIONED
