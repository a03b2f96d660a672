"""Which bodies are answerable for which work: headed blocks first, then what is left by cue and as subject."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from extractor.find.bodies import canon_of
from extractor.find.bodies.canonical import Canon
from extractor.find.first_words import first_words
from extractor.find.mentions import BodyMention, CitationMention, ResponsibilityMention
from extractor.find.responsibilities.after import AFTER
from extractor.find.responsibilities.blocks import LONGEST_LEAD_IN, block_of, may_be_heading, name_goes_on
from extractor.find.responsibilities.chairs import Block, chaired
from extractor.find.responsibilities.cues import DETERMINING, last_word
from extractor.find.responsibilities.dispatch import role_by_cue, rules_at
from extractor.find.responsibilities.drafts import Drafts
from extractor.find.responsibilities.enacting import EnactingLists
from extractor.find.responsibilities.groups import Group, find_lists, words_after
from extractor.find.responsibilities.rules import ANY_BODY, NEAR, Rule, Ruling, is_label, only_works_with
from extractor.find.responsibilities.schedules import is_cell, role_in_column, schedules
from extractor.find.responsibilities.subjects import (
    CONSEQUENCE,
    may_be_after_adverbial,
    may_be_subject,
    name_up_to_modal,
    role_as_subject,
    subject_after_adverbial,
    tells_of_the_past,
)
from extractor.find.responsibilities.tasks import Part, tasks_of
from extractor.find.table_rows import Tables
from extractor.reading import Paragraph, PartOfDocument, Reading
from schemas.vocabulary import DocumentType, Role

__all__ = ["find_responsibilities"]


def find_responsibilities(
    reading: Reading, bodies: list[BodyMention], citations: list[CitationMention]
) -> list[ResponsibilityMention]:
    """Return a record for each place where the document makes a body answerable for work."""
    finder = _Finder(reading)
    for members in find_lists(reading, bodies):
        finder.read(members)
    return finder.records()


class _Finder:
    """Reads the lists of a document in order: who was told something before tells of those who come after.

    Most lists give no record, and are told by the words next to them; only then is a list looked at in its clause.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text, self._lowered = reading.text, reading.lowered
        self._is_report = reading.header.doc_type is DocumentType.BAO_CAO
        self._drafts = Drafts(reading.text)
        self._paragraph: Paragraph | None = None
        self._enacting_lists = EnactingLists(reading.text, first_words(reading).enacting)
        self._enacting: list[tuple[int, int]] = []  # those of that paragraph which are not yet over, the next one last
        self._planned = deque(schedules(reading))
        self._tables = Tables(reading)
        self._has_tables = bool(self._tables)
        self._open: list[Block] = []  # the headed blocks round the present list, the innermost last
        self._headed: list[Block] = []
        self._heard = 0  # where the list ends that was made answerable last
        self._told = -1  # where the clause begins in which somebody has just been told to do something
        self._canon: Canon | None = None

    def records(self) -> list[ResponsibilityMention]:
        """Return the records of all that has been read."""
        drafts = self._drafts
        for index in chaired(self._reading, self._headed, drafts.bodies):
            drafts.give_the_lead(index)
        return drafts.records(tasks_of(self._reading, drafts.parts, self._tables))

    def read(self, members: Sequence[BodyMention]) -> None:
        """Read the next list."""
        start = members[0].start
        paragraph = self._paragraph
        if paragraph is None or start >= paragraph.end:
            paragraph = self._paragraph = self._reading.paragraph_at(start)
            self._enacting = self._enacting_lists.within(paragraph)
        if paragraph.part is PartOfDocument.TITLE:
            return
        while self._open and self._open[-1].end <= start:
            self._open.pop()
        if (self._enacting or self._planned or self._has_tables) and self._by_place(paragraph, members):
            return
        content = paragraph.content
        printed = start - content
        near = self._lowered[start - NEAR if printed > NEAR else content : start]
        if members[-1].body in ANY_BODY and is_label(near, words_after(self._text, paragraph, members)):
            members = members[:-1]  # `Đơn vị chủ trì: Sở A; đơn vị phối hợp: …`
            if not members:
                return
        rest, _, word = near.rstrip(" ").rpartition(" ")
        last = word if word.isalpha() and word not in DETERMINING else last_word(near)
        if printed <= LONGEST_LEAD_IN and may_be_heading(near, printed, last) and self._by_heading(paragraph, members):
            return
        end = members[-1].end
        following = self._text[end : end + 2]
        if following in _BRACKET and self._by_remark(paragraph, members):
            return
        if self._is_report and tells_of_the_past(self._reading, start):
            return
        rules = rules_at(near, last)
        speaks = following[:1] in _BEFORE_PREDICATE or near.endswith(CONSEQUENCE)
        if rules or (speaks and self._may_be_told(paragraph, rest, word, members)):
            self._by_words(Group(self._reading, paragraph, members), near, last, rules)
        else:
            self._told = -1

    def _by_place(self, paragraph: Paragraph, members: Sequence[BodyMention]) -> bool:
        """Read a list that is told by where it stands: in an enacting clause, a schedule, a column of a table."""
        start = members[0].start
        while self._enacting and self._enacting[-1][1] <= start:
            self._enacting.pop()
        if self._enacting and self._enacting[-1][0] <= start:
            group = Group(self._reading, paragraph, members)
            self._drafts.add(Part(group, Role.EXECUTE, "enacting", (self._enacting[-1][1], 0)))
            return True
        while self._planned and self._planned[0][1] <= start:
            self._planned.popleft()
        if self._planned and self._planned[0][0] <= start:
            group = Group(self._reading, paragraph, members)
            if is_cell(group):
                self._drafts.add(Part(group, Role.EXECUTE, "schedule"))
                return True
        column = role_in_column(self._tables.head(start)) if self._has_tables else None
        if column is not None:
            group = Group(self._reading, paragraph, members)
            if longer := name_goes_on(self._reading, paragraph, group.end):
                group = self._lengthened(group, longer)
            self._drafts.add(Part(group, column, "column"))
        return column is not None

    def _by_heading(self, paragraph: Paragraph, members: Sequence[BodyMention]) -> bool:
        """Read a list that heads a block."""
        work = block_of(self._reading, paragraph, members)
        if work is None:
            return False
        group = Group(self._reading, paragraph, members)
        if longer := name_goes_on(self._reading, paragraph, group.end):
            group = self._lengthened(group, longer)
        named = [member for member in group.members if not member.persons]
        block = Block(
            work[1],
            tuple(self._text[member.start : member.end].lower() for member in named),
            frozenset(member.body for member in named),
            len(self._drafts),
            len(self._drafts) + len(named),
        )
        self._open.append(block)
        self._headed.append(block)
        self._heard = group.end
        role = Role.COORDINATE if group.after.startswith(" phối hợp") else Role.EXECUTE
        self._drafts.add(Part(group, role, "heading", work))
        return True

    def _by_remark(self, paragraph: Paragraph, members: Sequence[BodyMention]) -> bool:
        """Read a list whose last member presides, as a remark in brackets says: `Sở Y tế (chủ trì)`."""
        group = Group(self._reading, paragraph, members)
        if not group.after.startswith(" (") or not AFTER.chair.match(group.after):
            return False
        self._drafts.add(Part(group.of(group.members[-1:]), Role.LEAD, "chair"))
        return True

    def _may_be_told(self, paragraph: Paragraph, rest: str, word: str, members: Sequence[BodyMention]) -> bool:
        """Say whether a list without a cue may get a role: as a subject, or as a part of one."""
        return may_be_subject(self._text, rest, word, members[-1].end, paragraph.end) or (
            len(members) > 1 and may_be_after_adverbial(self._text, members)
        )

    def _by_words(self, group: Group, near: str, last: str, rules: tuple[Rule, ...]) -> None:
        """Read a list by the words of its clause."""
        ruling = role_by_cue(self._reading, group, near, last, rules, self._heard) if rules else None
        if ruling is None and self._told == group.clause:
            ruling = self._in_turn(group)
        if ruling is None and self._text.startswith(")", group.end):
            ruling = self._part_of(group)
        if ruling is None and rules:
            rest, _, word = near.rstrip(" ").rpartition(" ")
            if not self._may_be_told(group.paragraph, rest, word, group.members):
                self._told = -1
                return
        if ruling is None:
            group, ruling = self._as_subject(group)
        self._told = -1
        if ruling is not None:
            if ruling[0] is Role.EXECUTE or ruling[0] is Role.LEAD:
                self._told = group.clause
            self._heard = group.end
            self._drafts.add(Part(group, *ruling))

    def _as_subject(self, group: Group) -> tuple[Group, Ruling | None]:
        """Return the role of a list as the subject of a task, which may have fewer members or a longer name."""
        if self._open and self._repeats(group):
            return group, None
        ruling = role_as_subject(self._reading, group)
        if ruling is None and len(group.members) > 1 and (rest := subject_after_adverbial(self._reading, group)):
            group, ruling = rest, role_as_subject(self._reading, rest)
        if ruling is not None and (longer := name_up_to_modal(group)):
            group = self._lengthened(group, longer)
        return group, ruling

    def _lengthened(self, group: Group, end: int) -> Group:
        self._canon = self._canon or canon_of(self._reading)
        last = group.members[-1]
        body = self._canon.longer(last.body, self._text[last.end : end])
        return group.of((*group.members[:-1], last._replace(end=end, body=body)))

    def _in_turn(self, group: Group) -> Ruling | None:
        """Return the role of who is told next in one command: `Giao A bố trí kinh phí, B chuẩn bị hội trường`."""
        if not group.before.endswith(", ") or any(body.kind for body in group.members):
            return None
        if not AFTER.verb.match(group.after):
            return None
        return (Role.COORDINATE if only_works_with(group) else Role.EXECUTE), "in_turn"

    def _part_of(self, group: Group) -> Ruling | None:
        """Return the role of the part named in brackets after its owner: `gửi về Bộ Tài chính (Vụ Ngân sách)`."""
        if not self._text.endswith(" (", 0, group.start):
            return None
        above = self._drafts.last_to_be_told()
        return (Role.REPORT_TO, "part_of") if above is not None and above.end == group.start - 2 else None

    def _repeats(self, group: Group) -> bool:
        """Say whether the subject is the body of the block again, by its name or by a word for any body."""
        member = group.members[0]
        printed = self._text[member.start : member.start + 80].lower()
        return any(
            member.body in block.bodies or member.body in _ITSELF or printed.startswith(block.names)
            for block in self._open
        )


#: How a remark begins that may say who presides; a bracket of the list itself may close before it.
_BRACKET = (" (", ") ")
#: What stands between a subject and its predicate; a bracket of the subject itself may close there.
_BEFORE_PREDICATE = frozenset(" ,()")
#: Words by which a block calls the body that heads it.
_ITSELF = frozenset({"Đơn vị", "Cơ quan"})
