"""Named rules that give every list of bodies its role, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import regex

from extractor.find.bodies.coordination import joined
from extractor.find.mentions import BodyMention, CitationMention, ResponsibilityMention
from extractor.find.responsibilities.cues import after, before
from extractor.reading import Paragraph, PartOfDocument, Reading
from schemas.vocabulary import Role, SectionKind

__all__ = ["find_responsibilities"]

_CLAUSE_END = regex.compile(r"(?<!\b(?:TP|Tp|TX|Đ/c|PGS|TS|ThS|GS|Q|H|P))[.;:](?=[ \"]|$)")
_SENTENCE_END = regex.compile(r"[.;](?=[ \"]|$)|\n")


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies that stand in one list, with the words before and after them in their clause."""

    members: tuple[BodyMention, ...]
    paragraph: Paragraph
    before: str
    after: str

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return self.members[-1].end


def find_responsibilities(
    reading: Reading, bodies: list[BodyMention], citations: list[CitationMention]
) -> list[ResponsibilityMention]:
    """Return a record for each place where the document makes a body answerable for work."""
    found: list[ResponsibilityMention] = []
    blocks: list[tuple[int, frozenset[str]]] = []  # (end, bodies) of the headed blocks that are open
    for group in _groups(reading, bodies):
        while blocks and blocks[-1][0] <= group.start:
            blocks.pop()
        above = frozenset[str]().union(*(names for _, names in blocks)) if blocks else frozenset[str]()
        decided = _decide(reading, group, above)
        if decided is None:
            continue
        roles, block_end = decided
        if block_end > group.paragraph.end:
            blocks.append((block_end, frozenset(member.body for member in group.members)))
        task = _task(reading, group, block_end)
        found += [
            ResponsibilityMention(member, role, (task,) if task else ())
            for member, role in zip(group.members, roles, strict=True)
        ]
    return found


def _groups(reading: Reading, bodies: Iterable[BodyMention]) -> Iterator[Group]:
    text = reading.text
    members: list[BodyMention] = []
    for body in bodies:
        if members and not joined(text[members[-1].end : body.start]):
            yield _group(reading, members)
            members = []
        members.append(body)
    if members:
        yield _group(reading, members)


def _group(reading: Reading, members: list[BodyMention]) -> Group:
    start, end = members[0].start, members[-1].end
    paragraph = reading.paragraph_at(start)
    clause = max(paragraph.content, start - 400)  # a long paragraph must not be read again for each of its bodies
    for match in _CLAUSE_END.finditer(reading.text, clause, start):
        clause = match.end()
    return Group(tuple(members), paragraph, reading.text[clause:start].lstrip(), reading.text[end : min(paragraph.end, end + 240)])


_HEADING_LEAD = regex.compile(
    r"(?i)(?:(?:kính )?đề nghị|giao|yêu cầu|đối với|trách nhiệm (?:cụ thể )?của|nhiệm vụ (?:cụ thể )?của|về phía|phân công|các quy định đối với|chỉ tiêu thuộc trách nhiệm (?:trực tiếp )?của|cấp)?:? ?(?:các |mọi |toàn thể )?"
)
_HEADING_REST = regex.compile(r" ?(?:\([^()\n]{0,80}\))?[.:]?(?: ?[-+])?$")


def _decide(reading: Reading, group: Group, above: frozenset[str]) -> tuple[list[Role], int] | None:
    """Return a role for each member and the end of the block that they govern, or None."""
    text = reading.text
    paragraph = group.paragraph
    if _HEADING_LEAD.fullmatch(text[paragraph.content : group.start]) and (block := _block(reading, group)):
        return [_heading_role(reading, group, member, block) for member in group.members], block
    role = _role_by_cue(reading, group)
    if role is None:
        role = _role_as_subject(reading, group, above)
    if role is None:
        return None
    return [role] * len(group.members), group.paragraph.end


def _block(reading: Reading, group: Group) -> int | None:
    """Return the end of the block that `group` heads, or None where it heads none."""
    paragraph = group.paragraph
    rest = reading.text[group.end : paragraph.end]
    alone = _HEADING_REST.fullmatch(rest) is not None
    if not alone and not regex.match(r" ?(?:\([^()\n]{0,80}\))? ?:", rest):
        return None
    unit = reading.unit_at(group.start)
    if unit is not None and unit.end > paragraph.end:
        return unit.end
    if alone:
        following = reading.paragraph_index(group.start) + 1
        if following < len(reading.paragraphs) and reading.paragraphs[following].part is paragraph.part and rest.strip():
            return reading.paragraphs[following].end
        return None
    return paragraph.end


