"""Numbers with their comparator and unit.

A quantity is a number that measures or counts something: `trên 95% doanh nghiệp Nhà nước`, `từ 80 căn nhà trở lên`,
`1,2 tỷ đồng`. Numbers that name (documents, dates, articles, ranks) and numbers of time (durations, frequencies, ages)
are none. Whether someone commits to reach a quantity is for `extractor.find.targets` to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from operator import itemgetter
from typing import NamedTuple

import regex

from extractor.find.alternation import any_of
from extractor.find.first_words import first_words
from extractor.find.mentions import Quantity
from extractor.find.quantities.counted import noun_end, unit_name
from extractor.find.quantities.grammar import quantity_grammar
from extractor.find.quantities.numerals import parse_number, parse_number_words, words_of_numbers
from extractor.find.stretches import stretches
from extractor.find.table_rows import Tables
from extractor.lexicon import load
from extractor.patterns import compile_plain
from extractor.reading import SPEAKING, Paragraph, Reading
from extractor.text.phrases import Occurrence
from schemas.vocabulary import Change, Comparator

__all__ = ["PERCENT", "find_quantities", "first_words_of_amounts"]

#: The unit of a share.
PERCENT = "%"

#: How far before a number its comparator may begin, and how far before that the word that makes it a change.
_COMPARATOR_REACH, _CHANGE_REACH = 48, 90


_WORD = compile_plain(r"\p{L}++")
_PER = compile_plain(r"(?:/ ?\p{L}++(?: \p{L}++(?=/))?)++")
_ONWARD = compile_plain(r" (?:(?:năm \d{4}|hiện nay|hiện tại) )?(?:lên|xuống)(?!\p{L})")
_JOINT = compile_plain(r"[^;:.\n]{0,120}(?:,|\bvà|\bhoặc) ")
#: `tối thiểu mỗi chi đoàn 01 công trình`: the comparator stands before those who must do so much each.
_EACH, _EACH_REACH = " mỗi ", 60
_AT_LEAST_EACH = regex.compile(r"(?r)(?<!\p{L})(?i:ít nhất|tối thiểu) mỗi [^,;:.\d\n]{2,40} ")
_NUMBERS = compile_plain(r"[^\d\n]{0,24}\d[^\p{L}\n]*")
_NAME_OF_UNIT = compile_plain(r"\p{L}++(?:[ /.]\p{L}++\d?)*+\d?")
#: A cell that holds a unit is no longer.
_LONGEST_UNIT = 24
_YEARS = ("1945", "2075")  # an ungrouped number between these names a year
#: Words after which no number counts, unless another word follows or stands before it.
_COUNTED_SOMETIMES = ("ngày", "giờ", "lần")
_PERCENT_WORDS = "phần trăm"
_SIGNS = ("≥", "≤", ">", "<", "=")
_SHARED = frozenset({Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT, Comparator.APPROX})
_start_of = itemgetter(0)
_MISREAD = str.maketrans("lIOo", "1100")


class _Amount(NamedTuple):
    """A number or a range with its unit: what stands between comparator and counted noun."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str  # `%`, a currency or a measure; empty if a noun must follow
    spelled: bool = False  # a number word, which only a comparator makes a number


def find_quantities(reading: Reading, paragraphs: Sequence[Paragraph] | None = None) -> list[Quantity]:
    """Return the quantities in `paragraphs`, in order. Time is linear in their length.

    Args:
        reading: The document.
        paragraphs: Those that are read, in order: all speaking ones if not given.
    """
    if paragraphs is None:
        paragraphs = [paragraph for paragraph in reading.paragraphs if paragraph.part in SPEAKING]
    text, tables = reading.text, Tables(reading)
    amounts: list[_Amount] = []
    anchors = sorted(first_words(reading).amounts)
    for start, end in stretches(paragraphs):
        amounts += _in_digits(text, start, end)
        amounts += _in_words(text, anchors[bisect_left(anchors, (start,)) : bisect_left(anchors, (end,))])
    amounts.sort(key=_start_of)
    found: list[Quantity] = []
    read = 0
    for amount in amounts:
        if amount.start < read:
            continue  # `50% (năm mươi phần trăm)`
        read = amount.end
        quantity = _complete(reading, tables, amount)
        if quantity:
            found.append(quantity)
    return list(_share_comparators(text, found))


