"""The words round a body that give it a role, as patterns made from ``lexicon/role_cues.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import regex

from extractor.find.alternation import any_of
from extractor.lexicon import load
from extractor.patterns import compile_plain

__all__ = [
    "After",
    "Before",
    "after",
    "before",
    "begins_with_verb",
    "last_word",
    "may_be_cue",
    "may_direct",
    "may_report",
]

_PEOPLE = r"(?: (?:người dân|nhân dân|đoàn viên|hội viên|cán bộ|cá nhân|hộ gia đình),?(?: và)?)?"
_DETERMINER = (
    rf"{_PEOPLE}(?: (?:toàn thể|một số|tất cả))?"
    r"(?: (?:các|những|mọi|từng|mỗi|toàn thể|\d{1,3}|đồng chí))?(?: \d{1,2})?"
)
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


#: Words of determiners, and of the persons that may stand between a cue and a body (`vận động người dân, cơ quan …`).
_DETERMINING = frozenset(
    [
        "các",
        "những",
        "mọi",
        "từng",
        "mỗi",
        "toàn",
        "thể",
        "một",
        "tất",
        "cả",
        "số",
        "đồng",
        "chí",
        "và",
        "người",
        "dân",
        "nhân",
        "cá",
        "hội",
        "viên",
        "đoàn",
        "cán",
        "bộ",
        "hộ",
        "gia",
        "đình",
    ]
)


def may_be_cue(last: str) -> bool:
    """Say whether any cue can end with the word `last`: the cheap question before the patterns."""
    return last in _triggers()


def last_word(words: str) -> str:
    """Return the last word before a list, in small letters, determiners left aside; a label's colon is a word."""
    while words := words.rstrip():
        words, _, word = words.rpartition(" ")
        if word.endswith(":"):
            return ":"
        word = word.strip(",(")
        if word not in _DETERMINING and not word.isdigit():
            return word
    return ""


def may_direct(last: str) -> bool:
    """Say whether a cue of directing can end with the word `last`."""
    return last in _directing()


def may_report(last: str) -> bool:
    """Say whether a cue of reporting can end with the word `last`."""
    return last in _reporting()


@cache
def _directing() -> frozenset[str]:
    cues = load("role_cues")
    words = (cue.rsplit(" ", 1)[-1] for table in ("direct", "also_direct") for cue in cues[table])
    return frozenset(("đến", "cho", "với", "tới", "tiếp", "xuyên", "thời", "để", ":", *words))


@cache
def _reporting() -> frozenset[str]:
    cues = load("role_cues")
    words = (cue.rsplit(" ", 1)[-1] for table in ("report_to", "report_prepositions") for cue in cues[table])
    return frozenset(("để", "của", "chuyển", "nộp", *words))


@cache
def _triggers() -> frozenset[str]:
    """Return the words with which a cue may end."""
    cues = load("role_cues")
    phrases = (
        cue
        for table in ("coordinate", "direct", "also_direct", "report_to", "report_prepositions")
        for cue in cues[table]
    )
    others = (
        ":",
        "qua",
        "mối",
        "trì",
        "trực",
        "với",
        "cùng",
        "hệ",
        "của",
        "để",
        "tiếp",
        "xuyên",
        "thời",
        "quả",
        "do",
        "được",
        "là",
        "chuyển",
        "nộp",
        "hợp",
        "hiện:",
    )
    return frozenset(cue.rsplit(" ", 1)[-1] for cue in phrases).union(others)


def begins_with_verb(clause: str) -> bool:
    """Say whether `clause`, in small letters, begins with a verb of administrative tasks."""
    return _verb().match(clause) is not None


@cache
def _verb() -> re.Pattern[str]:
    return compile_plain(_any(load("role_cues")["verbs"]))


def _any(words: Iterable[str]) -> str:
    return any_of(words) + r"(?!\p{L})"


@dataclass(frozen=True, slots=True)
class Before:
    """Patterns that end where a list of bodies begins, for words in small letters.

    Most are matched backwards from there, so that what stands far before costs nothing. `direct` and `report`, whose
    own words matter, are searched for where `directs` and `reports` say that there is one.
    """

    sends: regex.Pattern[str]  # `Cơ quan gửi báo cáo:`
    receives: regex.Pattern[str]  # `Cơ quan nhận báo cáo:`
    leads: regex.Pattern[str]  # `Đơn vị chủ trì:`
    works_with: regex.Pattern[str]  # `Đơn vị phối hợp:`
    carries_out: regex.Pattern[str]  # `Đơn vị thực hiện:`
    via: regex.Pattern[str]
    coordinate: regex.Pattern[str]
    together: regex.Pattern[str]
    leads_with: regex.Pattern[str]
    direct: regex.Pattern[str]
    directs: regex.Pattern[str]
    told: regex.Pattern[str]
    shown: regex.Pattern[str]
    report: regex.Pattern[str]
    reports: regex.Pattern[str]
    informed: regex.Pattern[str]
    contact: regex.Pattern[str]
    answerable: regex.Pattern[str]
    adverbial: re.Pattern[str]
    subject: re.Pattern[str]
    help_of: regex.Pattern[str]
    lead_of: regex.Pattern[str]
    handed: regex.Pattern[str]
    planning: re.Pattern[str]
    advising: regex.Pattern[str]


