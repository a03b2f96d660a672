"""The patterns of the words round a body that give it a role, made from ``lexicon/role_cues.toml``."""

from __future__ import annotations

from functools import cache

import regex

from extractor.lexicon import load

__all__ = ["after", "before"]

_DETERMINER = r"(?: (?:toàn thể|một số|tất cả))?(?: (?:các|những|mọi|từng|mỗi|toàn thể))?"


def _any(words: list[str]) -> str:
    return "(?:" + "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True)) + r")(?!\p{L})"


@cache
def before() -> dict[str, regex.Pattern[str]]:
    """Return the patterns that end where a body begins, by name."""
    cues = load("role_cues")
    direct = _any(cues["direct"])
    prepositions = _any(cues["report_prepositions"])
    return {
        "lead": regex.compile(rf"(?i)(?:chủ trì|đầu mối|thường trực)(?: thực hiện)?(?: là)?: ?{_DETERMINER}$"),
        "coordinate_label": regex.compile(rf"(?i)phối hợp(?: thực hiện)?: ?{_DETERMINER}$"),
        "execute_label": regex.compile(
            rf"(?i)(?:đơn vị|cơ quan|bộ phận|tổ chức)(?: triển khai)?(?: thực hiện| chịu trách nhiệm)?(?: là)?: ?{_DETERMINER}$"
        ),
        "via": regex.compile(rf"(?i)(?:\(|,? )(?:thông )?qua(?: đầu mối)?{_DETERMINER} ?$"),
        "coordinate": regex.compile(
            rf"(?i)(?<!\p{{L}}){_any(cues['coordinate'])}(?:(?:,? [\p{{Ll}}]++){{0,6}}? (?:với|cùng))?{_DETERMINER} $"
        ),
        "direct": regex.compile(
            rf"(?i)(?<!\p{{L}}){direct}(?: (?:trực tiếp|thường xuyên|kịp thời))?(?: đến| cho| đối với| tới)?{_DETERMINER}:? $"
        ),
        "report": regex.compile(
            rf"(?i)(?<!\p{{L}}){_any(cues['report'])}(?:[^.;:]{{0,140}}? {prepositions}| kết quả)?{_DETERMINER} $"
        ),
        "owner": regex.compile(rf"(?i)(?:trách nhiệm|nhiệm vụ)(?: [\p{{Ll}}]++){{0,4}}? (?:của|đối với){_DETERMINER} $"),
        "adverbial": regex.compile(
            r"(?i)(?:hàng|hằng|định kỳ|căn cứ|trên|trong|để|nhằm|sau|khi|nếu|từ|đến|trước|theo|nhân|tùy|riêng|thời gian|tại|với|vào|đúng|chậm nhất|quá trình|trường hợp|ngoài|bên cạnh|đồng thời|cuối|đầu|ngày)(?!\p{L})[^.;:]*,? $"
        ),
    }


@cache
def after() -> dict[str, regex.Pattern[str]]:
    """Return the patterns that begin where a body ends, by name."""
    cues = load("role_cues")
    aside = r"(?: ?\([^()\n]{0,120}\))?(?: (?:trong|trên|ở|tại|thuộc) (?:[\p{L}]++ ?){1,6}?,?)?,?"
    adverbs = rf"(?: {_any(cues['adverbs'])}(?: [^.;:\n]{{0,90}}?,)?)"
    return {
        "verb": regex.compile(rf"(?i)\.{{0,3}}{aside}{adverbs}{{0,3}}? {_any([*cues['verbs'], *cues['adverbs']])}"),
        "lead": regex.compile(rf"(?i)(?: ?\()?(?:{aside}{adverbs}{{0,3}}?) ?chủ trì"),
        "coordinate": regex.compile(rf"(?i){aside}{adverbs}{{0,2}}? phối hợp(?!\p{{L}})"),
        "directs": regex.compile(rf"(?i){aside} {_any(cues['directs_others'])}"),
    }
