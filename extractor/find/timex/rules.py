"""What the cores of expressions of time look like.

A core is an expression without the words before it that say its bound: `ngày 18 tháng 5 năm 2021`, `quý II/2024`,
`cuối năm`, `hằng tháng`, `01 lần/quý`. Rules are patterns composed of named pieces, matched against the lower-cased
flow; they use single spaces, never cross a line feed and repeat a bounded number of times.
"""

from __future__ import annotations

import re
from functools import cache

from extractor.lexicon import load

__all__ = ["RULES", "one_of", "pieces"]


def one_of(words: list[str]) -> str:
    """Return the alternation of `words`, longer ones first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


#: A month in figures.
_MONTH = r"(?:[0o]?[1-9]|1[0-2o]|l[0-2]|0l)(?!\d)"


@cache
def pieces() -> dict[str, str]:
    """Return the named pieces of which patterns are composed (by `str.format`)."""
    time = load("time")
    named = {
        # with the l and o that optical readers make of 1 and 0 beside a digit
        "day": r"(?:[0o]?[1-9]|[12]\d|3[01]|l\d|[123]o|[02]l)(?!\d)",
        "month": rf"(?:{_MONTH}|(?:{one_of(list(time['months']))})(?= năm \d))",
        "any_month": rf"(?:{_MONTH}|{one_of(list(time['months']))})",  # where the year is known to follow
        "year": r"(?:1[89]|2[0o])[\do]{2}(?!\w)",
        "quarter": rf"(?:{one_of(list(time['quarters']))})(?!\w| lần)",
        "number": rf"(?:\d{{1,3}}|(?:{one_of(list(time['numbers']))})(?!\w))(?: \((?:[^\W_]| ){{1,20}}\))?",
        # `, năm 2024`, `/2024`, `-2024`, `.2024`
        "of_year": r"(?:,? (?:của )?năm | ?[/⁄-]{1,2} ?|\.(?=\d{4}(?!\d)))",
        # a date ends here, and it was no number of a document: `16/2024/QĐ-UBND`, `12/5-KH`
        "stop": r"(?!\w|/\w|[.,]\d|-\p{L})",
        "unit": r"(?:ngày|tuần|tháng|quý|năm)(?!\w)",
        "comma": r"(?:, ?| và |, và )",
        "and": r"(?:, ?| và |,? hoặc |/)",
        "weekday": rf"(?:{one_of(list(time['weekdays']))})(?!\w)",
        "next": r"(?:kế tiếp|tiếp theo|sau|liền kề|liền sau)",
        "yearly": r"(?:của )?(?:hàng|hằng|mỗi) năm(?!\w)",
        "range": r"(?: ?- ?| (?:đến|đến hết|tới) )",
        "school_half": r"học kỳ(?: (?:ii?|[12]|một|hai|hè|nhất)(?!\w))?(?:,? (?:của )?năm học)?",
        "after_year": one_of(list(time["years"]["after"])),
        "season": rf"(?:{one_of(list(time['seasons']['words']))})(?!\w)",
    }
    named["period"] = rf"(?:{named['number']} )?{named['unit']}(?! \d)"
    named["report"] = r"(?:(?:0?[369]|sáu|chín|ba) tháng|cả năm|0?1 năm|quý|năm|tháng|tuần)(?!\w| \d)"
    return named


#: The rules, as patterns over the pieces. `{lunar}` and `{each}` at the end of one are no pieces: they say that the
#: words of a lunar date, and those of a yearly one, may follow (`grammar`).
RULES: dict[str, str] = {
    # ---- recurrences
    "times_per": (
        r"(?P<times>{number}) (?:lần|kỳ|số|buổi|cuộc|đợt) ?(?:/|mỗi|một|trong một|trong|trên) ?"
        r"(?P<item>(?:{number} ?)?{unit})(?! \d| liên ti| liên tục)"
    ),
    "per_times": (
        r"(?:(?:mỗi|một|hàng|hằng) )?(?P<item>(?:{number} )?{unit}) ?"
        r"(?:/ ?(?:(?P<parted>{number}) )?"
        r"|(?:(?:họp|tổ chức|thực hiện|tiến hành|sinh hoạt) )?(?:(?:ít nhất|tối thiểu) )?(?P<times>{number}) )"
        r"(?:lần|kỳ|số|buổi|cuộc|đợt)(?!\w| thứ)"
    ),
    # `mỗi tháng ít nhất 01 ngày`
    "days_per": (
        r"(?:mỗi|hàng|hằng) (?P<item>tuần|tháng|quý|năm),? (?:(?:ít nhất|tối thiểu|dành) ){{0,2}}"
        r"(?P<times>{number}) ngày(?!\w| làm việc| công| đầu| cuối)"
    ),
    # `thứ Hai đầu tiên của tháng`, `sáng thứ Bảy tuần thứ hai hằng tháng`
    "weekday_of_month": (
        r"(?P<weekday>{weekday}) (?:(?:của )?tuần )?(?P<which>đầu tiên|đầu|thứ (?:nhất|hai|ba|tư|[1-4])|cuối cùng|cuối)"
        r" (?:của )?(?:(?:mỗi|hàng|hằng) )?tháng(?!\w| \d| này| sau| trước)"
    ),
    "weekdays": r"(?P<from>{weekday}){range}(?P<to>{weekday}) (?:của )?(?:hàng|hằng|mỗi) tuần(?!\w)",
    "weekly": r"(?P<items>{weekday}(?:{and}{weekday}){{0,4}}) (?:của )?(?:hàng|hằng|mỗi) tuần(?!\w)",
    "day_of_period": (
        r"ngày (?:mùng |mồng )?(?P<items>{day}(?:{comma}(?:ngày )?(?:mùng |mồng )?{day}){{0,5}}),? (?:của )?(?:"
        r"tháng (?:đầu|cuối|thứ (?:nhất|hai|ba|[123]))(?: tiên| cùng)? (?:của )?(?:(?:mỗi|hàng|hằng) )?(?P<whole>quý)"
        r"|(?P<next>tháng|quý)(?= {next})|(?:hàng|hằng|mỗi) (?P<of>tháng|quý))(?: {next})?"
    ),
    # `ngày làm việc cuối cùng của tháng`, `ngày cuối mỗi quý`
    "end_of_period": (
        r"ngày (?P<working>làm việc )?(?:(?P<side>đầu tiên|cuối cùng) (?:của )?(?:(?:mỗi|hàng|hằng) )?"
        r"|(?P<at>đầu|cuối) (?:của )?(?:mỗi|hàng|hằng) )(?P<of>tháng|quý|năm)"
        r"(?!\w| \d| này| học| sau| trước| báo cáo| kế toán| tài chính)"
    ),
    # `trong 05 ngày đầu của tháng kế tiếp`, `10 ngày cuối mỗi quý`
    "days_of_each": (
        r"{number} ngày (?:làm việc )?(?:đầu|cuối)(?: tiên| cùng)? (?:của )?"
        r"(?:(?:mỗi|hàng|hằng) (?P<of>tháng|quý)|(?P<next>tháng|quý) {next})(?!\w)"
    ),
    "months_each": r"tháng (?P<from>{month}){range}(?:tháng )?(?P<to>{month}) {yearly}",
    "dates_each": (
        r"(?:ngày )?{day}(?:/| tháng )(?P<from>{month}){range}"
        r"(?:ngày )?{day}(?:/| tháng )(?P<to>{month}) {yearly}"
    ),
    "every": (
        r"(?:(?:đầu|giữa|cuối) )?(?:hàng|hằng|mỗi) "
        r"(?P<items>{period}(?:{and}(?:(?:hàng|hằng|mỗi) )?{period}){{0,4}})"
    ),
    "periods": r"định kỳ (?P<items>{period}(?:{and}{period}){{0,4}})(?! ?/? ?{number} lần| ?/ ?lần)",
    "report": (
        r"(?:(?<=báo cáo )|(?<=[sơtổng] kết )|(?<=\()(?<!\d\()(?<!\d \()|(?<=kỳ ))"
        r"(?P<items>{report}(?:{and}(?:(?:báo cáo|tổng kết) )?{report}){{0,4}})"
        r"(?=\)|[,.;:]| về| gửi| và|\n|$| theo| cho| \(| trước (?:ngày|\d)| chậm nhất| nộp)"
    ),
    "reports": r"(?P<items>(?:(?:0?[369]|sáu) tháng|quý)(?:{and}{report}){{1,4}})(?=[);.]| gửi| về|\n|$)",
    "periodic": r"(?:định kỳ|(?<!chi )thường xuyên)(?!\w)",
    # ---- days
    "days": (
        r"ngày (?P<items>{day}(?:{comma}(?:ngày )?{day}){{1,9}})(?: tháng |/)(?P<month>{month})"
        r"(?:{of_year}(?P<year>{year}))?{stop}{lunar}{each}"
    ),
    "days_alone": (
        r"(?P<items>{day}(?:{comma}{day}){{1,9}})(?: tháng |/)(?P<month>{month})"
        r"(?:{of_year}(?P<year>{year}))?{stop}{lunar}{each}"
    ),
    "day_range": (
        r"(?:ngày )?(?P<from>{day}) ?(?:-|đến|đến ngày|đến hết|đến hết ngày|tới) ?(?P<to>{day})"
        r"(?: tháng |/)(?P<month>{month})(?:{of_year}(?P<year>{year}))?{stop}{lunar}{each}"
    ),
    # what most dates look like
    "full_date": (
        r"(?:ngày )?(?P<day>{day})(?: tháng |(?P<sep>[/.-]))(?P<month>{month})(?(sep)(?P=sep)|,? năm )"
        r"(?P<year>{year}){stop}(?! lần){lunar}{each}"
    ),
    "date_in_words": (
        r"(?:ngày )?(?:mùng |mồng )?(?P<day>{day}),? tháng (?P<month>{month})(?:{of_year}(?P<year>{year}))?"
        r"{stop}(?! lần){lunar}{each}"
    ),
    "date_in_figures": (
        r"(?:ngày )?(?:mùng |mồng )?(?P<day>{day}) ?(?P<sep>[/.-]) ?(?P<month>{month}) ?(?P=sep) ?(?P<year>{year})"
        r"{stop}(?! lần){lunar}{each}"
    ),
    "short_year": r"ngày (?P<day>{day})/(?P<month>{month})/(?P<short>\d{{2}}){stop}",
    "day_month": r"ngày (?P<day>{day}) ?[/-] ?(?P<month>{month}){stop}{lunar}{each}",
    "bare_day_month": r"(?P<day>{day})/(?P<month>{month}){stop}(?!\)? (?:ngày|giờ|buổi|năm|số|tổng)(?!\w)){each}",
    "bare_day": r"ngày (?:mùng |mồng )?(?P<day>{day}){stop}",
    "bare_month_year": r"(?P<month>{month})/(?P<year>{year}){stop}",
    # ---- months, quarters, halves
    "months_of_year": (
        r"(?P<months>{number}) tháng (?:(?P<side>đầu|cuối)(?: của)? năm(?: (?P<year>{year}))?"
        r"|(?:của )?năm (?P<whole>{year}))(?!\w){each}"
    ),
    "half": r"nửa (?P<side>đầu|cuối) năm(?: (?P<year>{year}))?(?!\w)",
    "months": (
        r"tháng (?P<items>{month}(?:, ?{month}){{0,10}},? (?:và |và tháng )?{month}){of_year}(?P<year>{year}){stop}"
    ),
    "months_named": r"tháng (?P<items>{month}(?:(?:, ?|,? và )tháng {month}){{1,10}}){stop}(?! năm \d){each}",
    "months_of_list": r"(?<=các )tháng (?P<items>{month}(?:(?:, ?|,? và ){month}){{1,10}}){stop}{each}",
    "month": (
        r"(?:(?:(?P<part>nửa đầu|nửa cuối|đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần)|(?P<first>\d{{1,2}}) ngày đầu"
        r"|tuần (?:thứ )?(?P<week>nhất|đầu|hai|ba|tư|cuối|0?[1-5])(?: tiên| cùng)?)(?: của)? )?"
        r"tháng (?P<month>{month})(?:{of_year}(?P<year>{year}))?{stop}(?! lần){lunar}{each}"
    ),
    "part_of_month": r"(?P<part>đầu|giữa|cuối) tháng(?!\w| \d| trước| sau| kế| tiếp){each}",
    "quarters": r"quý (?P<from>{quarter}){range}(?:quý )?(?P<to>{quarter})(?:{of_year}(?P<year>{year}))?{stop}{each}",
    "quarter": (
        r"(?:(?P<part>đầu|giữa|cuối) )?quý (?P<items>{quarter}(?:(?:, ?| và |, quý | và quý ){quarter}){{0,3}})"
        r"(?:{of_year}(?P<year>{year}))?{stop}{each}"
    ),
    # ---- years and terms
    "school_year": (
        r"(?:(?P<part>đầu|giữa|cuối|kết thúc) )?(?:(?P<half>{school_half})|năm học)(?!\w)"
        r"(?: (?P<year>{year}) ?[/-] ?(?P<last>{year})| mới)?"
    ),
    # `tuần đầu tiên của năm học`, `02 năm đầu nhiệm kỳ`
    "part_of_term": (
        r"(?:(?<!những )(?:tuần|tháng)(?= (?:đầu|cuối|thứ))|{number} (?:ngày|tuần|tháng|năm)) "
        r"(?:đầu|cuối|thứ (?:nhất|hai|ba|\d))(?: tiên| cùng)? (?:của )?"
        r"(?:năm học(?: mới)?|{school_half}|nhiệm kỳ)(?!\w)(?: (?P<year>{year}) ?[/-] ?(?P<last>{year}))?"
    ),
    "term": (
        r"(?:(?P<part>đầu|giữa|cuối|nửa|nửa đầu|nửa cuối) )?(?:nhiệm kỳ|giai đoạn|thời kỳ) (?:\(|từ năm |từ )?"
        r"(?P<year>{year}) ?(?:-|đến năm|đến) ?(?P<last>{year})"
    ),
    "open_term": r"(?P<part>trong|đầu|giữa|cuối|nửa|hết|toàn|cả|suốt) nhiệm kỳ(?!\w| \d)",
    "year": (
        r"(?:(?P<part>đầu|giữa|cuối) |{number} (?=năm {year}(?:,| và| ?-)))?năm (?P<year>{year})"
        r"(?: ?- ?(?P<last>{year})|(?P<more>(?:(?:, ?| và |, năm | và năm ){year}){{1,4}}))?"
    ),
    "part_of_year": r"(?P<part>đầu|giữa|cuối) năm(?: nay)?(?!\w| \d| học| sau| tới| trước)",
    # `đến hết năm`
    "end_of_year": r"(?<=hết )năm(?: nay)?(?!\w| \d| học| sau| tới| trước)",
    "this": r"(?P<this>tháng này|năm nay|tuần này)(?!\w)",
    # `đến 2030`, `từ 2024 đến 2026`, and the cell of a table that is a year
    "bare_year": (
        r"(?:(?<=đến )|(?<=hết )|(?<=tới )|(?<=trước )|(?<=từ ))(?P<year>20[1-5]\d)"
        r"(?![\w/%]|[.,]\d)(?! (?:người|hộ|lượt|triệu|tỷ|đồng)(?!\w))"
        r"(?= ?(?:[,;:.)(\n-]|$)| (?:{after_year})(?!\w))"
    ),
    "year_cell": (  # and no cell of a row of years or of other numbers
        r"(?<![^\n])(?<!\d\d\n)(?P<year>20[1-5]\d)(?: ?- ?(?P<last>20[1-5]\d))?"
        r"(?=\n|$| và (?:hàng|hằng|các|những) )(?!\n(?:(?:19|20)\d\d|\d+[.,]\d)(?!\d))"
    ),
    "from_now": r"(?:kể )?từ (?:nay|giờ|bây giờ)(?= (?:cho )?(?:đến|tới)(?!\w))",
    # `từ ngày có giấy mời đến hết ngày 18/4/2031`: only the end has a date
    "from_event": (
        r"(?:kể )?từ (?:ngày|khi) (?P<event>(?=\p{{L}})[^\n,.;:()\[\]\"]{{2,60}}?)"
        r"(?= (?:cho )?(?:đến|tới) (?:hết |trước )?(?:ngày |tháng |quý |năm |cuối )?[\di])"
    ),
    # the day that the expression before it names
    "same_day": r"(?:(?<=giờ )|(?<=phút )|(?<=[h\d] )|(?<=sáng )|(?<=chiều )|(?<=tối )|(?<=trưa ))cùng ngày(?!\w)",
    # ---- lengths of time and events
    "duration": (
        r"(?P<count>{number}) (?P<length>ngày làm việc|ngày|tuần|tháng|năm|giờ|phút)(?: làm việc)?(?!\w| \d)"
        r"(?P<tail>(?!,? từ (?:ngày )?\d[^\n;.()]{{0,30}} đến ),? (?:(?:kể|tính) từ|từ|sau|trước)"
        r"(?: (?:khi|ngày|thời điểm|lúc)|(?= (?:hội nghị|đại hội|bầu cử|tết|khai mạc))) ?"
        r"(?P<event>[^\n,.;:()\[\]\"]{{2,90}}))?"
    ),
    "after_each": (
        r"(?:ngay )?sau (?:mỗi|từng) (?:đợt|lần|kỳ|cuộc|buổi|hội nghị|đại hội|cuộc họp|phiên họp|giai đoạn|bước)(?!\w)"
    ),
    "on_event": r"ngày (?:bầu cử|khai giảng|khai mạc|bế mạc|đại hội|hội nghị|lễ|tết)(?!\w)",
    "upon": (
        r"(?:ngay )?(?P<limit>sau|trước|kể từ) (?:khi|thời điểm|lúc|(?<=kể từ )ngày(?= \p{{L}})"
        r"|ngày(?= (?:tổ chức|diễn ra|kết thúc|bắt đầu|mở|thi)(?!\w))|{season}"
        r"|(?:ngày |cuộc |buổi |kỳ |phiên |dịp |giờ )?"
        r"(?:hội nghị|đại hội|bầu cử|tết|họp|khai giảng|khai mạc|bế mạc))(?!\w)"
    ),
    "during": (
        r"(?:(?:ngay )?trong (?:suốt )?(?:quá trình|thời gian|dịp|{season})|vào (?:dịp|{season})"
        r"|tại (?:kỳ họp|phiên họp)(?:, (?:kỳ họp|phiên họp))? (?:gần nhất|tiếp theo|tới))"
        r"(?!\w|(?: sắp)? tới|(?: vừa)? qua| đến(?! ngày)| này)"
        r"(?! (?:tối thiểu |tối đa |ít nhất |không quá )?\d| từ(?: ngày| tháng| năm| quý| \d)| ngày \d)"
    ),
}