def _ending(pattern: str) -> regex.Pattern[str]:
    """Return the pattern to be matched backwards, from the end of the words."""
    return regex.compile(f"(?r){pattern}")


@cache
def before() -> Before:
    """Return the patterns of what stands before a list of bodies."""
    cues = load("role_cues")
    direct = _any(cues["direct"])
    start = r"(?<!\p{L})"
    far = "|".join(preposition for preposition in cues["report_prepositions"] if preposition not in ("cho", "với"))
    gives = "|".join(f"{verb} " for verb in cues["gives"])
    also = _any(cues["also_direct"])
    about = "|".join(cues["about"])
    body = r"(?:đơn vị|cơ quan|bộ phận|tổ chức|phòng|ban)"
    # Where a label begins that stands by itself: `Chủ trì: …`, `(phối hợp: …`.
    head = r"(?:^|[.;(\n|] ?(?:[-+*a-zđ\d][.)]? ?)?)"
    told = (
        rf"{start}(?<!\b(?:được|đề xuất|của|các|với|sự|công tác|vai trò) ){direct}(?:,? (?:và )?{also}){{0,4}}"
        rf"(?: (?:trực tiếp|thường xuyên|kịp thời))?(?: đến| cho| đối với| tới)?{_DETERMINER}:? $"
        rf"|được (?:giao|ủy nhiệm|ủy quyền|phân công) cho{_DETERMINER} $"
    )
    reported = (
        rf"{start}(?:{_any(cues['report_to'])}"
        rf"(?:[^.;:]{{0,160}}? (?:{far})|[^.;:]{{0,90}}? (?<!{gives})(?:cho|với))?"
        rf"|báo cáo theo yêu cầu của"
        rf"|phản (?:ánh|hồi)[^.;:]{{0,60}}? với"
        rf"|{_any(cues['send_to'])}[^.;:]{{0,100}}? (?:về|đến|lên|tới|gửi))"
        rf"(?<!(?<!bằng )\b(?:{about}) về)(?<!liên quan đến){_DETERMINER} $"
    )
    return Before(
        sends=_ending(rf"{body} (?:gửi|thực hiện|lập) báo cáo(?:[^.;:\n]{{0,30}}:|:) ?{_DETERMINER} ?$"),
        receives=_ending(rf"{body} (?:tiếp nhận|nhận)(?:[^.;:\n]{{0,30}}:|:) ?{_DETERMINER} ?$"),
        help_of=_ending(rf"{start}(?:có|với|cùng) sự (?:tham gia, )?phối hợp(?: chặt chẽ)? của{_DETERMINER} $"),
        lead_of=_ending(rf"{start}(?:sự|vai trò) (?:chủ trì|điều phối) của{_DETERMINER} $"),
        handed=_ending(
            rf"{start}(?:cung cấp|chuyển|nộp|bàn giao)(?: [\p{{Ll}}\d,/]++){{0,14}}? (?:cho|về|đến|tới|lên)"
            rf"{_DETERMINER} $"
            rf"|{start}(?:danh sách|báo cáo|hồ sơ|kết quả|số liệu)[^.;:]{{0,60}}?,? (?:chuyển|nộp){_DETERMINER} $"
        ),
        leads=_ending(
            rf"{head}(?:{body} )?(?:chủ trì|đầu mối)(?: thực hiện)?(?::| là) ?{_DETERMINER} ?$"
            rf"|{body} (?:chủ trì|đầu mối|thường trực)(?:(?:[ |]+[\p{{Ll}}]++){{0,3}}:)? ?{_DETERMINER} ?$"
        ),
        works_with=_ending(
            rf"{head}(?:{body} )?phối hợp(?: thực hiện)?(?::| là) ?{_DETERMINER} ?$"
            rf"|{body} (?:cùng )?phối hợp(?:[ |]+[\p{{Ll}}]++){{0,3}}: ?{_DETERMINER} ?$"
        ),
        carries_out=_ending(
            rf"{head}(?:(?:trách nhiệm|phân công|giao) )?thực hiện:"
            rf" ?{_DETERMINER} ?$"
            rf"|{body} (?:thực hiện|triển khai|chịu trách nhiệm|{_any([*cues['verbs'], 'thu'])})"
            rf"(?:[ |]+[\p{{Ll}}]++){{0,3}}: ?{_DETERMINER} ?$"
        ),
        via=_ending(rf"(?<!không )(?<!\p{{L}})(?:thông )?qua(?: đầu mối)?{_DETERMINER} $"),
        coordinate=_ending(
            rf"{start}(?<!\b(?:công tác|sự|việc|mối quan hệ|phối) ){_any(cues['coordinate'])}(?! đồng)"
            r"(?:(?:,? [\p{Ll}]++){0,7}? (?:với|cùng với|cùng)|, [\p{Ll}]++(?: [\p{Ll}]++){0,2})?"
            rf"{_DETERMINER} $"
        ),
        together=_ending(rf"(?:^|[,;] )cùng(?: với)?{_DETERMINER} $"),
        leads_with=_ending(rf"{start}đồng chủ trì(?: cùng)?(?: với)?{_DETERMINER} $"),
        direct=regex.compile(told),
        directs=_ending(told),
        told=_ending(rf"{start}để{_DETERMINER} $"),
        shown=_ending(rf"{start}(?:báo cáo|gửi|cung cấp)[^.;:]{{0,100}}? để{_DETERMINER} $"),
        report=regex.compile(reported),
        reports=_ending(reported),
        informed=_ending(rf"{start}thông báo[^.;:]{{0,100}}? (?:cho|đến|tới){_DETERMINER} $"),
        contact=_ending(rf"{start}liên hệ(?: trực tiếp)?(?: với| về)?{_DETERMINER} $"),
        answerable=_ending(
            rf"{start}(?:nâng cao|nêu cao|phát huy|tăng cường|đề cao)"
            rf"(?:,? [\p{{Ll}}]++){{0,5}}? (?:trách nhiệm|vai trò) của{_DETERMINER} $"
        ),
        adverbial=compile_plain(rf"{_any(cues['adverbials'])}[^.;:]*+"),
        subject=compile_plain(
            r"(?:(?:\d{1,3}(?:,\d)?%|bình quân|ít nhất|mỗi|các|mọi|từng|những|toàn thể|tất cả|một số"
            r"|riêng|còn|đồng chí|đ/c|và|0?\d) )*+"
        ),
        planning=compile_plain(
            r"(?:trên đây là|ban hành|xây dựng|phê duyệt)"
            r" (?:kế hoạch|hướng dẫn|chương trình|quyết định|quy chế|nội dung)(?! này)"
        ),
        advising=_ending(rf"{start}(?:tham mưu|đề xuất|kiến nghị|giúp|giúp việc)(?: (?:cho|với|lên))?{_DETERMINER} $"),
    )


