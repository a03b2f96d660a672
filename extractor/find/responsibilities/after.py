"""What stands after a list of bodies and tells its role: patterns made from ``lexicon/role_cues.toml``."""

from __future__ import annotations

import re
from functools import cache, cached_property

from extractor.find.alternation import any_of
from extractor.find.responsibilities.cues import any_cue
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = ["AFTER"]

#: Persons beside the bodies.
_PERSONS = (
    r"(?:,? (?:và |hoặc )?(?:các )?(?:cá nhân|cán bộ|đoàn viên|công dân|người dân|thành viên|hộ gia đình|chủ hộ"
    r"|hộ kinh doanh|đảng viên|người lao động)(?: (?:có )?liên quan)?){0,4}"
)
#: Persons, a remark in brackets, and where the work is done.
_ASIDE = (
    _PERSONS + r"(?: ?\([^()\n]{0,120}\))?"
    r"(?: (?:trong|trên|ở|tại|thuộc) (?:toàn |các )?"
    r"(?:tỉnh|huyện|xã|địa bàn|ngành|thành phố|phường|địa phương|thôn|cơ sở|khu dân cư)"
    r"(?: (?:toàn )?(?:tỉnh|huyện|xã|thành phố|phường|quận))?(?: \p{Lu}[\p{L}]*+){0,4})?,?"
)
#: The first words of those, and of `_BY_DUTY`.
_ASIDE_WORDS = (
    "và", "hoặc", "các", "cá", "cán", "đoàn", "công", "người", "thành", "hộ", "chủ", "đảng", "trong", "trên", "ở",
    "tại", "thuộc", "theo",
)  # fmt: skip
_HUB = (
    r"(?:là (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|cơ quan thường trực|chủ đầu tư|chủ trì)|làm chủ đầu tư"
    r"|được (?:giao|phân công) (?:chủ trì|phụ trách|làm đầu mối))"
)
_DUTY = r"(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|được giao|được phân công|quản lý|của mình)"
_BY_DUTY = rf" theo (?:đúng )?(?:chức năng|nhiệm vụ|thẩm quyền|phân công|phạm vi)(?:,? {_DUTY})*+,?"
_FOLLOWING = (
    r"(?:(?: (?:thực hiện|triển khai))?(?: (?:một số|những|các))?"
    r"(?: (?:nội dung|nhiệm vụ|công việc|việc|vấn đề)(?: cụ thể| trọng tâm)?)?"
    r",?(?: cụ thể)?(?: như)? sau(?: đây)?)?:"
)


