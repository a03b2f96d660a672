"""The grammar of one name: a head, its field of work or its modifiers, its level and place, its owner."""

from __future__ import annotations

import re
from collections.abc import Mapping

from extractor.find.bodies import patterns
from extractor.find.bodies.before import DETERMINERS, LEADING, OFFICES, TELLING, with_persons, word_before
from extractor.find.bodies.heads import BARE, COMPLETE, FIELD, STRONG, WEAK, Head, HeadClass
from extractor.find.bodies.name import Name
from extractor.find.bodies.traits import (
    CLOSED,
    COMMITTEE_ENDS,
    COMPLETE_IN_CAPITALS,
    COUNCILS,
    FIELDED,
    LONG_FIELDS,
    NUMBERED,
    OPEN,
    PLACED,
    PROJECTS,
    SMALL,
    SMALL_OWNERS,
    STATIONED,
    TEAMS,
    YOUTH,
)

__all__ = ["NameGrammar"]


_KINDS = (STRONG, WEAK)
#: Heads that may own the name before them.
_OWNERS = (COMPLETE, FIELD)
#: How many owners a name may have one over the other.
_DEEPEST = 3
_WITH_PERSONS = (", cá nhân", " và cá nhân", " hoặc cá nhân")
#: How what joins a name to its owner begins.
_OF = frozenset({"thuộc", "của", "trực", "các"})

_Shape = tuple[int, int, tuple[int, int] | None, bool, "Name | None"]
"""How far a name goes and what it ends in: `own_end`, `end`, `level`, `placed` and `owner` of `Name`."""