@dataclass(frozen=True, slots=True)
class After:
    """Patterns that begin where a list of bodies ends."""

    verb: re.Pattern[str]
    task: re.Pattern[str]
    leads: re.Pattern[str]
    chair: re.Pattern[str]
    defines: re.Pattern[str]
    for_information: re.Pattern[str]
    attains: re.Pattern[str]
    something: re.Pattern[str]
    directs: re.Pattern[str]
    label: re.Pattern[str]
    approves: re.Pattern[str]
    to_do: re.Pattern[str]
    takes_note: re.Pattern[str]
    follows: re.Pattern[str]
    works_with: re.Pattern[str]
    must: re.Pattern[str]
    further: re.Pattern[str]
    passive: re.Pattern[str]
    settles: re.Pattern[str]
    dated: re.Pattern[str]
    bracket: re.Pattern[str]


@cache
def after() -> After:
    """Return the patterns of what stands after a list of bodies."""
    cues = load("role_cues")
    # An adverb may stand alone; a preposition needs the comma that ends its phrase.
    duty = r"(?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|được giao|được phân công|quản lý|của mình)"
    scope = rf" theo (?:đúng )?(?:chức năng|nhiệm vụ|thẩm quyền|phân công|phạm vi)(?:,? {duty})*+,?"
    adverb = rf"(?:{scope}| {_any(cues['short_adverbs'])}|,? {_any(cues['prepositions'])}[^.;:\n]{{0,140}}?,)"
    work = "|".join(verb for verb in cues["verbs"] if " " in verb)
    short = rf"(?:{scope}| {_any(cues['short_adverbs'])}(?:[^.;:\n]{{0,110}}?,)?)"
    hub = (
        r"(?:là (?:cơ quan |đơn vị )?(?:đầu mối|thường trực|cơ quan thường trực|chủ đầu tư|chủ trì)|làm chủ đầu tư"
        r"|được (?:giao|phân công) (?:chủ trì|phụ trách|làm đầu mối))"
    )
    verb = rf"(?:{_any([*cues['verbs'], *cues['subject_verbs'], *cues['short_adverbs']])}|{hub})"
    do = _any([*cues["verbs"], *cues["subject_verbs"], *cues["short_adverbs"]])
    no_noun = _any(
        [
            word
            for table in ("function_words", "clause_words", "not_verbs", "subject_verbs", "verbs")
            for word in cues[table]
        ]
    )
    sure = [verb for verb in cues["verbs"] if " " in verb and verb not in cues["name_verbs"]]
    following = (
        r"(?:(?: (?:thực hiện|triển khai))?(?: (?:một số|những|các))?"
        r"(?: (?:nội dung|nhiệm vụ|công việc|việc|vấn đề)(?: cụ thể| trọng tâm)?)?"
        r",?(?: cụ thể)?(?: như)? sau(?: đây)?)?:"
    )
    return After(
        verb=compile_plain(rf"(?i){_ASIDE}{adverb}{{0,3}}? {verb}"),
        task=compile_plain(
            rf"(?i){_ASIDE}{short}{{0,3}}? {do}|{_ASIDE} (?:trong việc|về việc|để) {do}|{_ASIDE}{following}"
        ),
        leads=compile_plain(rf"(?i){_ASIDE}{adverb}{{0,3}}?(?: [\p{{Ll}}]++){{0,3}}?(?:,| và)? ?chủ trì"),
        chair=compile_plain(r"(?i) ?\(chủ trì"),
        defines=compile_plain(rf"(?i)(?: (?!là )[^\s,.;:]++){{0,12}} (?!{hub})là "),
        for_information=compile_plain(r"(?i)[^.;]{0,60} (?:để|báo cáo)(?!\p{L})"),
        attains=compile_plain(r" (?:hoàn thành|đạt|được|có|trở lên)(?!\p{L})"),
        something=compile_plain(
            rf" (?!{_any([*cues['function_words'], *cues['not_verbs']])})\p{{Ll}}++(?=,? [\p{{L}}\d])"
        ),
        directs=compile_plain(rf"(?i){_ASIDE} {_any(cues['directs_others'])}"),
        label=compile_plain(
            r"(?i) (?:(?:chủ trì|phối hợp|đầu mối|thực hiện|thường trực|triển khai|gửi báo cáo|nhận báo cáo|tiếp nhận)"
            rf"[^.;:\n]{{0,25}}(?::|$)|{do}[^.;:\n]{{0,25}}: ?\p{{L}}|(?:chủ trì|phối hợp|đầu mối) là )"
        ),
        approves=compile_plain(rf"(?i) {_any(cues['approves'])}"),
        takes_note=compile_plain(r"(?i) biết(?:,| và)? (?:triển khai|thực hiện|tổ chức|phối hợp)"),
        follows=compile_plain(r"(?i) (?:theo dõi|chỉ đạo|xem xét|tổng hợp|biết|nắm|cho ý kiến)(?!\p{L})"),
        works_with=compile_plain(
            rf"(?i){_ASIDE}(?: {_any(cues['short_adverbs'])}){{0,3}}? phối hợp(?!\p{{L}})"
            rf"(?:,|(?: thực hiện)?[.;)]|[^.;:\n]{{0,200}}? (?:để|trong|khi|nhằm|về|(?P<work>{work}))(?!\p{{L}}))"
        ),
        must=compile_plain(
            rf"{_PERSONS}(?P<more>(?:(?:,(?= (?:cơ quan|đơn vị|tổ chức|doanh nghiệp) ))?"
            rf" (?!{_any(cues['clause_words'])})[\p{{L}}\d]++){{0,14}}?){_ASIDE}{short}{{0,2}}?"
            rf" (?:{_any(cues['modals'])})(?! (?:có(?! trách nhiệm)|là|đạt|được)(?!\p{{L}}))"
        ),
        further=compile_plain(rf"(?P<more>(?: (?!{no_noun})[\p{{Ll}}]++){{2,4}}+){short}{{0,2}}? {_any(sure)}"),
        passive=compile_plain(rf"{_ASIDE} ?(?:được|bị|là|có|không|chưa|đã|còn|$|[.;,])(?!\p{{L}})"),
        settles=compile_plain(rf"{_ASIDE} {_any(cues['settles'])}"),
        dated=compile_plain(
            r"(?: (?:trước|trong|chậm nhất|vào|tại (?:kỳ họp|phiên họp|cuộc họp)|ngay sau|sau khi)(?!\p{L})|,? ngày \d"
            r"|,? \d{1,2}/\d|,? (?:định kỳ|hằng|hàng) )"
        ),
        bracket=compile_plain(
            r"[^()\n]{0,80} (?:thực hiện|chủ trì|phối hợp|phụ trách|theo dõi|đảm nhận|chuẩn bị|tham mưu|tổng hợp)"
            r"[^()\n]{0,160}\)"
        ),
        to_do=compile_plain(r"(?i) để (?:triển khai|thực hiện|tổ chức|giới thiệu|phối hợp|biết và thực hiện)"),
    )