class After:
    """Patterns that begin where a list of bodies ends; each is compiled when it is first asked for."""

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """The verb of a task, after adverbs."""
        return compile_plain(rf"(?i){_ASIDE}{_adverb()}{{0,3}}? {_verb()}")

    @cached_property
    def task(self) -> re.Pattern[str]:
        """The same, after a short adverb only; or a purpose; or a colon that announces items."""
        return compile_plain(rf"(?i){_ASIDE}(?:(?:{_short()}{{0,3}}?| (?:trong việc|về việc|để)) {_do()}|{_FOLLOWING})")

    @cached_property
    def leads(self) -> re.Pattern[str]:
        """`… chủ trì`."""
        return compile_plain(rf"(?i){_ASIDE}{_adverb()}{{0,3}}?(?: [\p{{Ll}}]++){{0,3}}?(?:,| và)? ?chủ trì")

    @cached_property
    def chair(self) -> re.Pattern[str]:
        """`(chủ trì`."""
        return compile_plain(r"(?i) ?\(chủ trì")

    @cached_property
    def defines(self) -> re.Pattern[str]:
        """`… là`: the sentence says what something is."""
        return compile_plain(rf"(?i)(?: (?!là )[^\s,.;:]++){{0,12}} (?!{_HUB})là ")

    @cached_property
    def for_information(self) -> re.Pattern[str]:
        """`… để`, `… báo cáo`: submitted to be read."""
        return compile_plain(r"(?i)[^.;]{0,60} (?:để|báo cáo)(?!\p{L})")

    @cached_property
    def attains(self) -> re.Pattern[str]:
        """What is reached or had, not done."""
        return compile_plain(r" (?:hoàn thành|đạt|được|có|trở lên)(?!\p{L})")

    @cached_property
    def something(self) -> re.Pattern[str]:
        """Any word that can be a verb."""
        cues = load("role_cues")
        return compile_plain(
            rf" (?!{any_cue([*cues['function_words'], *cues['not_verbs']])})\p{{Ll}}++(?=,? [\p{{L}}\d])"
        )

    @cached_property
    def directs(self) -> re.Pattern[str]:
        """Verbs of those who direct others."""
        cues = load("role_cues")
        return compile_plain(rf"(?i){_ASIDE} {any_cue(cues['directs_others'])}")

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A label: `chủ trì:`."""
        return compile_plain(
            r"(?i) (?:(?:chủ trì|phối hợp|đầu mối|thực hiện|thường trực|triển khai|gửi báo cáo|nhận báo cáo|tiếp nhận)"
            rf"[^.;:\n]{{0,25}}(?::|$)|{_do()}[^.;:\n]{{0,25}}: ?\p{{L}}|(?:chủ trì|phối hợp|đầu mối) là )"
        )

    @cached_property
    def approves(self) -> re.Pattern[str]:
        """Verbs of deciding."""
        cues = load("role_cues")
        return compile_plain(rf"(?i) {any_cue(cues['approves'])}")

    @cached_property
    def takes_note(self) -> re.Pattern[str]:
        """`biết, thực hiện`."""
        return compile_plain(r"(?i) biết(?:,| và)? (?:triển khai|thực hiện|tổ chức|phối hợp)")

    @cached_property
    def follows(self) -> re.Pattern[str]:
        """Verbs of watching."""
        return compile_plain(r"(?i) (?:theo dõi|chỉ đạo|xem xét|tổng hợp|biết|nắm|cho ý kiến)(?!\p{L})")

    @cached_property
    def works_with(self) -> re.Pattern[str]:
        """`phối hợp`, alone or with the `work` for which others are named."""
        cues = load("role_cues")
        return compile_plain(
            rf"(?i){_ASIDE}(?: {any_cue(cues['short_adverbs'])}){{0,3}}? phối hợp(?!\p{{L}})"
            rf"(?:,|(?: thực hiện)?[.;)]|[^.;:\n]{{0,200}}? (?:để|trong|khi|nhằm|về|(?P<work>{_work()}))(?!\p{{L}}))"
        )

    @cached_property
    def must(self) -> re.Pattern[str]:
        """A modal, `more` of the name before it."""
        cues = load("role_cues")
        return compile_plain(
            rf"{_PERSONS}(?P<more>(?:(?:,(?= (?:cơ quan|đơn vị|tổ chức|doanh nghiệp) ))?"
            rf" (?!{any_cue(cues['clause_words'])})[\p{{L}}\d]++){{0,14}}?){_ASIDE}{_short()}{{0,2}}?"
            rf" (?:{any_cue(cues['modals'])})(?! (?:có(?! trách nhiệm)|là|đạt|được)(?!\p{{L}}))"
        )

    @cached_property
    def bound(self) -> re.Pattern[str]:
        """A modal, or an aside that may stand before one: the cheap question where no name goes on up to it."""
        cues = load("role_cues")
        words = (phrase.split(" ", 1)[0] for table in ("modals", "short_adverbs") for phrase in cues[table])
        return compile_plain(rf"[,()]| (?:\(|{any_cue([*words, *_ASIDE_WORDS])})")

    @cached_property
    def further(self) -> re.Pattern[str]:
        """`more` of a name, up to a verb that can be nothing else."""
        return compile_plain(
            rf"(?P<more>(?: (?!{_no_noun()})[\p{{Ll}}]++){{2,4}}+){_short()}{{0,2}}? {any_cue(_sure())}"
        )

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """What tells no task."""
        return compile_plain(rf"{_ASIDE} ?(?:được|bị|là|có|không|chưa|đã|còn|$|[.;,])(?!\p{{L}})")

    @cached_property
    def settles(self) -> re.Pattern[str]:
        """Verbs of what an agent settles."""
        cues = load("role_cues")
        return compile_plain(rf"{_ASIDE} {any_cue(cues['settles'])}")

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """When it is due."""
        return compile_plain(
            r"(?: (?:trước|trong|chậm nhất|vào|tại (?:kỳ họp|phiên họp|cuộc họp)|ngay sau|sau khi)(?!\p{L})|,? ngày \d"
            r"|,? \d{1,2}/\d|,? (?:định kỳ|hằng|hàng) )"
        )

    @cached_property
    def bracket(self) -> re.Pattern[str]:
        """What a remark in brackets says of a role."""
        return compile_plain(
            r"[^()\n]{0,80} (?:thực hiện|chủ trì|phối hợp|phụ trách|theo dõi|đảm nhận|chuẩn bị|tham mưu|tổng hợp)"
            r"[^()\n]{0,160}\)"
        )

    @cached_property
    def to_do(self) -> re.Pattern[str]:
        """`để triển khai`."""
        return compile_plain(r"(?i) để (?:triển khai|thực hiện|tổ chức|giới thiệu|phối hợp|biết và thực hiện)")


@cache
def _do() -> str:
    """Return the pattern of a verb of tasks, or an adverb of one."""
    cues = load("role_cues")
    return any_cue([*cues["verbs"], *cues["subject_verbs"], *cues["short_adverbs"]])


def _verb() -> str:
    return rf"(?:{_do()}|{_HUB})"


@cache
def _adverb() -> str:
    """Return the pattern of an adverbial: an adverb may stand alone, a preposition needs the comma after its phrase."""
    cues = load("role_cues")
    phrase = rf",? {any_cue(cues['prepositions'])}[^.;:\n]{{0,140}}?,"
    return rf"(?:{_BY_DUTY}| {any_cue(cues['short_adverbs'])}|{phrase})"


@cache
def _short() -> str:
    return rf"(?:{_BY_DUTY}| {any_cue(load('role_cues')['short_adverbs'])}(?:[^.;:\n]{{0,110}}?,)?)"


def _work() -> str:
    return any_of(verb for verb in load("role_cues")["verbs"] if " " in verb)


def _no_noun() -> str:
    cues = load("role_cues")
    tables = ("function_words", "clause_words", "not_verbs", "subject_verbs", "verbs")
    return any_cue(word for table in tables for word in cues[table])


def _sure() -> list[str]:
    """Return the verbs that can be nothing else."""
    cues = load("role_cues")
    return [verb for verb in cues["verbs"] if " " in verb and verb not in cues["name_verbs"]]


AFTER = After()
"""The patterns of what stands after a list of bodies."""
