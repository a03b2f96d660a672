"""What the members of a list share and say only once.

Forward: `LĐLĐ các huyện, thành phố` is the LĐLĐ of each; `các Sở: Tài chính, Nội vụ` are two departments. Backward:
`các bộ, ngành liên quan` are all concerned; `HĐND, UBND tỉnh` are both of the province.
"""

from __future__ import annotations

from extractor.find.bodies.heads import BARE, COMPLETE, WEAK
from extractor.find.bodies.name import Name
from extractor.patterns import compile_plain

__all__ = ["completed"]


#: What is a name in a list, or after a determiner, only.
_DEPENDENT = (WEAK, BARE)
#: Words of one series: a list that begins with one goes on with the others.
_SERIES = (
    frozenset(
        {
            "tỉnh",
            "thành phố",
            "thành phố trực thuộc trung ương",
            "huyện",
            "quận",
            "thị xã",
            "thị trấn",
            "xã",
            "phường",
            "tp",
            "tx",
            "thị",
            "đặc khu",
        }
    ),
    frozenset({"tỉnh ủy", "thành ủy", "huyện ủy", "thị ủy", "quận ủy", "đảng ủy"}),
    frozenset({"thôn", "làng", "xóm", "bản", "ấp", "buôn", "tổ dân phố", "khu dân cư", "khu phố", "tổ"}),
    frozenset({"đoàn", "hội", "đội"}),
    frozenset(
        {
            "đại học",
            "cao đẳng",
            "trung cấp",
            "trung cấp chuyên nghiệp",
            "tiểu học",
            "mầm non",
            "trung học cơ sở",
            "trung học phổ thông",
            "thcs",
            "thpt",
        }
    ),
)
#: Heads whose fields of work may follow without them: `các Sở: Tài chính, Nội vụ`.
_FIELD_HEADS = frozenset({"sở", "bộ", "phòng", "ban"})
_PARTS = frozenset({"ban", "văn phòng", "phòng", "ban thường vụ", "ban chấp hành", "ban thường trực", "thường trực"})
#: Words for any body, which mean some of them only with what follows the list: `các bộ, ngành liên quan`.
_GENERIC = frozenset(
    {
        "bộ",
        "ngành",
        "sở",
        "ban",
        "phòng",
        "cơ quan",
        "tổ chức",
        "đơn vị",
        "đoàn thể",
        "địa phương",
        "hội",
        "lực lượng",
        "cơ sở",
    }
)
#: The lines of administration: `các bộ, cơ quan liên quan` are the ministries, and the agencies concerned.
_LINES = frozenset({"bộ", "ngành", "sở", "ban"})
#: Words for any body that are said in one breath with persons.
_ANYBODY = frozenset({"cơ quan", "tổ chức", "đơn vị"})
_AFTER_PERSONS = compile_plain(
    r"(?:(?:,| và| hoặc|, và)(?: các)? (?:cá nhân|hộ gia đình|người dân)){1,3}+ (?P<tail>(?:có )?liên quan)(?!\p{L})"
)
#: How a determiner ends, with the space after it: the cheap question before the pattern.
_DETERMINER_ENDS = frozenset(f"{letter} " for letter in "cgiCGI0123456789")
_DETERMINED = compile_plain(r"(?i)(?:các|những|mọi) (?:\d{1,2} )?$")
_SHARED = compile_plain(r"(?i) (?:(?:cấp (?:tỉnh|huyện|xã) )?(?:có )?liên quan|thuộc .{2,60}|kinh tế.{0,20})$")


def completed(text: str, names: list[Name]) -> list[Name]:
    """Return the members of the list `names`, in order, each with its name in full.

    What stands in no list has to have a determiner, if it is of those that need the one or the other.
    """
    if len(names) == 1:
        name = names[0]
        if not name.determined and name.head_class in _DEPENDENT:
            return []
        name.full = text[name.head : name.own_end]
        return names
    members = _forward(text, names)
    if members:
        _backward(text, members)
        _with_persons(text, members)
    return members


