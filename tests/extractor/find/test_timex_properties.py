"""What holds for every text: a printed date is read back, spans stand inside paragraphs, time is linear."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.find.deadlines import find_deadlines
from extractor.find.timex import find_times
from extractor.pipeline import read
from extractor.reading import HeaderFacts
from schemas.vocabulary import Bound, Granularity

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
ISSUED = date(2024, 3, 15)

FORMS = [
    "ngày {d:02}/{m:02}/{y}",
    "ngày {d}/{m}/{y}",
    "{d:02}/{m}/{y}",
    "ngày {d}-{m}-{y}",
    "{d:02}.{m:02}.{y}",
    "ngày {d:02} tháng {m:02} năm {y}",
    "ngày {d} tháng {m}, năm {y}",
    "Ngày {d} Tháng {m} Năm {y}",
    "{d} tháng {m} năm {y}",
    "ngày {d:02} tháng {m}/{y}",
]
BOUNDS = {
    "trước ": Bound.BEFORE,
    "chậm nhất là ": Bound.BY,
    "đến hết ": Bound.BY,
    "từ ": Bound.FROM,
    "vào ": Bound.ON,
    "": Bound.ON,
}


@given(DAYS, st.sampled_from(FORMS), st.sampled_from(list(BOUNDS)))
def test_a_printed_date_is_read_back(day: date, form: str, words: str) -> None:
    printed = words + form.format(d=day.day, m=day.month, y=day.year)
    reading = read(f"Gửi báo cáo {printed}.")
    (found,) = find_times(reading)
    assert reading.text[found.start : found.end] == printed
    assert {found.first, found.last} - {None} == {day}
    assert (found.bound, found.granularity, found.inferred) == (BOUNDS[words], Granularity.DAY, ())


@given(DAYS, DAYS)
def test_a_missing_year_is_the_first_on_or_after_the_issue_date(day: date, issued_on: date) -> None:
    reading = read(f"Gửi báo cáo trước ngày {day.day}/{day.month}.")
    reading = replace(reading, header=HeaderFacts(issued_on=issued_on))
    (found,) = find_times(reading)
    assert found.last is not None
    assert (found.last.day, found.last.month) == (day.day, day.month)
    assert found.last >= issued_on
    if (day.day, day.month) != (29, 2):
        assert found.last - issued_on <= timedelta(days=365)
    assert found.inferred == ("year",)


@given(DAYS, DAYS)
def test_a_stretch_has_both_its_ends(first: date, last: date) -> None:
    first, last = min(first, last), max(first, last)
    (found,) = find_times(read(f"Mở lớp từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}."))
    assert (found.bound, found.first, found.last) == (Bound.WITHIN, first, last)


WORDS = [
    *("ngày", "tháng", "năm", "quý", "tuần", "giờ", "thứ Hai", "kỳ", "lần", "nhiệm kỳ 2020-2025"),
    *("trước", "sau", "đến", "từ", "trong", "hết", "chậm nhất", "kể từ", "đầu", "cuối", "khi"),
    *("hằng", "hàng", "định kỳ", "Thời gian:", "ban hành", "hội nghị", "báo cáo", "và"),
    *("6", "08", "10", "31/12", "12/2024", "2024", "30/02/2024", "II", "IV"),
    *("/", "-", ",", "(", ")", ";", ".", ":", "\n", "\n- ", "\n1. ", "\nI. NHIỆM VỤ\n"),
]


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_words_of_time_are_read_in_order_inside_their_paragraphs(text: str) -> None:
    reading = replace(read(text), header=HeaderFacts(issued_on=ISSUED))
    times = find_times(reading)
    assert all(before.end <= after.start for before, after in pairwise(times))
    for found in times:
        paragraph = reading.paragraph_at(found.start)
        assert paragraph.start <= found.start < found.end <= paragraph.end
        assert found.first is None or found.last is None or found.first <= found.last
    for deadline in find_deadlines(reading, times, []):
        assert deadline.expression in times
        assert deadline.task is None or deadline.task[0] < deadline.task[1]


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    times = find_times(reading)
    deadlines = find_deadlines(reading, times, [])
    assert all(0 <= found.start < found.end <= len(reading.text) for found in times)
    assert all(deadline.expression in times for deadline in deadlines)


HARD = {
    "days without a month": "ngày 1, 2, 3, 4, 5, 6, ",
    "numbers": "12/12/12/12/",
    "words before nothing": "chậm nhất là trước đến hết ",
    "events": "trước khi sau khi trong quá trình ",
    "units": "tháng quý năm tuần ngày ",
    "one long clause": "báo cáo kết quả trước ngày 5/6 và ",
}


@pytest.mark.parametrize("unit", HARD.values(), ids=HARD.keys())
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        reading = read("I. NHIỆM VỤ\n" + (unit * (size // len(unit)) + "\n"))
        start = time.process_time()
        find_deadlines(reading, find_times(reading), [])
        return time.process_time() - start

    seconds(1_000)
    assert any(seconds(40_000) < 40 * seconds(4_000) + 0.05 for _ in range(5))
