"""What stands before a list of bodies and gives it a role: patterns made from ``lexicon/role_cues.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

import regex

from extractor.find.alternation import any_of
from extractor.find.responsibilities.cues import any_cue
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["BEFORE"]

_PEOPLE = r"(?: (?:người dân|nhân dân|đoàn viên|hội viên|cán bộ|cá nhân|hộ gia đình),?(?: và)?)?"
_DETERMINER = (
    rf"{_PEOPLE}(?: (?:toàn thể|một số|tất cả))?"
    r"(?: (?:các|những|mọi|từng|mỗi|toàn thể|\d{1,3}|đồng chí))?(?: \d{1,2})?"
)
_START = r"(?<!\p{L})"
_BODY = r"(?:đơn vị|cơ quan|bộ phận|tổ chức|phòng|ban)"
#: Where a label begins that stands by itself: `Chủ trì: …`, `(phối hợp: …`.
_HEAD = r"(?:^|[.;(\n|] ?(?:[-+*a-zđ\d][.)]? ?)?)"


class Before:
    """Patterns that end where a list of bodies begins, for words in small letters.

    Each is compiled when it is first asked for. Most are matched backwards from there, so that what stands far before
    costs nothing; `direct` and `report`, which tell the words themselves, are matched where their verbs stand.
    """

    @cached_property
    def sends(self) -> regex.Pattern[str]:
        """`Cơ quan gửi báo cáo:`."""
        return _ending(rf"{_BODY} (?:gửi|thực hiện|lập) báo cáo(?:[^.;:\n]{{0,30}}:|:) ?{_DETERMINER} ?$")

    @cached_property
    def receives(self) -> regex.Pattern[str]:
        """`Cơ quan nhận báo cáo:`."""
        return _ending(rf"{_BODY} (?:tiếp nhận|nhận)(?:[^.;:\n]{{0,30}}:|:) ?{_DETERMINER} ?$")

    @cached_property
    def help_of(self) -> regex.Pattern[str]:
        """`với sự phối hợp của`."""
        return _ending(rf"{_START}(?:có|với|cùng) sự (?:tham gia, )?phối hợp(?: chặt chẽ)? của{_DETERMINER} $")

    @cached_property
    def lead_of(self) -> regex.Pattern[str]:
        """`dưới sự chủ trì của`."""
        return _ending(rf"{_START}(?:sự|vai trò) (?:chủ trì|điều phối) của{_DETERMINER} $")

    @cached_property
    def handed(self) -> regex.Pattern[str]:
        """`cung cấp … cho`."""
        return _ending(
            rf"{_START}(?:cung cấp|chuyển|nộp|bàn giao)(?: [\p{{Ll}}\d,/]++){{0,14}}? (?:cho|về|đến|tới|lên)"
            rf"{_DETERMINER} $"
            rf"|{_START}(?:danh sách|báo cáo|hồ sơ|kết quả|số liệu)[^.;:]{{0,60}}?,? (?:chuyển|nộp){_DETERMINER} $"
        )

    @cached_property
    def leads(self) -> regex.Pattern[str]:
        """`Đơn vị chủ trì:`."""
        return _ending(
            rf"{_HEAD}(?:{_BODY} )?(?:chủ trì|đầu mối)(?: thực hiện)?(?::| là) ?{_DETERMINER} ?$"
            rf"|{_BODY} (?:chủ trì|đầu mối|thường trực)(?:(?:[ |]+[\p{{Ll}}]++){{0,3}}:)? ?{_DETERMINER} ?$"
        )

    @cached_property
    def works_with(self) -> regex.Pattern[str]:
        """`Đơn vị phối hợp:`."""
        return _ending(
            rf"{_HEAD}(?:{_BODY} )?phối hợp(?: thực hiện)?(?::| là) ?{_DETERMINER} ?$"
            rf"|{_BODY} (?:cùng )?phối hợp(?:[ |]+[\p{{Ll}}]++){{0,3}}: ?{_DETERMINER} ?$"
        )

    @cached_property
    def carries_out(self) -> re.Pattern[str]:
        """`Đơn vị thực hiện:`, to be searched for."""
        cues = load("role_cues")
        return compile_plain(
            rf"{_BODY} (?:thực hiện|triển khai|chịu trách nhiệm|{any_cue([*cues['verbs'], 'thu'])})"
            rf"(?:[ |]+[\p{{Ll}}]++){{0,3}}: ?{_DETERMINER} ?$"
        )

    @cached_property
    def carries_out_alone(self) -> regex.Pattern[str]:
        """`Thực hiện:`."""
        return _ending(rf"{_HEAD}(?:(?:trách nhiệm|phân công|giao) )?thực hiện: ?{_DETERMINER} ?$")

    @cached_property
    def via(self) -> regex.Pattern[str]:
        """`thông qua`, that the work goes through the bodies."""
        return _ending(rf"(?<!không )(?<!\p{{L}})(?:thông )?qua(?: đầu mối)?{_DETERMINER} $")

    @cached_property
    def coordinate(self) -> regex.Pattern[str]:
        """`phối hợp chặt chẽ với`."""
        cues = load("role_cues")
        return _ending(
            rf"{_START}(?<!\b(?:công tác|sự|việc|mối quan hệ|phối) ){any_cue(cues['coordinate'])}(?! đồng)"
            r"(?:(?:,? [\p{Ll}]++){0,7}? (?:với|cùng với|cùng)|, [\p{Ll}]++(?: [\p{Ll}]++){0,2})?"
            rf"{_DETERMINER} $"
        )

    @cached_property
    def together(self) -> regex.Pattern[str]:
        """`, cùng với`, after a comma or at the head of the words."""
        return _ending(rf"(?:^|[,;] )cùng(?: với)?{_DETERMINER} $")

    @cached_property
    def leads_with(self) -> regex.Pattern[str]:
        """`đồng chủ trì cùng với`."""
        return _ending(rf"{_START}đồng chủ trì(?: cùng)?(?: với)?{_DETERMINER} $")

    def direct(self, words: str, start: int) -> str | None:
        """Return who is told to do something, from the verb on, if that stands after `start`: `giao cho`, `yêu cầu`."""
        return _leftmost(self._directing, self._direct, words, start)

    @cached_property
    def _direct(self) -> re.Pattern[str]:
        return compile_plain(_told())

    @cached_property
    def _directing(self) -> re.Pattern[str]:
        return compile_plain(any_of((*load("role_cues")["direct"], "được ")))

    @cached_property
    def told(self) -> regex.Pattern[str]:
        """`để`, after which somebody is informed who then acts."""
        return _ending(rf"{_START}để{_DETERMINER} $")

    @cached_property
    def shown(self) -> regex.Pattern[str]:
        """`báo cáo … để`."""
        return _ending(rf"{_START}(?:báo cáo|gửi|cung cấp)[^.;:]{{0,100}}? để{_DETERMINER} $")

    def report(self, words: str) -> str | None:
        """Return who is reported to, from the verb on: `báo cáo kết quả về`."""
        return _leftmost(self._reporting, self._report, words, 0)

    @cached_property
    def _report(self) -> re.Pattern[str]:
        return compile_plain(_reported())

    @cached_property
    def _reporting(self) -> re.Pattern[str]:
        cues = load("role_cues")
        return compile_plain(any_of((*cues["report_to"], *cues["send_to"], "phản")))

    @cached_property
    def informed(self) -> regex.Pattern[str]:
        """`thông báo … cho`."""
        return _ending(rf"{_START}thông báo[^.;:]{{0,100}}? (?:cho|đến|tới){_DETERMINER} $")

    @cached_property
    def contact(self) -> regex.Pattern[str]:
        """`liên hệ với`."""
        return _ending(rf"{_START}liên hệ(?: trực tiếp)?(?: với| về)?{_DETERMINER} $")

    @cached_property
    def answerable(self) -> regex.Pattern[str]:
        """`nâng cao trách nhiệm của`."""
        return _ending(
            rf"{_START}(?:nâng cao|nêu cao|phát huy|tăng cường|đề cao)"
            rf"(?:,? [\p{{Ll}}]++){{0,5}}? (?:trách nhiệm|vai trò) của{_DETERMINER} $"
        )

    @cached_property
    def adverbial(self) -> re.Pattern[str]:
        """An adverbial at the head of a clause."""
        cues = load("role_cues")
        return compile_plain(rf"{any_cue(cues['adverbials'])}[^.;:]*+")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """What may stand between the head of a clause and its subject."""
        return compile_plain(
            r"(?:(?:\d{1,3}(?:,\d)?%|bình quân|ít nhất|mỗi|các|mọi|từng|những|toàn thể|tất cả|một số"
            r"|riêng|còn|đồng chí|đ/c|và|0?\d) )*+"
        )

    @cached_property
    def planning(self) -> re.Pattern[str]:
        """A plan that is named as the object of a verb: `ban hành kế hoạch`."""
        return compile_plain(
            r"(?:trên đây là|ban hành|xây dựng|phê duyệt)"
            r" (?:kế hoạch|hướng dẫn|chương trình|quyết định|quy chế|nội dung)(?! này)"
        )

    @cached_property
    def advising(self) -> regex.Pattern[str]:
        """`tham mưu cho`."""
        return _ending(rf"{_START}(?:tham mưu|đề xuất|kiến nghị|giúp|giúp việc)(?: (?:cho|với|lên))?{_DETERMINER} $")


#: What makes a noun of a verb of directing after it, or tells that somebody else directs.
_NO_ORDER = ("được", "đề xuất", "của", "các", "với", "sự", "công tác", "vai trò")


def _not_after(words: Iterable[str]) -> str:
    return "".join(rf"(?<!\b{word} )" for word in words)


def _told() -> str:
    cues = load("role_cues")
    direct, also = any_cue(cues["direct"]), any_cue(cues["also_direct"])
    return (
        rf"{_START}{_not_after(_NO_ORDER)}{direct}(?:,? (?:và )?{also}){{0,4}}"
        rf"(?: (?:trực tiếp|thường xuyên|kịp thời))?(?: đến| cho| đối với| tới)?{_DETERMINER}:? $"
        rf"|được (?:giao|ủy nhiệm|ủy quyền|phân công) cho{_DETERMINER} $"
    )


def _reported() -> str:
    cues = load("role_cues")
    far = "|".join(preposition for preposition in cues["report_prepositions"] if preposition not in ("cho", "với"))
    gives = "".join(rf"(?<!{verb} )" for verb in cues["gives"])
    about = "".join(rf"(?<!(?<!bằng )\b{noun} về)" for noun in cues["about"])
    return (
        rf"{_START}(?:{any_cue(cues['report_to'])}"
        rf"(?:[^.;:]{{0,160}}? (?:{far})|[^.;:]{{0,90}}? {gives}(?:cho|với))?"
        rf"|báo cáo theo yêu cầu của"
        rf"|phản (?:ánh|hồi)[^.;:]{{0,60}}? với"
        rf"|{any_cue(cues['send_to'])}[^.;:]{{0,100}}? (?:về|đến|lên|tới|gửi))"
        rf"{about}(?<!liên quan đến){_DETERMINER} $"
    )


def _leftmost(verbs: re.Pattern[str], cue: re.Pattern[str], words: str, start: int) -> str | None:
    """Return the longest cue after `start`, tried at its verbs alone."""
    for verb in verbs.finditer(words, start):
        if match := cue.match(words, verb.start()):
            return match.group()
    return None


def _ending(pattern: str) -> regex.Pattern[str]:
    """Return the pattern to be matched backwards, from the end of the words."""
    return regex.compile(f"(?r){pattern}")


BEFORE = Before()
"""The patterns of what stands before a list of bodies."""
