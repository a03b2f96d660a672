"""Cited parts of a document: ``điểm a khoản 1 Điều 6 |Nghị quyết …`` is ``Điều 6 khoản 1 điểm a``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extractor.patterns import compile_plain

__all__ = ["provisions_after", "provisions_before"]

_WINDOW = 140
_RECURRING = 512  # printed provisions that are remembered: `Điều 5`, `khoản 1 Điều 3`
_LEVELS = ("phụ lục", "mẫu", "phần", "chương", "mục", "điều", "khoản", "điểm", "tiết")
_PRINTED_LABEL = r"(?:[IVXLC]{1,6}|\d{1,3}[a-zđ]?|[a-zđ]\d{0,2})"
_LABEL = rf"(?<![\p{{L}}\d]){_PRINTED_LABEL}(?![\p{{L}}\d])"
_LEVEL = r"(?:[Đđ]i[ềê]u|[Kk]hoản|[Đđ]iểm|[Tt]iết|[Cc]hương|[Mm]ục|[Pp]hần|[Pp]hụ lục)"
_AND = r"(?:,[ ]|[ ]và[ ]|[ ]hoặc[ ]|[ ]đến[ ]|-)"
_ONE = rf"(?:(?:các|Các)[ ])?{_LEVEL}(?:[ ]số)?[ ]{_LABEL}(?:{_AND}{_LABEL}){{0,12}}+"
_FORM = r"[Mm]ẫu(?:[ ]số)?[ ][\w./-]{1,30}"
_FORMS = ("ẫu ", "ẫu số ")  # what stands before the number of a form
_ANNEXED = r"(?:Quy chế|Quy định|Điều lệ|Danh mục|Đề án|Kế hoạch|Chương trình|Nội quy)"  # what a decision promulgates
_BEFORE = compile_plain(
    rf"(?:{_ONE}|{_FORM})(?:(?:,[ ]?|;[ ]|[ ]và[ ]|[ ]của[ ]|[ ]hoặc[ ]|[ ]đến[ ]|[ ])(?:{_ONE}|{_FORM})){{0,12}}+"
    rf",?(?:[ ](?:của|tại))?(?:(?:[ ]{_ANNEXED}(?:[ ][^,;.\n]{{0,80}})?)?[ ](?:ban hành[ ])?kèm theo)?[ ]$"
)
_AFTER = compile_plain(rf"(?:[ ]\(|,[ ]|[ ]tại[ ])(?P<parts>{_ONE}(?:(?:,[ ]|[ ]và[ ]|[ ]){_ONE}){{0,6}}+)\)?")
# What stands before provisions that come after a mention.
_LEADS = (" (", ", ", " tại ")
# What a list of provisions ends with: the label of the last part, whose word it may share with others (`1-3,`).
_ENDS_IN_LABEL = compile_plain(rf"{_PRINTED_LABEL}(?:-{_PRINTED_LABEL})*,?")
_PIECE = compile_plain(
    rf"(?P<level>{_LEVEL})(?:[ ]số)?[ ]|(?P<form>{_FORM})|(?P<to>[ ]đến[ ]|(?<=\d)-(?=\d))|(?P<label>{_LABEL})"
)
# The first word with which provisions may begin, from its first letter: to look for the whole of them is dear.
_FIRST_LEVEL = compile_plain(r"[ĐđKkTtCcMmPp](?:i[ềêểế]|h[ưoầụ]|ục|ẫu)")
_HINT = compile_plain(r"i[ềê]u|oản|iểm|iết|ương|ục|ẫu|hần")


@dataclass(slots=True)
class _Group:
    """Parts of one level that are listed together: ``khoản 1, 2 và 4``.

    Attributes:
        level: Index in `_LEVELS`, the largest part first.
        labels: What they are called.
        linked: No conjunction parts them from the group before.
    """

    level: int
    labels: list[str] = field(default_factory=list)
    linked: bool = False


def provisions_before(text: str, start: int) -> tuple[int, tuple[str, ...]]:
    """Return where the provisions that lead up to `start` begin (`start` if there are none), and the provisions."""
    if not _may_end(text, start):
        return start, ()
    floor = max(start - _WINDOW, text.rfind("\n", max(start - _WINDOW, 0), start) + 1, 0)
    if not _HINT.search(text, max(start - 50, floor), start):
        return start, ()
    first = _FIRST_LEVEL.search(text, floor, start)
    match = _BEFORE.search(text, max(first.start() - len("các "), floor), start) if first else None
    if not match:
        return start, ()
    return match.start(), _compose(match.group())


def _may_end(text: str, end: int) -> bool:
    """Say whether the words before `end` may be the end of provisions, from the last of them: most are a mere verb."""
    if text[end - 1 : end] != " ":
        return False
    floor = max(end - _WINDOW, 0)
    last = end - 1
    begin = text.rfind(" ", floor, last) + 1
    word = text[begin:last]
    if word == "theo" and text.endswith("kèm theo ", floor, end):
        return True
    if word in ("của", "tại"):
        last = begin - 1
        begin = text.rfind(" ", floor, last) + 1
    if _ENDS_IN_LABEL.fullmatch(text, begin, last):
        return True
    return text.endswith(_FORMS, floor, begin) or (last < end - 1 and text.endswith(_FORMS, floor, last + 1))


def provisions_after(text: str, end: int) -> tuple[str, ...]:
    """Return the provisions in brackets or after a comma behind the mention: ``Luật Nhà ở (khoản 5 Điều 76)``."""
    match = _AFTER.match(text, end, end + _WINDOW) if text.startswith(_LEADS, end) else None
    return _compose(match["parts"]) if match else ()


@lru_cache(_RECURRING)
def _compose(printed: str) -> tuple[str, ...]:
    """Return every provision, its largest part first.

    ``khoản 1, 2 Điều 5`` is ``Điều 5 khoản 1`` and ``Điều 5 khoản 2``.
    """
    groups: list[_Group] = []
    rising = False  # a small part stands before its large one, with no conjunction between them
    end = 0
    forms: list[str] = []
    ranged = False
    for match in _PIECE.finditer(printed):
        if match["form"]:
            forms.append(match["form"][0].upper() + match["form"][1:])
        elif match["level"]:
            level = match["level"].casefold().replace("ê", "ề").replace("điềm", "điểm")
            group = _Group(_LEVELS.index(level), linked=printed[end : match.start()].strip(" ,") in ("", "của"))
            rising = rising or (group.linked and bool(groups) and groups[-1].level > group.level)
            groups.append(group)
        elif match["to"]:
            ranged = True
        elif match["label"] and groups:
            labels = groups[-1].labels
            if (
                ranged
                and labels
                and labels[-1].isdigit()
                and match["label"].isdigit()
                and 0 < int(match["label"]) - int(labels[-1]) <= 30
            ):
                labels.extend(str(n) for n in range(int(labels[-1]) + 1, int(match["label"]) + 1))
            else:
                labels.append(match["label"])
            ranged = False
        end = match.end()
    return (*forms, *dict.fromkeys(_rising(groups) if rising else _falling(groups)))


def _rising(groups: list[_Group]) -> list[str]:
    """``điểm a khoản 1 Điều 6 và Điều 7``: a larger part takes in the small ones that wait for it."""
    waiting: list[tuple[int, str]] = []
    for group in groups:
        names = [_name(group.level, label) for label in group.labels]
        small = [name for level, name in waiting if level > group.level] if group.linked else []
        if small:
            done = [part for part in waiting if part[0] <= group.level]
            waiting = done + [(group.level, f"{large} {name}") for large in names for name in small]
        else:
            waiting += [(group.level, name) for name in names]
    return [name for _, name in waiting]


def _falling(groups: list[_Group]) -> list[str]:
    """``Điều 6 khoản 1, khoản 2``: a small part belongs to the larger one before it."""
    found: list[str] = []
    above: list[tuple[int, str]] = []
    for place, group in enumerate(groups):
        above = [part for part in above if part[0] < group.level]
        prefix = f"{above[-1][1]} " if above else ""
        names = [prefix + _name(group.level, label) for label in group.labels]
        if place + 1 == len(groups) or groups[place + 1].level <= group.level:
            found += names
        else:
            above.append((group.level, names[-1]))
            found += names[:-1]
    return found


def _name(level: int, label: str) -> str:
    name = _LEVELS[level]
    return f"{name if name in ('khoản', 'điểm', 'tiết') else name.capitalize()} {label}"