@cache
def _numbers() -> re.Pattern[str]:
    """Return the pattern of what an amount in digits may begin with: a number, or letters misread for one.

    Before years of a term, and before words after which no number counts, there is none. It lets more pass than the
    grammar does, and takes a tenth of its time over dates, terms, markers and numbers of documents.
    """
    uncounted = any_of(quantity_grammar().not_counted - {"đến", "tới", *_COUNTED_SOMETIMES})
    begins = r"[0-9lI](?<![\d.,/:°_)%±].)(?<![^\n][-+].)"
    term = r"(?:(?<=1)9[5-9]|(?<=2)0[0-6])\d ?- ?\d{4}[;,.]"
    word = rf" (?!{uncounted}(?![^\W\d_]))[^\W\d_]"
    number = rf"(?<=\d)(?!{term})\d*+(?:[.,]\d+)*+(?= ?%|{word}|[^\W\d_]| [(-]|- ?\d|/\d{{1,3}} |\n|\Z)"
    misread = r"(?<=l)(?= )|(?=[0O]{2} ?%)"
    return compile_plain(rf"{begins}(?:{number}|{misread})")


def _in_digits(text: str, start: int, end: int) -> Iterator[_Amount]:
    """Yield the amounts in digits."""
    match_at, read = quantity_grammar().digits.match, start
    for number in _numbers().finditer(text, start, end):
        position = number.start()
        if position >= read and (match := match_at(text, position, end)):
            read = match.end()
            if amount := _amount(text, match):
                yield amount


def _amount(text: str, match: re.Match[str]) -> _Amount | None:
    """Return the amount that a match of the grammar for digits prints, None where the number names, dates or ranks."""
    part, whole, low, low_unit, high, high_unit, measure = match.group(*_PRINTED)
    if whole and not _is_part(text, int(part), int(whole), match.end()):
        return None
    printed = part or low
    code = _is_code(printed)
    if code and not (low_unit or high_unit or measure):
        return None  # `giai đoạn 2021 - 2025`
    start, end = match.span()
    if high:
        interval = _interval(start, end, printed, low_unit, high, high_unit, measure)
        if interval is None:
            end = match.end("low_unit")
        unit = interval.unit if interval else _unit(low_unit)
    else:
        interval, unit = None, _unit(measure or low_unit)
    if not unit and (code or not _counts(text, start, end)):
        return None  # most numbers end here, before their value is reckoned
    return interval or _Amount(start, end, _value(printed, low_unit, counting=unit != PERCENT), None, unit)


_PRINTED = ("part", "whole", "low", "low_unit", "high", "high_unit", "measure")


def _interval(
    start: int, end: int, low: str, low_unit: str, high: str, high_unit: str, measure: str | None
) -> _Amount | None:
    """Return the interval that two numbers of a match make, None where they do not rise or differ in their units."""
    unit = _unit(measure or high_unit or low_unit)
    shared = not low_unit and _unit(high_unit) != PERCENT  # `2 đến 3 tỷ đồng`
    least = _value(low, high_unit if shared else low_unit, counting=unit != PERCENT)
    most = _value(high, high_unit, counting=unit != PERCENT)
    if least >= most or (low_unit and _unit(low_unit) not in ("", unit)):
        return None
    return _Amount(start, end, least, most, unit)


def _is_part(text: str, part: int, whole: int, end: int) -> bool:
    """Say whether `8/10` counts eight of ten things: not a day (`30/4`), not a fraction (`2/3 số hộ`)."""
    return 2 < whole <= 999 and part <= whole and _word_at(text, end + 1) not in ("số", "tổng", "giờ", "thời")


def _in_words(text: str, anchors: Sequence[Occurrence]) -> Iterator[_Amount]:
    """Yield the amounts in words: those that a comparator governs (`ít nhất một`) and shares (`năm mươi phần trăm`).

    A bare number word is no amount: `một` is an article more often than a number. So only the words around the few
    phrases that may stand beside one are read.
    """
    grammar = quantity_grammar()
    read = -1
    for position, phrase in anchors:
        if position == read or text[position - 1 : position] != " ":
            continue
        end = position + phrase.index(" ")
        if phrase == _PERCENT_WORDS:
            share = grammar.share.match(text, max(0, position - 61), position)
            value = parse_number_words(share.group()) if share else None
            if share and value is not None and text.startswith(phrase, position):
                yield _Amount(share.start(), position + len(phrase), value, None, PERCENT)
        elif text[position:end].islower() and (number := grammar.words.match(text, end + 1)):
            read = position
            first, last = number.span("low")
            value = parse_number_words(number["low"])
            if value is not None and _counts(text, first, last) and _word_at(text, last + 1) not in grammar.idioms:
                yield _Amount(first, last, value, None, "", spelled=True)


