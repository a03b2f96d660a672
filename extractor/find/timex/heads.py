"""With which words and numbers the cores of expressions of time begin, and which rules are tried there."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["HEADS", "Head"]


class Head(NamedTuple):
    """Words with which cores begin, and the rules to try there.

    Attributes:
        words: A number begins a core before what parts a date (`#date`), before a unit of time (`#days`, `#months`), or
            before `lần` (`#times`); some years stand alone (`#year`). A name in braces stands for any of the words
            that may follow (`anchors`): the more they tell, the fewer rules are tried in vain.
        rules: The rules, in the order in which they are tried. Where most cores follow one of them, it stands first
            (`full_date`): the others must not match where it does.
    """

    words: tuple[str, ...]
    rules: tuple[str, ...]


HEADS: tuple[Head, ...] = (
    Head(
        ("#date",),
        (
            *("full_date", "dates_each", "days_alone", "day_range", "date_in_words", "date_in_figures"),
            *("bare_month_year", "bare_day_month"),
        ),
    ),
    Head(
        ("#days", "{number} {timed}"),
        ("per_times", "days_of_each", "report", "part_of_term", "month", "year", "duration"),
    ),
    Head(
        ("#months", "{number} tháng"),
        ("per_times", "report", "reports", "dates_each", "date_in_words", "months_of_year", "part_of_term", "duration"),
    ),
    Head(("#times", "{number} {repeated}"), ("times_per",)),
    Head(
        ("{number} (",),
        (
            *("times_per", "per_times", "days_of_each", "report", "reports", "dates_each", "date_in_words"),
            *("date_in_figures", "months_of_year", "part_of_term", "month", "year", "duration"),
        ),
    ),
    Head(("#year",), ("bare_year", "year_cell")),
    Head(
        ("ngày {day}",),
        (
            *("full_date", "per_times", "day_of_period", "dates_each", "days", "day_range"),
            *("date_in_words", "date_in_figures", "short_year", "day_month", "bare_day"),
        ),
    ),
    Head(("ngày",), ("per_times", "end_of_period", "on_event")),
    Head(("hàng {period}", "hằng {period}", "mỗi {period}", "một {period}"), ("per_times", "days_per", "every")),
    Head(("định kỳ", "thường xuyên"), ("periods", "periodic")),
    Head(("{weekday}",), ("weekday_of_month", "weekdays", "weekly")),
    Head(
        ("tháng",),
        (
            *("per_times", "months_each", "part_of_term", "months", "months_named", "months_of_list", "month"),
            *("this", "report"),
        ),
    ),
    Head(("tuần",), ("per_times", "part_of_term", "month", "this", "report")),
    Head(("quý",), ("per_times", "quarters", "quarter", "report", "reports")),
    Head(("năm", "cả năm"), ("year", "per_times", "school_year", "end_of_year", "this", "report")),
    Head(("học kỳ",), ("school_year",)),
    Head(
        ("đầu {whole}", "giữa {whole}", "cuối {whole}", "kết thúc {whole}"),
        ("every", "month", "quarter", "school_year", "term", "open_term", "year", "part_of_year", "part_of_month"),
    ),
    Head(("thượng tuần", "trung tuần", "hạ tuần"), ("month",)),
    Head(("nửa",), ("half", "month", "term", "open_term")),
    Head(("nhiệm kỳ", "giai đoạn", "thời kỳ"), ("term",)),
    Head(("trong nhiệm kỳ", "hết nhiệm kỳ", "toàn nhiệm kỳ", "cả nhiệm kỳ", "suốt nhiệm kỳ"), ("open_term",)),
    Head(("từ nay", "từ giờ", "từ bây giờ", "kể từ nay"), ("from_now",)),
    Head(("từ ngày", "từ khi", "kể từ ngày", "kể từ khi"), ("from_event", "upon")),
    Head(("cùng ngày",), ("same_day",)),
    Head(
        ("sau {event}", "trước {event}", "ngay sau {event}", "ngay trước {event}", "kể từ {event}"),
        ("after_each", "upon"),
    ),
    Head(
        (
            *("trong quá trình", "trong thời gian", "trong suốt", "trong dịp", "ngay trong", "vào dịp"),
            *("tại kỳ họp", "tại phiên họp", "trong mùa", "vào mùa", "trong kỳ nghỉ", "vào kỳ nghỉ"),
        ),
        ("during",),
    ),
)