def _heading_role(reading: Reading, group: Group, member: BodyMention, block: int) -> Role:
    text = reading.text
    for match in _LEADS.finditer(text, group.end, block):
        begin = max(text.rfind(mark, group.end, match.start()) for mark in (";", ".", "\n", ":"))
        subject = text[begin + 1 : match.start()]
        if _NO_SUBJECT.fullmatch(subject):
            return Role.LEAD
        if text[member.start : member.end].lower() in subject.lower():
            return Role.LEAD
    return Role.EXECUTE


_LEADS = regex.compile(r"(?i)chủ trì")
_NO_SUBJECT = regex.compile(r"(?:[\s(]|[-+*]|\d{1,2}(?:\.\d{1,2})*[.)-]*|[a-zđ][.)])*(?:[\p{L},]++ ){0,8}")


def _role_by_cue(reading: Reading, group: Group) -> Role | None:
    words, rest = group.before, group.after
    cue = before()
    following = after()
    # The label stands in the clause before the colon.
    label = reading.text[max(group.paragraph.content, group.start - 60) : group.start]
    if cue["lead"].search(label) or following["lead"].match(rest):
        if cue["lead"].search(label) or _stands_as_subject(words) or cue["direct"].search(words):
            return Role.LEAD
    if cue["coordinate_label"].search(label):
        return Role.COORDINATE
    if cue["execute_label"].search(label):
        return Role.EXECUTE
    if cue["via"].search(reading.text[max(0, group.start - 30) : group.start]):
        return Role.VIA
    if cue["coordinate"].search(words):
        return Role.COORDINATE
    if cue["direct"].search(words) and following["verb"].match(rest):
        return Role.COORDINATE if following["coordinate"].match(rest) and "chủ trì" not in rest[:60] else Role.EXECUTE
    if cue["report"].search(words):
        return Role.REPORT_TO
    if cue["owner"].search(words):
        return Role.EXECUTE
    return None


def _stands_as_subject(words: str) -> bool:
    if regex.fullmatch(r"(?i)(?:\d+%|bình quân|\p{L}{0,0})? ?(?:các |mọi |mỗi |từng |toàn thể |đồng chí |bình quân mỗi |100% )?", words):
        return True
    return before()["adverbial"].match(words) is not None and regex.search(r"(?i)(?:, |hàng năm |đề nghị )(?:các |mọi |mỗi )?$", words) is not None


def _role_as_subject(reading: Reading, group: Group, above: frozenset[str]) -> Role | None:
    if not _stands_as_subject(group.before):
        return None
    if not after()["verb"].match(group.after):
        return None
    unit = reading.unit_at(group.start)
    if unit is not None:
        top = reading.ancestors(unit)[-1] if unit.parent is not None else unit
        if top.kind is SectionKind.TINH_HINH:
            return None
    if all(member.body in above for member in group.members):
        return None
    if _is_issuer(reading, group) and after()["directs"].match(group.after):
        return None
    if group.paragraph.part is PartOfDocument.PREAMBLE:
        return None
    return Role.EXECUTE


def _is_issuer(reading: Reading, group: Group) -> bool:
    issuer = reading.header.issuer
    if issuer is None:
        return group.paragraph.part in (PartOfDocument.PREAMBLE, PartOfDocument.CLOSING)
    return any(issuer in (member.body, member.parent_body) or member.body in issuer for member in group.members)


def _task(reading: Reading, group: Group, block_end: int) -> tuple[int, int] | None:
    """Return the span of the work: the block under a heading, else the rest of the sentence."""
    text = reading.text
    end = block_end
    if block_end <= group.paragraph.end:
        stop = _SENTENCE_END.search(text, group.end, group.paragraph.end)
        end = stop.start() if stop else group.paragraph.end
    begin = group.end
    while begin < end and text[begin] in " :,.;\n":
        begin += 1
    return (begin, end) if begin < end else None
