"""Vocabularies of time and quantity: the bounds of deadlines, the comparators of targets."""

from __future__ import annotations

from schemas.vocabulary.term import Term


class Bound(Term):
    """How a deadline binds: which side of its dates the work has to fall on."""

    BEFORE = "before", "trước"
    BY = "by", "chậm nhất, đến hết"
    ON = "on", "vào ngày"
    WITHIN = "within", "trong thời gian"
    FROM = "from", "từ"
    RECURRING = "recurring", "định kỳ"


class Granularity(Term):
    """The unit of time that the text itself names; a deadline is no more precise than this."""

    TIME = "time", "giờ"
    DAY = "day", "ngày"
    WEEK = "week", "tuần"
    MONTH = "month", "tháng"
    QUARTER = "quarter", "quý"
    HALF_YEAR = "half_year", "6 tháng"
    YEAR = "year", "năm"
    TERM = "term", "nhiệm kỳ, giai đoạn"


class Comparator(Term):
    """How the committed quantity compares with the number printed."""

    GE = "ge", "từ … trở lên"
    GT = "gt", "trên"
    LE = "le", "không quá"
    LT = "lt", "dưới"
    EQ = "eq", "bằng"
    RANGE = "range", "từ … đến …"
    APPROX = "approx", "khoảng"


class Change(Term):
    """Whether a target is the amount of a change instead of a level to reach."""

    INCREASE = "increase", "tăng"
    DECREASE = "decrease", "giảm"