def _with_persons(text: str, members: list[Name]) -> None:
    """Hand on what stands after persons at the end of the list: `các cơ quan, tổ chức, cá nhân có liên quan`.

    `tổ chức, cá nhân` without another word for any body is an expression by itself and takes nothing on.
    """
    first = len(members)
    while first and members[first - 1].full.lower() in _ANYBODY:
        first -= 1
    shared = _AFTER_PERSONS.match(text, members[-1].end) if len(members) - first > 1 else None
    if shared is not None:
        for member in members[first:]:
            member.full += f" {shared['tail']}"


def _forward(text: str, names: list[Name]) -> list[Name]:
    stem: str | None = None
    series: frozenset[str] = frozenset()
    members: list[Name] = []
    last = names[-1]
    for name in names:
        own = name.full = text[name.head : name.own_end]
        if name.head_class is BARE:
            if not members:
                continue
            if members[-1].full.lower() in _FIELD_HEADS and text[members[-1].end] == ":":
                name.start = members.pop().start
                name.full = f"{stem} {own}"
            elif stem and not series:
                name.full = f"{stem} {own}"
        elif stem and name.words in series and not name.placed and not name.determined:
            members[-1].elliptic = name.elliptic = True
            words = "thị xã" if name.words == "thị" else text[name.head : name.head + len(name.words)]
            name.full = f"{stem} {words}"
        elif name is not last:
            stem, series = _stem(text, name)
        members.append(name)
    return members


def _stem(text: str, name: Name) -> tuple[str | None, frozenset[str]]:
    """Return what elliptic members after `name` share with it, and the series that they must be of."""
    if name.words == "cơ sở đoàn":
        return "cơ sở", _SERIES[3]
    if name.words.startswith("trường "):
        return "trường", _SERIES[4]
    if name.level is not None and name.placed and text.startswith("các ", name.level[0]):
        level = text[name.level[0] : name.level[1]].removeprefix("các ")
        return f"{text[name.head : name.level[0]]}{level}", frozenset()
    if name.level is not None and not name.placed and name.level[0] > name.head:
        level = text[name.level[0] : name.level[1]].lower().removeprefix("các ").removeprefix("thuộc ")
        series = next((series for series in _SERIES if level in series), frozenset[str]())
        return text[name.head : name.level[0]].removesuffix(" ") or None, series
    if name.words in _FIELD_HEADS:
        return text[name.head : name.head + len(name.words)].capitalize(), frozenset()
    return None, frozenset()


def _backward(text: str, members: list[Name]) -> None:
    """Hand modifiers, levels and owners on from each member to the one before it."""
    tail = ""  # what the member after has and this one may share
    level: tuple[int, int] | None = None
    after = members[-1]
    for name in members[-2::-1]:
        owned = name.owner is not None
        if after.full.lower().startswith(after.words):
            tail = after.full[len(after.words) :]
        level = after.level or (level if after.head_class is COMPLETE and after.owner is None else None)
        if after.owner and not owned and name.level is None and name.words in _PARTS:
            name.owner = after.owner
        if text[after.start - 2 : after.start] in _DETERMINER_ENDS and _DETERMINED.search(
            text, max(0, after.start - 12), after.start
        ):
            level = None
        elif name.is_kind and after.is_kind and len(name.full) == len(name.words):
            if (
                tail
                and name.words in _GENERIC
                and _SHARED.fullmatch(tail)
                and not (after.words == "cơ quan" and name.words in _LINES)
            ):
                name.full += tail
                name.owner = name.owner or after.owner
        elif (
            level
            and not after.placed
            and name.head_class is after.head_class is COMPLETE
            and name.level is None
            and not owned
            and len(name.full) == len(name.words)
        ):
            name.full += f" {text[level[0] : level[1]]}"
        after = name
