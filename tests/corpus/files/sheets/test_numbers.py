"""Numbers and dates as a Vietnamese machine shows them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from corpus.files.sheets.numbers import Value, is_date_format, shown

DAY = datetime(2031, 9, 5, 14, 7, 9)


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        pytest.param(None, "General", "", id="nothing"),
        pytest.param("Kế hoạch", "@", "Kế hoạch", id="words"),
        pytest.param(True, "General", "TRUE", id="truth"),
        pytest.param(80000, "General", "80000", id="whole number"),
        pytest.param(80000.0, "General", "80000", id="whole number stored as a fraction"),
        pytest.param(2.5, "General", "2,5", id="fraction"),
        pytest.param(1 / 3, "General", "0,333333333", id="fraction without end"),
        pytest.param(1e300, "General", "1" + "0" * 300, id="huge"),
        pytest.param(float("nan"), "General", "nan", id="no number"),
        pytest.param(80000, "#,##0", "80.000", id="grouped"),
        pytest.param(1234567.891, "#,##0.00", "1.234.567,89", id="grouped with decimals"),
        pytest.param(12.5, "0.###", "12,5", id="decimals where there are any"),
        pytest.param(0.955, "0%", "96%", id="share, rounded half up"),
        pytest.param(0.955, "0.0%", "95,5%", id="share with a decimal"),
        pytest.param(-1200, "#,##0;(#,##0)", "(1.200)", id="negative in brackets"),
        pytest.param(0, '#,##0;-#,##0;"-"', "-", id="zero as a dash"),
        pytest.param(5000, '#,##0 "đồng"', "5.000 đồng", id="with words"),
        pytest.param(5000, "#,##0\\ [$₫-42A]", "5.000 ₫", id="with a currency"),
        pytest.param(5000, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', "5.000", id="of an account"),
        pytest.param(DAY, "dd/mm/yyyy", "05/09/2031", id="date"),
        pytest.param(DAY, "d/m/yy", "5/9/31", id="short date"),
        pytest.param(DAY, "dd/mm/yyyy hh:mm", "05/09/2031 14:07", id="date and time"),
        pytest.param(DAY, "h:mm AM/PM", "2:07 CH", id="half days"),
        pytest.param(DAY, 'mm"/"yyyy', "09/2031", id="month"),
        pytest.param(DAY, "[$-42A]dd mmmm yyyy", "05 09 2031", id="name of a month, in digits"),
        pytest.param(DAY, "General", "05/09/2031", id="date without a format"),
        pytest.param(date(2031, 9, 5), "dd/mm/yyyy", "05/09/2031", id="bare date"),
        pytest.param(time(7, 30), "hh:mm", "07:30", id="bare time"),
    ],
)
def test_shown(value: Value, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


@pytest.mark.parametrize(
    ("number_format", "is_date"),
    [
        ("General", False), ("#,##0", False), ('0 "ngày"', False), ("@", False), ("[Red]0.00", False),
        ("dd/mm/yyyy", True), ("h:mm", True), ("mm:ss.0", True), ("[$-42A]d mmmm", True),
    ],
)  # fmt: skip
def test_is_date_format(number_format: str, *, is_date: bool) -> None:
    assert is_date_format(number_format) is is_date