def first_words_of_amounts() -> Iterator[str]:
    """Yield the words from which amounts in words are read, in small letters, each with the next one's beginning."""
    yield _PERCENT_WORDS
    numbers = load("numbers")
    links = {words.split(" ")[0] for words in numbers["links"]["words"]}
    openers = sorted(words_of_numbers().union(links))
    yield from (f"{word} {opener}" for word in numbers["spelled"]["after"] for opener in openers)


def _is_code(printed: str) -> bool:
    """Say whether a number is a code, a telephone number (long and ungrouped, or with an idle zero) or a year."""
    if not printed.isdigit():
        return False
    return len(printed) > (2 if printed[0] == "0" else 6) or (len(printed) == 4 and _YEARS[0] <= printed <= _YEARS[1])


def _counts(text: str, start: int, end: int) -> bool:
    """Say whether the bare number ``text[start:end]`` counts what follows it, rather than names, dates or ranks."""
    grammar = quantity_grammar()
    before = text[max(0, start - 24) : start].rstrip()
    if before.rpartition(" ")[2] in grammar.labels and not before.endswith(grammar.exceptions):
        return False
    if end == len(text) or text[end] == "\n":  # a cell of a table
        return before.endswith(_SIGNS) or text[start - 1 : start] == "\n" or _opens_cell(text, start)
    word = _word_at(text, end + 1)
    if word in grammar.frequencies and text[end + 1 + len(word) : end + 2 + len(word)] == "/":
        return False  # `02 kỳ/năm`
    if word in grammar.not_counted:
        return text.startswith(grammar.counted, end + 1) or (word == "lần" and before.endswith(grammar.multiples))
    return text[end] == " " and bool(word)


def _opens_cell(text: str, position: int) -> bool:
    """Say whether nothing but a comparator stands between `position` and the line feed before it."""
    floor = text.rfind("\n", max(0, position - _COMPARATOR_REACH), position) + 1
    match = quantity_grammar().before.fullmatch(text[floor:position].lower()) if floor else None
    return match is not None and match["phrase"] is not None


def _word_at(text: str, position: int) -> str:
    match = _WORD.match(text, position)
    return match.group() if match else ""


def _unit(printed: str) -> str:
    """Return the unit in `printed` after its magnitudes: `%`, a currency or a measure; empty if there is none."""
    printed = printed.strip()
    if printed in ("", PERCENT):
        return printed
    if printed == "phần trăm":
        return PERCENT
    grammar = quantity_grammar()
    while printed:
        if printed in grammar.money:
            return grammar.money[printed]
        word, _, rest = printed.partition(" ")
        if word not in grammar.magnitudes:
            return printed
        printed = rest
    return ""


def _value(printed: str, unit: str, *, counting: bool) -> Decimal:
    """Return the exact value of a printed number with the magnitudes (`nghìn`, `tỷ`) that its unit begins with."""
    if printed.isdecimal() and unit.strip() in ("", PERCENT):
        return Decimal(int(printed))
    value = parse_number(printed.translate(_MISREAD), counting=counting)
    for word in () if _unit(unit) == PERCENT else unit.split():
        value *= quantity_grammar().magnitudes.get(word, 1)
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _complete(reading: Reading, tables: Tables, amount: _Amount) -> Quantity | None:
    """Return `amount` with its comparator and its counted noun, None where there is nothing that it counts."""
    grammar, text, paragraph = quantity_grammar(), reading.text, reading.paragraph_at(amount.start)
    start, phrase, change = _before(text, paragraph.start, amount.start)
    if amount.spelled and not phrase:
        return None
    end = amount.end
    if amount.unit and text.startswith("/", end) and (per := _PER.match(text, end, paragraph.end)):
        end = per.end()
    closer = grammar.closer.match(text, end, paragraph.end)
    if closer:
        end = closer.end()
    unit = amount.unit or _unit_cell(reading, tables, paragraph, start, end)
    if unit is None:
        return None
    if end < paragraph.end and (not unit or unit == PERCENT or unit in grammar.measures):
        noun = noun_end(text, end + 1, paragraph.end) if text[end : end + 1] == " " else end
        phrase_of_noun = text[end + 1 : noun]
        if not unit:
            if not phrase_of_noun or (phrase_of_noun[0].isupper() and start <= paragraph.content):
                return None  # `3 Phát triển kinh tế`: the number of a heading
            unit = unit_name(phrase_of_noun)
        end = noun if phrase_of_noun else end
        if not closer and (last := grammar.closer.match(text, end, paragraph.end)):
            end = last.end()
            closer = None if " từ " in phrase_of_noun else last  # `cán bộ từ cấp huyện trở lên`: no bound of the number
    if phrase == "từ" and _ONWARD.match(text, end):
        return None  # `từ 5% xuống còn 3%`: where it stands now
    if amount.high is not None:
        comparator = Comparator.RANGE
    elif closer:
        comparator = grammar.closers[closer["phrase"]]
    elif phrase:
        comparator = grammar.comparators[phrase]
    else:
        comparator = Comparator.GE if _is_least_of_each(text, paragraph.start, start) else Comparator.EQ
    change = change or _change(text, paragraph.start, start)
    return Quantity(start, end, comparator, amount.low, amount.high, unit, change)