class NameGrammar:
    """Reads names at their heads in one text."""

    def __init__(self, text: str, lower: str, heads: Mapping[int, Head]) -> None:
        self._text = text
        self._lower = lower
        self._heads = heads
        self._follows = patterns.follows().match

    def read(self, start: int, head: Head, depth: int = 0) -> Name | None:
        """Return the name that begins with `head` at `start`, or None where it is no name of a body here."""
        if head.is_bare:
            return self._bare(start, head)
        lower, head_end = self._lower, start + head.size
        word, determined = "", False
        if start < 3 or lower[start - 3 : start] in TELLING:
            word = word_before(lower, start)
            determined = word in DETERMINERS or word.isdigit()
        for head_class in head.classes:
            end: int | None = head_end
            if head_class is FIELD:
                capital = self._text[start].isupper() or word in OFFICES
                if not (capital or head.is_small or self._text[head_end + 1 : head_end + 2].isupper()):
                    continue  # the common case of a common noun: `viện`, `đội`, `trường`
                end = self._end_of_field(start, head, capital, determined, depth)
            elif head_class is BARE:
                return self._bare(start, head)
            elif not head.is_plain:
                end = self._end_of_kind(head, head_class, head_end, determined)
            if end is None:
                continue
            follows = self._follows(lower, end)
            if follows is not None or head.goes_on or end + 1 in self._heads:
                word_after = follows[1] if follows is not None else ""
                own_end, end, level, placed, owner = self._shape(start, head, head_class, end, word_after, depth)
            elif head.is_committee or end != head_end:
                own_end, end, level, placed, owner = self._committee(start, end)
            else:
                own_end, level, placed, owner = end, None, False, None
            if head.words == "tổ chức" and lower.startswith(_WITH_PERSONS, end):
                determined = True  # `tổ chức, cá nhân` is a list by itself
            begin, persons = with_persons(self._text, lower, start, word) if word in LEADING else (start, False)
            words, kind = head.words, head_class in _KINDS
            return Name(begin, start, own_end, end, words, head_class, level, placed, owner, determined, persons, kind)
        return None

    def further_places(self, name: Name) -> list[Name]:
        """Return the other places after a name of several: `UBND các huyện Tư Nghĩa, Mộ Đức` is two bodies."""
        found: list[Name] = []
        if name.level is None or not name.placed or not self._lower.startswith("các ", name.level[0]):
            return found
        end = name.end
        while (joint := patterns.ANOTHER_PLACE.match(self._text, end)) and joint.end() + 1 not in self._heads:
            place = patterns.PLACE_NAME.match(self._text, joint.end())
            if place is None:
                break
            end = place.end()
            found.append(Name(place.start() + 1, place.start() + 1, end, end, place.group().strip().lower(), BARE))
        return found

    def _bare(self, start: int, head: Head) -> Name | None:
        """Return a field of work that stands in a list without its head: it begins with a capital after a joint."""
        if self._text[start].isupper() and (
            self._text[max(0, start - 2) : start] in (", ", ": ", " (")
            or word_before(self._lower, start) in ("và", "như")
        ):
            end = start + head.size
            return Name(start, start, end, end, head.words, BARE)
        return None

    def _word_after(self, position: int) -> str:
        """Return the word after `position` in small letters, if it is one that may go on with a name."""
        match = self._follows(self._lower, position)
        return match[1] if match is not None else ""

    def _end_of_kind(self, head: Head, head_class: HeadClass, end: int, determined: bool) -> int | None:
        """Return where a head without a field ends, `end` as a rule, or None where `head_class` does not fit."""
        words = head.words
        if head_class is COMPLETE:
            # `Bộ trưởng Bộ Y tế` is read from its ministry.
            return None if words == "bộ trưởng" and self._lower.startswith(" bộ ", end) else end
        if words == "tổ chức" and not determined and not patterns.NOUN_FOLLOWS.match(self._lower, end):
            return None  # the verb
        if words in FIELDED and (field := patterns.fields().match(self._lower, end)):
            mods = self._modifiers(end, self._word_after(end))
            return mods.end() if mods and mods.end() > field.end() else field.end()
        return end

    def _end_of_field(self, start: int, head: Head, capital: bool, determined: bool, depth: int) -> int | None:
        """Return where the head with its field ends, or None where it has none that makes it a name.

        `capital` tells whether the head is printed as one of a name, or stands after a title.
        """
        words, end = head.words, start + head.size
        closed = words in CLOSED
        if capital and not closed and self._owner_at(end, self._word_after(end)):
            return end
        if words in PROJECTS and (project := self._match(patterns.PROJECTS, self._text, end)):
            return max(project.end(), patterns.proper_name(self._text, self._lower, end) or 0)
        kinds = self._heads.get(end + 1)
        if capital and kinds and words in YOUTH and STRONG in kinds.classes:
            return end + 1 + kinds.size  # `Đoàn trường học`
        field = (patterns.state_fields() if closed else patterns.fields()).match(self._lower, end)
        if field and (self._text[end + 1].isupper() or (capital and words != "thanh tra")):
            longer = None if closed else patterns.proper_name(self._text, self._lower, end)
            if longer and (words in LONG_FIELDS or patterns.WHOLE_LIST.search(self._text, end, longer)):
                return max(field.end(), longer)
            place = patterns.PLACE_NAME.match(self._text, field.end()) if words in PLACED else None
            return place.end() if place else field.end()
        if closed:
            # `Sở`, `Bộ` with a capital and no field is the one that the document comes from.
            return end if capital and not determined and (depth or self._alone(end) or self._amid(start)) else None
        if not capital and words not in SMALL:
            return None
        if words in STATIONED:
            return end if patterns.PLACE_NAME.match(self._text, end) or self._tail(end, self._word_after(end)) else None
        return self._end_of_other(head, end, capital)

    def _end_of_other(self, head: Head, end: int, capital: bool) -> int | None:
        """Return where a head that ends at `end` ends with a field that is not in the lexicon, or without one."""
        words = head.words
        opens = capital and words in OPEN
        if opens and self._text[end + 1 : end + 2].islower() and (mods := self._modifiers(end, self._word_after(end))):
            return mods.end()
        if name_end := patterns.proper_name(self._text, self._lower, end):
            return name_end
        if not capital:
            return None
        if opens:
            pattern = patterns.team_name() if words in TEAMS else patterns.open_name()
            if name := self._match(pattern, self._text, end):
                return name.end()
        # Alone, or before its place: `Văn phòng`, `Công đoàn ngành`, `Đoàn xã`.
        several = " " in words and words != "thanh tra" and not head.is_kind
        return end if several or words in COMPLETE_IN_CAPITALS or self._tail(end, self._word_after(end)) else None

    def _match(self, pattern: re.Pattern[str], text: str, position: int) -> re.Match[str] | None:
        """Match `pattern`, which begins with a space, at `position`."""
        return pattern.match(text, position) if text[position : position + 1] == " " else None

    def _modifiers(self, position: int, word: str) -> re.Match[str] | None:
        """Match what may follow a kind as part of its name; the `word` after `position` says whether it can."""
        if word not in patterns.modifier_beginnings():
            return None
        return self._match(patterns.modifiers(), self._lower, position)

    def _tail(self, position: int, word: str) -> re.Match[str] | None:
        """Match the level or place in which a name may end; the `word` after `position` says whether it can."""
        if word not in patterns.tail_beginnings():
            return None
        match = self._match(patterns.tail(), self._text, position)
        return match if match and match.end() > position else None

    def _alone(self, position: int) -> bool:
        return self._text[position : position + 1] in ",;.:)\n" or position == len(self._text)

    def _amid(self, position: int) -> bool:
        """Say whether `position` stands amid a sentence: a capital there is meant."""
        return self._text[position - 1 : position] == " " and self._text[position - 2].islower()

    def _owner_at(self, position: int, word: str) -> tuple[int, Head] | None:
        """Return where the head begins that may own the name which ends at `position`, and the head.

        `word` is the one after `position`, if it is one that may go on with a name.
        """
        start = position + 1
        head = self._heads.get(start)
        if head is None:
            joint = patterns.OF.match(self._lower, position) if word in _OF else None
            if joint is None:
                return None
            start = joint.end()
            head = self._heads.get(start)
        elif self._lower[position] != " ":
            return None
        return (start, head) if head is not None and head.may_own else None

    def _shape(self, start: int, head: Head, head_class: HeadClass, end: int, word: str, depth: int) -> _Shape:
        """Return where the name ends whose head and field end at `end`, with its level, its place and its owner.

        `word` is the one after `end`, if it is one that may go on with a name.
        """
        if word == '"' and head_class is FIELD and (quoted := patterns.QUOTED.match(self._text, end)):
            end = quoted.end()
            word = self._word_after(end)
        if head.goes_on:
            if head.is_branched and (branch := patterns.BRANCH.match(self._text, end)):
                return branch.end(), branch.end(), None, True, None
            if head.words in NUMBERED and (number := patterns.NUMBER.match(self._text, end)):
                return number.end(), number.end(), None, True, None
        heads = self._heads
        if head_class is COMPLETE and (word in _OF or end + 1 in heads) and (owner := self._owner(end, word, depth)):
            return end, owner.end, owner.level, owner.placed, owner
        if head_class is not FIELD and (mods := self._modifiers(end, word)):
            end = mods.end()
            word = self._word_after(end)
        if (word in _OF or end + 1 in heads) and (owner := self._owner(end, word, depth)):
            return end, owner.end, owner.level, owner.placed, owner
        if tail := self._tail(end, word):
            return self._after_tail(tail, depth)
        if head.words in STATIONED and (place := patterns.PLACE_NAME.match(self._text, end)):
            return place.end(), place.end(), None, True, None
        return self._committee(start, end)

    def _after_tail(self, tail: re.Match[str], depth: int) -> _Shape:
        """Return the shape of a name from the level or place at its end, after which its owner may stand."""
        end = tail.end()
        word = self._word_after(end)
        if word and (mods := self._modifiers(end, word)):
            end = mods.end()
            word = self._word_after(end)
        if (word in _OF or end + 1 in self._heads) and (owner := self._owner(end, word, depth)):
            return end, owner.end, owner.level, owner.placed, owner
        return end, end, tail.span("level") if tail["level"] else None, tail["place"] is not None, None

    def _committee(self, start: int, end: int) -> _Shape:
        """Return the shape of the name ``[start, end)``, which is perhaps that of a committee: `Huyện ủy Krông Nô`."""
        if self._lower.endswith(COMMITTEE_ENDS, 0, end) and (
            level := patterns.COMMITTEE.search(self._lower, start, end)
        ):
            place = patterns.PLACE_NAME.match(self._text, end)
            last = place.end() if place else end
            return last, last, (level.start(), end), place is not None, None
        return end, end, None, False, None

    def _owner(self, position: int, word: str, depth: int) -> Name | None:
        """Return the body named right after `position`, where `word` is next, as the owner of the name before it."""
        found = self._owner_at(position, word)
        if found is None or depth == _DEEPEST:
            return None
        start, head = found
        if not (self._text[start].isupper() or head.words in SMALL_OWNERS):
            return None
        owner = self.read(start, head, depth + 1)
        if owner is None or owner.head_class not in _OWNERS:
            return None
        # `Văn phòng HĐND và UBND tỉnh` is one office of two bodies.
        if owner.words in COUNCILS and (joint := patterns.COUNCIL_JOINT.match(self._lower, owner.end)):
            other = self._heads.get(joint.end())
            both = self.read(joint.end(), other, depth + 1) if other else None
            if both:
                both.start, both.head, both.words = owner.start, owner.head, owner.words
                return both
        return owner
