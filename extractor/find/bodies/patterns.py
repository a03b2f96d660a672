"""The patterns of which the grammar of names is made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

import regex

from extractor.find.alternation import any_of, any_of_backwards, any_word_of
from extractor.lexicon import load
from extractor.names.places import COMMITTEES, LEVELS, provinces
from extractor.patterns import compile_plain

__all__ = [
    "ANOTHER_PLACE",
    "BRANCH",
    "COMMITTEE",
    "COUNCIL_JOINT",
    "NOUN_FOLLOWS",
    "NUMBER",
    "OF",
    "PERSON",
    "PERSONS",
    "PLACE_NAME",
    "PROJECTS",
    "QUOTED",
    "WHOLE_LIST",
    "fields",
    "follows",
    "modifier_beginnings",
    "modifiers",
    "open_name",
    "proper_name",
    "state_fields",
    "tail",
    "tail_beginnings",
    "team_name",
]


#: Settlements below the commune, which have names of bodies as levels have: `Ban lãnh đạo các thôn`.
_COMMUNITIES = ("địa phương", "tổ dân phố", "khu dân cư", "khu phố", "thôn", "làng", "xóm", "bản", "ấp", "buôn")
_LEVEL_WORDS = "|".join(sorted((*LEVELS, *_COMMUNITIES), key=len, reverse=True))

_CONTEXT = load("bodies")["context"]
#: Matched backwards: the person who stands for the body that is named next (`Giám đốc Sở …`, `Lãnh đạo Bộ`).
PERSON = regex.compile(
    rf"(?r)(?<!\p{{L}})(?:(?:Đồng chí |Đ/c )?(?i:{any_of_backwards(_CONTEXT['titles'])})"
    r"|(?:(?<=, |các |cáo |với |của |diện |và )lãnh đạo|Lãnh đạo))(?: của)?(?: các)? "
)
#: Matched backwards: persons who are only told by their body: `đại biểu Hội đồng nhân dân`.
PERSONS = regex.compile(rf"(?r)(?<!\p{{L}}){any_of_backwards(_CONTEXT['members'])} (?:các )?")
#: What follows `tổ chức` where it is a body and not the verb.
NOUN_FOLLOWS = compile_plain(
    r"[,.;:)]|$| (?:và|hoặc|không|chưa|sẽ|đã|cá nhân|có"
    r"|liên quan|phải|cần|được|trong|trên|thuộc|đảng|chính trị|xã hội|kinh tế"
    r"|thành viên|khác)(?!\p{L})"
)
#: Two councils that share one office: `Văn phòng HĐND và UBND`.
COUNCIL_JOINT = compile_plain(r" ?(?:&|-|và) ?(?=ubnd|ủy ban nhân dân)")
#: A name that holds a list of fields to its end: `Văn hóa, Thông tin và Thể thao`.
WHOLE_LIST = compile_plain(r", .+ và | và | - ")
#: What joins a name to that of its owner.
OF = compile_plain(r" (?:(?:thuộc|của|trực thuộc) (?:các )?|các (?=(?:huyện|thành|thị|quận|tỉnh|đảng) ủy))?")
#: The rest of a list of places that share their level: `các huyện Tư Nghĩa, Mộ Đức`.
ANOTHER_PLACE = compile_plain(r"(?:,| và)(?= \p{Lu})")
#: What a fund or movement is called after: `Ban Vận động Quỹ "Vì người nghèo"`.
QUOTED = compile_plain(r" \"[^\"\n]{2,60}\"")
#: A committee that is named after its level, at the end of a name.
COMMITTEE = compile_plain(rf"(?:các )?(?:{'|'.join((*COMMITTEES, 'tỉnh đoàn', 'thành đoàn', 'huyện đoàn'))})$")

_NOT_PLACE = rf"(?!{any_word_of(_CONTEXT['not_places'])})"
#: The name of a place: up to four words, all with capitals.
PLACE_NAME = compile_plain(
    rf" {_NOT_PLACE}\p{{Lu}}[\p{{Ll}}']++(?:(?: | - |-){_NOT_PLACE}\p{{Lu}}[\p{{Ll}}']++){{0,3}}+(?!\p{{L}})"
)


#: The number that a unit or a team is called by.
NUMBER = compile_plain(r"(?: số)? \d{1,3}(?![\d/.,])")
#: The branch of a bank or a company, after its name: `Chi nhánh tỉnh`, ` - Chi nhánh Lào Cai`.
BRANCH = compile_plain(
    rf"(?: -)? (?i:chi nhánh)(?: (?i:tỉnh|thành phố|huyện|khu vực))?(?:{PLACE_NAME.pattern})?+(?!\p{{L}})"
)


#: A region by its number, perhaps with where it sits (`khu vực 2 - Lai Châu`); a team by its own (`số 3`).
_REGION = (
    rf"(?: (?i:khu vực)(?: (?:\d{{1,2}}|[IVX]++)(?!\p{{L}}))?(?: -(?={PLACE_NAME.pattern}))?(?:{PLACE_NAME.pattern})?+"
    r"(?<! khu vực)(?<! Khu vực)| số \d{1,2}(?![\d/]))"
)


@cache
def tail() -> re.Pattern[str]:
    """Return the pattern of what may follow a name: the nation, a level with or without its place, a province."""
    level = rf"(?P<level>(?i:các |thuộc )?(?:(?i:{_LEVEL_WORDS})|(?i:tp|tx)\.?)(?![\p{{L}}])(?! (?:hội|ủy|đoàn|viên)))"
    trade = f"(?i:{any_word_of(load('fields')['state'])})"
    place = rf"(?P<place>{PLACE_NAME.pattern}| \d{{1,2}}(?![\d/]))?+"
    return compile_plain(
        r"(?: (?:Việt Nam|Trung ương|TW|VN)(?!\p{L}))?+"
        r"(?: (?i:các cấp|(?:các )?cấp (?:tỉnh|huyện|xã|trên|cơ sở))(?!\p{L}))?+"
        rf"(?: {level}{place}(?: trực thuộc [Tt]rung ương)?| {any_word_of(tuple(provinces()))}| ngành {trade}"
        rf"|{_REGION})?+"
    )


#: What the boards of projects are called after: `Ban Quản lý dự án đầu tư xây dựng các công trình giao thông`.
PROJECTS = compile_plain(
    rf"(?i)(?: - | và | )?(?: ?{any_word_of(_CONTEXT['projects'])}(?:,| và| -)?(?!\p{{L}})){{1,12}}+"
)


@cache
def state_fields() -> re.Pattern[str]:
    """Return the pattern of a field of work of the state, after `Bộ`, `Sở`."""
    return compile_plain(f" {_fields(load('fields')['state'])}")


@cache
def fields() -> re.Pattern[str]:
    """Return the pattern of a field of work from the lexicon."""
    return compile_plain(f" {_fields((*load('fields')['state'], *load('fields')['board']))}")


def _fields(words: Iterable[str]) -> str:
    """Return an alternation of fields of work; a comma of theirs is often printed as a dash."""
    return any_word_of(" ".join(parts) for word in words for parts in product(*map(_comma_or_dash, word.split(" "))))


def _comma_or_dash(part: str) -> tuple[str, ...]:
    return (part, f"{part[:-1]} -") if part.endswith(",") else (part,)


@cache
def modifiers() -> re.Pattern[str]:
    """Return the pattern of what may follow a kind as part of its name: `cấp trên trực tiếp cơ sở`, `có liên quan`."""
    return compile_plain(f"(?: {any_word_of(load('bodies')['modifiers']['words'])}){{1,3}}+")


@cache
def modifier_beginnings() -> frozenset[str]:
    """Return the first words of the modifiers."""
    return frozenset(words.split(" ")[0].rstrip(",") for words in load("bodies")["modifiers"]["words"])


@cache
def tail_beginnings() -> frozenset[str]:
    """Return the first words, in small letters, of what may follow a name."""
    levels = (word.split(" ")[0] for word in (*LEVELS, *_COMMUNITIES))
    places = (name.lower().split(" ")[0].split("-")[0] for name in provinces())
    return frozenset(
        ("khu", "số", "việt", "trung", "tw", "vn", "các", "cấp", "thuộc", "tp", "tx", "ngành", *levels, *places)
    )


@cache
def follows() -> re.Pattern[str]:
    """Return the pattern, for small letters, of the next word where it may go on with a name: the one cheap question.

    Group 1 is the word: it begins an owner, a level or place, a modifier, or is the mark that opens a quoted name.
    """
    words = {"thuộc", "của", "trực", "các", *tail_beginnings(), *modifier_beginnings()}
    return compile_plain(rf" ({any_of(words)}(?=[,.;:)]*+(?:[ \n]|$))|\")")


@cache
def _stops() -> str:
    cues = load("role_cues")
    return any_word_of({*cues["verbs"], *cues["function_words"]}.difference(cues["name_verbs"]))


def proper_name(text: str, lower: str, position: int) -> int | None:
    """Return where a name ends that begins with a capital after the space at `position`: before a verb or particle.

    Its parts are matched one by one, in `lower` where their case does not count: the pattern of all of them took a
    tenth of a second to compile.
    """
    begin = position + len(" các") if text.startswith(" các ", position) else position
    end = _parts(text, lower, begin, _MOST_PARTS)
    if end is None:
        return None
    for _ in range(_MOST_JOINTS):
        joint = _joint().match(text, end)
        further = _parts(text, lower, joint.end(), _MOST_FURTHER) if joint else None
        if further is None:
            break
        end = further
    rest = _name_rest().match(text, end)
    return rest.end() if rest else end


_MOST_PARTS, _MOST_JOINTS, _MOST_FURTHER = 7, 3, 4


def _parts(text: str, lower: str, position: int, most: int) -> int | None:
    """Return where up to `most` parts of a name end, each a space and a word with a capital; None if there is none."""
    end = None
    for _ in range(most):
        if not text[position + 1 : position + 2].isupper() or _new_sentence().match(text, position):
            break
        part = _known_part().match(lower, position) or _part().match(text, position)
        if part is None:
            break
        end = position = part.end()
    return end


@cache
def _new_sentence() -> re.Pattern[str]:
    return compile_plain(f" {any_word_of(_CONTEXT['sentence_starts'])}")


@cache
def _known_part() -> re.Pattern[str]:
    """Return the pattern, for small letters, of a part of a name that the lexicon has.

    A verb of several syllables that has the capital of a name goes on: `Văn phòng Đăng ký đất đai`.
    """
    lexicon = any_word_of((*load("fields")["state"], *load("fields")["board"], *_CONTEXT["compounds"]))
    work = any_word_of(verb for verb in load("role_cues")["verbs"] if " " in verb)
    return compile_plain(rf" (?:{lexicon}|{work}{_small_word()}{{1,5}}+)")


@cache
def _part() -> re.Pattern[str]:
    """Return the pattern of a part of a name: a word with a capital and small ones after it."""
    return compile_plain(rf" \p{{Lu}}[\p{{L}}&]*+{_small_word()}{{0,5}}+")


@cache
def _joint() -> re.Pattern[str]:
    """Return the pattern of what joins the parts of a name, if no other name begins there."""
    heads = (head[0].upper() + head[1:] for head in load("bodies")["heads"]["field"])
    other = any_word_of((*heads, *_CONTEXT["others"]))
    return compile_plain(rf"(?: -| và|,(?= [^;.:()\n]{{2,80}} và \p{{Lu}}))(?: các(?= ))?(?! {other})")


@cache
def _name_rest() -> re.Pattern[str]:
    """Return the pattern of a rest in small letters: the place tells that the name goes on.

    `Hội Bảo vệ thiên nhiên và môi trường tỉnh`.
    """
    kinds = any_word_of((*load("bodies")["heads"]["strong"], *load("bodies")["heads"]["weak"]))
    place = r"(?= (?:tỉnh|thành phố|huyện|xã|Việt Nam)(?!\p{L}))"
    return compile_plain(rf" và(?! {kinds}){_small_word()}{{1,4}}+{place}")


@cache
def open_name() -> re.Pattern[str]:
    """Return the pattern of a name in small letters up to a verb or particle: `Bộ phận một cửa`."""
    return compile_plain(rf"{_small_word()}{{1,4}}+{_IN_SERIES}")


@cache
def team_name() -> re.Pattern[str]:
    """Return the pattern of the name of a team, which may begin with a verb: `Tổ thẩm định`."""
    first = rf"(?: (?!{any_word_of(load('role_cues')['function_words'])})\p{{Ll}}++){{2}}+"
    return compile_plain(rf"{first}{_small_word()}{{0,3}}+{_IN_SERIES}")


#: More of the same after dashes: `văn hóa - xã hội`.
_IN_SERIES = r"(?: - \p{L}++){0,3}+"


@cache
def _small_word() -> str:
    return rf"(?: {any_word_of(_CONTEXT['compounds'])}| (?!{_stops()})\p{{Ll}}++)"