def _is_least_of_each(text: str, floor: int, start: int) -> bool:
    """Say whether those stand before the quantity who must do so much each."""
    if text.find(_EACH, max(floor, start - _EACH_REACH), start) < 0:
        return False
    return _AT_LEAST_EACH.match(text, floor, start) is not None


def _unit_cell(reading: Reading, tables: Tables, paragraph: Paragraph, start: int, end: int) -> str | None:
    """Return the unit in a cell before a cell (`%`, `xã`): empty if none, None for a number of no use without one.

    In the row of a drawn table other numbers may stand between them.
    """
    text = reading.text
    if start > paragraph.content or end < paragraph.end:
        return ""
    cells = tables.before(start)
    if cells is None:
        cells = [reading.paragraphs[max(0, reading.paragraph_index(start) - 1)]]
    for cell in cells:
        printed = text[cell.start : cell.end]
        if printed == PERCENT or (
            len(printed) <= _LONGEST_UNIT and printed[:1].islower() and _NAME_OF_UNIT.fullmatch(printed)
        ):
            return printed
        if not _NUMBERS.fullmatch(printed):
            break
    return "" if text.startswith(_SIGNS, start) else None


def _before(text: str, floor: int, position: int) -> tuple[int, str, Change | None]:
    """Return where the quantity with its number at `position` begins, its comparator as printed, and its change."""
    if position <= floor:
        return position, "", None  # a cell of a table
    grammar = quantity_grammar()
    floor = max(floor, position - _COMPARATOR_REACH)
    window = text[floor:position].lower()
    if not window.rstrip().endswith(grammar.compared_by):
        return position, "", None  # most numbers
    match = grammar.before.match(window)
    if match is None or len(window) != position - floor:
        return position, "", None
    if match["phrase"] == "trên" and grammar.place.match(window):
        return position, "", None
    word = match["change"]
    change = None if word is None else Change.INCREASE if word.rstrip() in grammar.increases else Change.DECREASE
    return floor + match.start(), match["phrase"] or "", change


def _change(text: str, floor: int, position: int) -> Change | None:
    """Return the change that the clause before `position` makes of its quantity: `tăng tỷ lệ … từ 02 đến 03%`."""
    grammar = quantity_grammar()
    window = text[max(floor, position - _CHANGE_REACH) : position].lower()
    if not any(stem in window for stem in grammar.change_stems):
        return None
    clause = window[max(window.rfind(mark) for mark in ";.:,") + 1 :]
    words = list(grammar.change.finditer(clause))
    if not words:
        return None
    last = words[-1]
    if not last["rate"] and grammar.levels.search(clause, last.end()):
        return None
    return Change.INCREASE if last["increase"] else Change.DECREASE


def _share_comparators(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, each share in a list governed by the comparator before the list: `từ 90% A và 85% B`."""
    last: Quantity | None = None
    for quantity in quantities:
        if (
            last is not None
            and quantity.comparator is Comparator.EQ
            and last.comparator in _SHARED
            and quantity.unit == last.unit == PERCENT
            and quantity.value < 100
            and _JOINT.fullmatch(text, last.end, quantity.start)
        ):
            quantity = quantity._replace(comparator=last.comparator)
        yield quantity
        last = quantity
