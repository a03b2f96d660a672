"""Expressions of time, one printed form a row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractor.find.mentions import TimeExpression
from extractor.find.timex import find_times
from extractor.pipeline import read
from extractor.reading import HeaderFacts

ISSUED = "2024-03-15"


def times_in(text: str, issued_on: str | None = ISSUED) -> tuple[str, list[TimeExpression]]:
    reading = read(text)
    issued = None if issued_on is None else date.fromisoformat(issued_on)
    reading = replace(reading, header=HeaderFacts(issued_on=issued))
    return reading.text, find_times(reading)


# `⟦…⟧` marks the expression in its sentence; then bound, first day, last day, granularity, rule, inferred.
DATED = [
    # ---- days
    ("Hoàn thành ⟦trước 18/5/2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hoàn thành ⟦trước ngày 18-5-2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hoàn thành ⟦trước ngày 18.5.2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hoàn thành ⟦trước ngày 18 tháng 5 năm 2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hoàn thành ⟦trước ngày 18 tháng 5, năm 2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hoàn thành ⟦trước ngày 05 tháng 8/2024⟧.", "before", None, "2024-08-05", "day", ()),
    ("Hoàn thành ⟦trước 18 tháng 5 năm 2024⟧.", "before", None, "2024-05-18", "day", ()),
    ("Hội nghị họp ⟦ngày 02/9/2024⟧.", "on", "2024-09-02", "2024-09-02", "day", ()),
    ("Hội nghị họp ⟦vào ngày 2/9/2024⟧.", "on", "2024-09-02", "2024-09-02", "day", ()),
    ("Gửi về Sở ⟦chậm nhất ngày 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Gửi về Sở ⟦chậm nhất là ngày 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Gửi về Sở ⟦chậm nhất đến hết ngày 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Gửi về Sở ⟦muộn nhất là ngày 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Gửi về Sở, ⟦hạn chót 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Gửi về Sở ⟦chậm nhất trước ngày 20/6/2024⟧.", "before", None, "2024-06-20", "day", ()),
    ("Nhận hồ sơ ⟦đến hết ngày 20/6/2024⟧.", "by", None, "2024-06-20", "day", ()),
    ("Áp dụng ⟦từ ngày 01/7/2024⟧.", "from", "2024-07-01", None, "day", ()),
    ("Áp dụng ⟦kể từ ngày 01/7/2024⟧.", "from", "2024-07-01", None, "day", ()),
    ("Hồ sơ gửi ⟦sau ngày 01/7/2024⟧ không được xét.", "from", "2024-07-01", None, "day", ()),
    ("Gửi báo cáo ⟦trước ngày 30/6/2O24⟧.", "before", None, "2024-06-30", "day", ()),
    ("Gửi báo cáo ⟦trước ngày 2O/4/2024⟧.", "before", None, "2024-04-20", "day", ()),
    ("Gửi báo cáo ⟦trước ngày l5/l2/2024⟧.", "before", None, "2024-12-15", "day", ()),
    ("Gửi báo cáo ⟦trước ngày 05/6/24⟧.", "before", None, "2024-06-05", "day", ()),
    ("Gửi báo cáo ⟦trước ngày 31/6/2024⟧.", "before", None, None, "day", ()),
    # ---- a missing year
    ("Gửi báo cáo ⟦trước ngày 25/11⟧.", "before", None, "2024-11-25", "day", ("year",)),
    ("Gửi báo cáo ⟦trước 25/11⟧.", "before", None, "2024-11-25", "day", ("year",)),
    ("Gửi báo cáo ⟦trước ngày 25 tháng 11⟧.", "before", None, "2024-11-25", "day", ("year",)),
    ("Gửi báo cáo ⟦trước ngày 25/01⟧.", "before", None, "2025-01-25", "day", ("year",)),
    ("Gửi báo cáo ⟦trước ngày 15/3⟧.", "before", None, "2024-03-15", "day", ("year",)),
    ("Họp ⟦vào ngày 29/02⟧.", "on", "2028-02-29", "2028-02-29", "day", ("year",)),
    # ---- the hour
    ("Họp ⟦lúc 08 giờ 00 ngày 12/4/2024⟧.", "on", "2024-04-12", "2024-04-12", "time", ()),
    ("Họp ⟦07h30, ngày 12/4/2024⟧.", "on", "2024-04-12", "2024-04-12", "time", ()),
    ("Họp ⟦vào lúc 14 giờ 00 phút, thứ Sáu, ngày 12/4/2024⟧.", "on", "2024-04-12", "2024-04-12", "time", ()),
    ("Họp ⟦8h00-10h00 ngày 12/4/2024⟧.", "on", "2024-04-12", "2024-04-12", "time", ()),
    ("Họp ⟦sáng ngày 12/4/2024⟧.", "on", "2024-04-12", "2024-04-12", "day", ()),
    ("Nộp ⟦trước 17 giờ 00 ngày 12/4/2024⟧.", "before", None, "2024-04-12", "time", ()),
    ("Nộp ⟦chậm nhất 16 giờ ngày 12/4/2024⟧.", "by", None, "2024-04-12", "time", ()),
    ("Nộp ⟦trước 16 giờ 30 phút, ngày 12/4/2024⟧.", "before", None, "2024-04-12", "time", ()),
    ("Tiêm ⟦từ 20 đến hết 25/4⟧.", "within", "2024-04-20", "2024-04-25", "day", ("year",)),
    ("Tiêm ⟦từ ngày 01/6 - hết ngày 30/6/2024⟧.", "within", "2024-06-01", "2024-06-30", "day", ()),
    ("Chốt số liệu ⟦đến thời điểm 30/6/2024⟧.", "by", None, "2024-06-30", "day", ()),
    # ---- months
    ("Xong ⟦trong nửa đầu tháng 6/2024⟧.", "within", "2024-06-01", "2024-06-15", "month", ()),
    ("Xong ⟦nửa cuối tháng 7⟧.", "within", "2024-07-16", "2024-07-31", "month", ("year",)),
    ("Xong ⟦trong trung tuần tháng 6⟧.", "within", "2024-06-11", "2024-06-20", "month", ("year",)),
    ("Xong ⟦trong tháng này⟧.", "within", "2024-03-01", "2024-03-31", "month", ("month", "year")),
    ("Xong ⟦trong các tháng 4, 5, 6⟧.", "within", "2024-04-01", "2024-06-30", "month", ("year",)),
    ("Xong ⟦trong tháng 5 và tháng 6⟧.", "within", "2024-05-01", "2024-06-30", "month", ("year",)),
    ("Tổ chức ⟦trong tháng 5/2024⟧.", "within", "2024-05-01", "2024-05-31", "month", ()),
    ("Tổ chức ⟦trong tháng 5 năm 2024⟧.", "within", "2024-05-01", "2024-05-31", "month", ()),
    ("Tổ chức ⟦tháng 02/2024⟧.", "within", "2024-02-01", "2024-02-29", "month", ()),
    ("Tổ chức ⟦trong tháng 5⟧.", "within", "2024-05-01", "2024-05-31", "month", ("year",)),
    ("Tổ chức ⟦trong tháng 3⟧.", "within", "2024-03-01", "2024-03-31", "month", ("year",)),
    ("Tổ chức ⟦trong tháng 02⟧.", "within", "2025-02-01", "2025-02-28", "month", ("year",)),
    ("Tổ chức ⟦trong tháng Tư năm 2024⟧.", "within", "2024-04-01", "2024-04-30", "month", ()),
    ("Xong ⟦trước tháng 6/2024⟧.", "before", None, "2024-06-01", "month", ()),
    ("Xong ⟦đến tháng 6/2024⟧.", "by", None, "2024-06-30", "month", ()),
    ("Họp ⟦vào đầu tháng 5/2024⟧.", "within", "2024-05-01", "2024-05-10", "month", ()),
    ("Họp ⟦giữa tháng 5/2024⟧.", "within", "2024-05-11", "2024-05-20", "month", ()),
    ("Họp ⟦cuối tháng 5/2024⟧.", "within", "2024-05-21", "2024-05-31", "month", ()),
    ("Họp ⟦thượng tuần tháng 5⟧.", "within", "2024-05-01", "2024-05-10", "month", ("year",)),
    ("Họp ⟦hạ tuần tháng 5⟧.", "within", "2024-05-21", "2024-05-31", "month", ("year",)),
    ("Họp ⟦tuần thứ nhất của tháng 5/2024⟧.", "within", "2024-05-01", "2024-05-07", "week", ()),
    ("Họp ⟦tuần thứ 3 tháng 5/2024⟧.", "within", "2024-05-15", "2024-05-21", "week", ()),
    ("Họp ⟦vào cuối tháng⟧.", "within", "2024-03-21", "2024-03-31", "month", ("month", "year")),
    # ---- quarters and halves
    ("Xong ⟦trong quý II/2024⟧.", "within", "2024-04-01", "2024-06-30", "quarter", ()),
    ("Xong ⟦trong Quý 1/2024⟧.", "within", "2024-01-01", "2024-03-31", "quarter", ()),
    ("Xong ⟦trong quý II, năm 2028⟧.", "within", "2028-04-01", "2028-06-30", "quarter", ()),
    ("Xong ⟦trong quý IV năm 2024⟧.", "within", "2024-10-01", "2024-12-31", "quarter", ()),
    ("Xong ⟦trong quý III⟧.", "within", "2024-07-01", "2024-09-30", "quarter", ("year",)),
    ("Xong ⟦trước quý III/2024⟧.", "before", None, "2024-07-01", "quarter", ()),
    ("Xong ⟦đầu quý III/2024⟧.", "within", "2024-07-01", "2024-07-31", "quarter", ()),
    ("Xong ⟦trong 6 tháng đầu năm 2024⟧.", "within", "2024-01-01", "2024-06-30", "half_year", ()),
    ("Xong ⟦trong 06 tháng cuối năm 2024⟧.", "within", "2024-07-01", "2024-12-31", "half_year", ()),
    ("Xong ⟦trong 6 tháng đầu năm⟧.", "within", "2024-01-01", "2024-06-30", "half_year", ("year",)),
    ("Xong ⟦trong 9 tháng năm 2024⟧.", "within", "2024-01-01", "2024-09-30", "month", ()),
    ("Xong ⟦trong nửa cuối năm 2024⟧.", "within", "2024-07-01", "2024-12-31", "half_year", ()),
    ("Xong ⟦quý III - IV/2024⟧.", "within", "2024-07-01", "2024-12-31", "quarter", ()),
    ("Xong ⟦quý III-IV năm 2024⟧.", "within", "2024-07-01", "2024-12-31", "quarter", ()),
    ("Xong ⟦từ quý II đến quý III/2024⟧.", "within", "2024-04-01", "2024-09-30", "quarter", ()),
    ("Xong ⟦từ quý IV/2024 - quý I/2025⟧.", "within", "2024-10-01", "2025-03-31", "quarter", ()),
    # ---- years, school years, terms
    ("⟦Đến hết năm⟧ có 90% xã đạt chuẩn.", "by", None, "2024-12-31", "year", ("year",)),
    ("⟦Hết năm nay⟧ có 90% xã đạt chuẩn.", "by", None, "2024-12-31", "year", ("year",)),
    ("Xong ⟦ngay trong năm nay⟧.", "within", "2024-01-01", "2024-12-31", "year", ("year",)),
    ("⟦Đến 2030⟧ có 90% xã đạt chuẩn.", "by", None, "2030-12-31", "year", ()),
    ("⟦Đến hết 2025⟧, có 90% xã đạt chuẩn.", "by", None, "2025-12-31", "year", ()),
    ("Làm ⟦từ 2024 đến 2026⟧.", "within", "2024-01-01", "2026-12-31", "year", ()),
    ("⟦Hai năm 2024 - 2025⟧: nhân rộng.", "within", "2024-01-01", "2025-12-31", "year", ()),
    ("⟦Trong 5 năm 2026 - 2030⟧, phấn đấu đạt.", "within", "2026-01-01", "2030-12-31", "year", ()),
    ("Làm ⟦trong 02 năm đầu nhiệm kỳ⟧.", "within", None, None, "year", ()),
    ("Công khai ⟦trong tuần đầu tiên của năm học⟧.", "within", None, None, "year", ()),
    ("Áp dụng ⟦từ đầu năm học mới⟧.", "from", None, None, "year", ()),
    ("Xong ⟦trong học kỳ I năm học 2024-2025⟧.", "within", None, None, "half_year", ()),
    ("Sơ kết ⟦cuối học kỳ I⟧.", "within", None, None, "half_year", ()),
    ("Xong ⟦trong năm 2024⟧.", "within", "2024-01-01", "2024-12-31", "year", ()),
    ("⟦Đến năm 2025⟧, có 90% xã đạt chuẩn.", "by", None, "2025-12-31", "year", ()),
    ("⟦Đến cuối năm 2025⟧, có 90% xã đạt chuẩn.", "by", None, "2025-12-31", "year", ()),
    ("⟦Hết năm 2025⟧, có 90% xã đạt chuẩn.", "by", None, "2025-12-31", "year", ()),
    ("Xong ⟦trước năm 2026⟧.", "before", None, "2026-01-01", "year", ()),
    ("Áp dụng ⟦từ năm 2026⟧.", "from", "2026-01-01", None, "year", ()),
    ("Xong ⟦vào cuối năm 2025⟧.", "within", None, "2025-12-31", "year", ()),
    ("Xong ⟦vào cuối năm⟧.", "within", None, "2024-12-31", "year", ("year",)),
    ("Tổ chức ⟦trong các năm 2024⟧.", "within", "2024-01-01", "2024-12-31", "year", ()),
    ("Thực hiện ⟦trong năm học 2024-2025⟧.", "within", None, None, "year", ()),
    ("Thực hiện ⟦trong giai đoạn 2021-2025⟧.", "within", "2021-01-01", "2025-12-31", "term", ()),
    ("Thực hiện ⟦trong nhiệm kỳ 2020 - 2025⟧.", "within", "2020-01-01", "2025-12-31", "term", ()),
    ("Thực hiện ⟦trong nhiệm kỳ⟧.", "within", None, None, "term", ()),
    # ---- stretches
    ("Mở lớp ⟦từ ngày 10/4/2024 đến ngày 12/5/2024⟧.", "within", "2024-04-10", "2024-05-12", "day", ()),
    ("Mở lớp ⟦từ ngày 10/4/2024 - 12/5/2024⟧.", "within", "2024-04-10", "2024-05-12", "day", ()),
    ("Mở lớp ⟦từ ngày 10/4 đến hết ngày 12/5/2024⟧.", "within", "2024-04-10", "2024-05-12", "day", ()),
    ("Mở lớp ⟦từ ngày 10/12 đến ngày 12/01/2025⟧.", "within", "2024-12-10", "2025-01-12", "day", ()),
    ("Mở lớp ⟦từ ngày 10/12/2024 đến ngày 12/01⟧.", "within", "2024-12-10", "2025-01-12", "day", ()),
    ("Mở lớp ⟦từ ngày 15 đến 28 tháng 12⟧.", "within", "2024-12-15", "2024-12-28", "day", ("year",)),
    ("Mở lớp ⟦từ ngày 15 đến ngày 28/12/2024⟧.", "within", "2024-12-15", "2024-12-28", "day", ()),
    ("Mở lớp ⟦từ 15 - 28/12/2024⟧.", "within", "2024-12-15", "2024-12-28", "day", ()),
    ("Mở lớp ⟦04/6/2024-15/6/2024⟧.", "within", "2024-06-04", "2024-06-15", "day", ()),
    ("Mở lớp ⟦ngày 24, 25 và 26 tháng 8 năm 2024⟧.", "within", "2024-08-24", "2024-08-26", "day", ()),
    ("Làm ⟦từ tháng 4 đến tháng 6/2024⟧.", "within", "2024-04-01", "2024-06-30", "month", ()),
    ("Làm ⟦từ quý II/2024 đến quý IV/2024⟧.", "within", "2024-04-01", "2024-12-31", "quarter", ()),
    ("Làm ⟦từ năm 2024 đến năm 2026⟧.", "within", "2024-01-01", "2026-12-31", "year", ()),
    ("Làm ⟦từ nay đến cuối năm⟧.", "within", "2024-03-15", "2024-12-31", "day", ("start", "year")),
    ("Làm ⟦từ tháng 4 đến ngày bầu cử 15/6/2024⟧.", "within", "2024-04-01", "2024-06-15", "month", ()),
    ("Làm ⟦từ ngày 15/4/2024 đến khi kết thúc dự án⟧.", "within", "2024-04-15", None, "day", ()),
    ("Làm ⟦từ nay đến khi kết thúc dự án⟧.", "within", "2024-03-15", None, "day", ("start",)),
    ("Làm ⟦từ ngày 15/4/2024 đến trước ngày 01/5/2024⟧.", "within", "2024-04-15", "2024-04-30", "day", ()),
    ("Nghỉ ⟦trong hai ngày 26 và 27/9/2024⟧.", "within", "2024-09-26", "2024-09-27", "day", ()),
    ("Làm ⟦trong 10 ngày đầu tháng 12/2024⟧.", "within", "2024-12-01", "2024-12-10", "day", ()),
    ("Tiêm ⟦trong tháng 9 và tháng 10 năm 2024⟧.", "within", "2024-09-01", "2024-10-31", "month", ()),
    ("Cấm biển ⟦từ 06 giờ ngày 25/9/2024⟧.", "from", "2024-09-25", None, "time", ()),
    ("Nhận hồ sơ ⟦từ ngày có giấy mời đến hết ngày 18/4/2031⟧.", "within", None, "2031-04-18", "day", ()),
    ("Họp ngày 25/9/2024, gửi biên bản ⟦trước 17 giờ cùng ngày⟧.", "before", None, "2024-09-25", "time", ("year",)),
    ("Làm ⟦từ nay đến hết năm⟧.", "within", "2024-03-15", "2024-12-31", "day", ("start", "year")),
    ("Làm ⟦kể từ nay đến hết quý III⟧.", "within", "2024-03-15", "2024-09-30", "day", ("start", "year")),
    ("Làm ⟦từ giờ đến cuối năm⟧.", "within", "2024-03-15", "2024-12-31", "day", ("start", "year")),
    ("Làm ⟦từ nay đến Tết Nguyên đán⟧.", "within", "2024-03-15", None, "day", ("start",)),
    ("Làm ⟦từ ngày ký ban hành đến hết ngày 31/12/2024⟧.", "within", "2024-03-15", "2024-12-31", "day", ("start",)),
    ("Trong 3 ngày, ⟦từ ngày 15/5 đến ngày 17/5/2024⟧.", "within", "2024-05-15", "2024-05-17", "day", ()),
    # ---- lengths of time
    ("Báo cáo ⟦chậm nhất 30 phút sau khi phát hiện⟧.", "by", None, None, "time", ()),
    ("Báo cáo ⟦trong vòng 60 phút kể từ khi tiếp nhận⟧.", "by", None, None, "time", ()),
    ("Báo cáo ⟦chậm nhất sau 01 giờ⟧.", "by", None, None, "time", ()),
    ("Gửi tài liệu ⟦trước ít nhất 05 ngày làm việc⟧.", "before", None, None, "day", ()),
    ("Trả lời ⟦trong thời hạn sáu (6) giờ làm việc, kể từ khi nhận đơn⟧.", "by", None, None, "time", ()),
    ("Nộp ⟦mười lăm (15) ngày, kể từ ngày nhận thông báo⟧.", "by", None, None, "day", ()),
    ("Nộp ⟦trong vòng 10 ngày kể từ ngày ban hành⟧.", "by", None, "2024-03-25", "day", ("end",)),
    ("Nộp ⟦trong thời hạn 02 tháng kể từ ngày ký⟧.", "by", None, "2024-05-15", "month", ("end",)),
    ("Nộp ⟦trong thời hạn 15 ngày kể từ ngày 01/6/2024⟧.", "by", None, "2024-06-16", "day", ("end",)),
    ("Nộp ⟦trong thời hạn 15 ngày kể từ ngày công bố⟧.", "by", None, None, "day", ()),
    ("Nộp ⟦trong 05 ngày làm việc kể từ ngày ban hành⟧.", "by", None, None, "day", ()),
    ("Nộp ⟦chậm nhất 05 ngày sau khi kết thúc đợt kiểm tra⟧.", "by", None, None, "day", ()),
    ("Nộp ⟦10 ngày trước ngày bầu cử⟧.", "before", None, None, "day", ()),
    # ---- events
    ("Rà soát ⟦trước mùa mưa bão⟧.", "before", None, None, "day", ()),
    ("Sửa chữa ⟦trước kỳ nghỉ hè⟧.", "before", None, None, "day", ()),
    ("Gửi ⟦trước ngày tổ chức hội nghị ít nhất 07 ngày⟧.", "before", None, None, "day", ()),
    ("⟦Kể từ ngày kết thúc khóa học 12 tháng⟧, học viên nộp báo cáo.", "from", None, None, "day", ()),
    ("Gửi ⟦ngay sau khi kết thúc hội nghị⟧.", "from", None, None, "day", ()),
    ("Gửi ⟦sau hội nghị hiệp thương lần thứ hai⟧.", "from", None, None, "day", ()),
    ("Gửi ⟦trước ngày bầu cử 10 ngày⟧.", "before", None, None, "day", ()),
    ("Thăm hỏi ⟦trước Tết Nguyên đán⟧.", "before", None, None, "day", ()),
    ("Gửi ⟦sau ngày bầu cử 15/6/2024⟧.", "from", "2024-06-15", None, "day", ()),
    ("Giám sát ⟦trong ngày bầu cử⟧.", "on", None, None, "day", ()),
    ("Giám sát ⟦trong quá trình triển khai⟧.", "within", None, None, "day", ()),
]


@pytest.mark.parametrize(
    ("marked", "bound", "first", "last", "granularity", "inferred"), DATED, ids=[r[0] for r in DATED]
)
def test_dated(
    marked: str, bound: str, first: str | None, last: str | None, granularity: str, inferred: tuple[str, ...]
) -> None:
    text, times = times_in(marked.replace("⟦", "").replace("⟧", ""))
    found = times[-1]
    assert text[found.start : found.end] == marked.partition("⟦")[2].partition("⟧")[0]
    days = tuple(day and day.isoformat() for day in (found.first, found.last))
    assert (found.bound, *days, found.granularity, found.inferred) == (bound, first, last, granularity, inferred)


RECURRING = [
    ("⟦Hàng năm⟧, tổ chức tập huấn.", "FREQ=YEARLY"),
    ("⟦Hằng tháng⟧, tổ chức giao ban.", "FREQ=MONTHLY"),
    ("⟦Hằng quý⟧, tổ chức giao ban.", "FREQ=MONTHLY;INTERVAL=3"),
    ("⟦Định kỳ hàng quý⟧, báo cáo kết quả.", "FREQ=MONTHLY;INTERVAL=3"),
    ("Giao ban ⟦hàng tuần⟧.", "FREQ=WEEKLY"),
    ("Trực ban ⟦hằng ngày⟧.", "FREQ=DAILY"),
    ("Sơ kết ⟦định kỳ 6 tháng⟧.", "FREQ=MONTHLY;INTERVAL=6"),
    ("Kiểm tra ⟦định kỳ 06 tháng/01 lần⟧.", "FREQ=MONTHLY;INTERVAL=6"),
    ("Kiểm tra ⟦06 tháng một lần⟧.", "FREQ=MONTHLY;INTERVAL=6"),
    ("Họp ít nhất ⟦01 lần/quý⟧.", "FREQ=MONTHLY;INTERVAL=3"),
    ("Họp ít nhất ⟦02 lần/năm⟧.", "FREQ=MONTHLY;INTERVAL=6"),
    ("Tổ chức ít nhất ⟦02 đợt/năm⟧.", "FREQ=MONTHLY;INTERVAL=6"),
    ("Sinh hoạt ⟦02 tháng/lần⟧.", "FREQ=MONTHLY;INTERVAL=2"),
    ("Họp ⟦định kỳ 03 tháng/lần⟧.", "FREQ=MONTHLY;INTERVAL=3"),
    ("Họp ít nhất ⟦01 lần/01 năm⟧.", "FREQ=YEARLY"),
    ("Họp ⟦02 lần/tuần⟧.", None),
    ("Sinh hoạt ⟦mỗi tháng 01 lần⟧.", "FREQ=MONTHLY"),
    ("Tổng kết ⟦02 năm một lần⟧.", "FREQ=YEARLY;INTERVAL=2"),
    ("Báo cáo ⟦chậm nhất ngày 25 hàng tháng⟧.", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("Báo cáo ⟦trước ngày 20 tháng cuối quý⟧.", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20"),
    ("Báo cáo ⟦trước ngày 05 của tháng kế tiếp⟧.", "FREQ=MONTHLY;BYMONTHDAY=5"),
    ("Báo cáo ⟦hàng quý (trước ngày 10 của tháng kế tiếp)⟧.", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"),
    ("Báo cáo ⟦trước ngày 30/11 hằng năm⟧.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
    ("⟦Hằng năm, trước ngày 30/11⟧, gửi báo cáo.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"),
    ("Gửi ⟦trước ngày 01 tháng 5 năm sau⟧.", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1"),
    ("Phát chuyên mục ⟦mỗi tháng 01 kỳ⟧.", "FREQ=MONTHLY"),
    ("Tiếp dân ít nhất ⟦mỗi tháng 01 ngày⟧.", "FREQ=MONTHLY"),
    ("Tiếp dân ⟦mỗi tháng ít nhất 02 ngày⟧.", None),
    ("Cung cấp số liệu ⟦vào ngày 01 và ngày 15 hằng tháng⟧.", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
    ("Cung cấp số liệu ⟦vào các ngày 05, 15 và 25 hằng tháng⟧.", "FREQ=MONTHLY;BYMONTHDAY=5,15,25"),
    ("Báo cáo ⟦hằng tháng (trước ngày 20)⟧.", "FREQ=MONTHLY;BYMONTHDAY=20"),
    ("⟦Hàng tháng, trước ngày 25⟧, gửi báo cáo.", "FREQ=MONTHLY;BYMONTHDAY=25"),
    ("Báo cáo ⟦trong 05 ngày đầu của tháng kế tiếp⟧.", "FREQ=MONTHLY"),
    ("Họp ⟦sáng thứ Hai tuần đầu tiên hằng tháng⟧.", "FREQ=MONTHLY;BYDAY=1MO"),
    ("Họp ⟦thứ Bảy cuối cùng của tháng⟧.", "FREQ=MONTHLY;BYDAY=-1SA"),
    ("Trực ⟦từ thứ Hai đến thứ Sáu hằng tuần⟧.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    ("Họp ⟦ngày làm việc cuối cùng của tháng⟧.", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("Chốt sổ ⟦chậm nhất ngày cuối cùng của quý⟧.", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1"),
    ("Đánh giá ⟦cuối mỗi quý⟧.", "FREQ=MONTHLY;INTERVAL=3"),
    ("Rà soát ⟦đầu mỗi năm⟧.", "FREQ=YEARLY"),
    ("Cấm đốt ⟦từ tháng 11 đến tháng 4 hằng năm⟧.", "FREQ=YEARLY;BYMONTH=11,12,1,2,3,4"),
    ("Tổ chức ⟦từ ngày 15/11 đến ngày 15/12 hằng năm⟧.", "FREQ=YEARLY;BYMONTH=11,12"),
    ("Tổ chức ⟦vào tháng 5, tháng 6 hằng năm⟧.", "FREQ=YEARLY;BYMONTH=5,6"),
    ("Báo cáo ⟦sau mỗi đợt⟧.", None),
    ("Tổ chức ⟦vào tháng 12 hằng năm⟧.", "FREQ=YEARLY;BYMONTH=12"),
    ("Họp ⟦vào thứ Sáu hàng tuần⟧.", "FREQ=WEEKLY;BYDAY=FR"),
    ("Họp ⟦sáng thứ Hai hằng tuần⟧.", "FREQ=WEEKLY;BYDAY=MO"),
    ("⟦Định kỳ thứ Hai hàng tuần⟧ tổng hợp tình hình.", "FREQ=WEEKLY;BYDAY=MO"),
    ("Mở cửa ⟦từ 7 giờ đến 17 giờ hàng ngày⟧.", "FREQ=DAILY"),
    ("⟦Thường xuyên⟧ báo cáo kết quả.", None),
    ("⟦Định kỳ⟧ báo cáo kết quả.", None),
]


@pytest.mark.parametrize(("marked", "rrule"), RECURRING, ids=[row[0] for row in RECURRING])
def test_recurring(marked: str, rrule: str | None) -> None:
    text, times = times_in(marked.replace("⟦", "").replace("⟧", ""))
    (found,) = times
    assert text[found.start : found.end] == marked.partition("⟦")[2].partition("⟧")[0]
    assert (found.bound, found.rrule) == ("recurring", rrule)


LISTS = [
    ("Họp ⟦ngày 26⟧, ⟦27/12/2024⟧.", ["on 2024-12-26", "on 2024-12-27"]),
    ("Họp ⟦chiều ngày 28/12⟧ và ⟦cả ngày 29/12/2024⟧.", ["on 2024-12-28", "on 2024-12-29"]),
    ("Báo cáo ⟦trước ngày 15/6⟧ và ⟦15/12/2024⟧.", ["before 2024-06-15", "before 2024-12-15"]),
    ("Xong ⟦trong quý I⟧, ⟦II⟧ và ⟦III/2024⟧.", ["within 2024-03-31", "within 2024-06-30", "within 2024-09-30"]),
    ("Tổ chức ⟦trong tháng 01⟧ và tháng ⟦7 hằng năm⟧.", ["FREQ=YEARLY;BYMONTH=1", "FREQ=YEARLY;BYMONTH=7"]),
    ("Báo cáo ⟦6 tháng⟧ ⟦trước ngày 15/6⟧.", ["FREQ=MONTHLY;INTERVAL=6", "before 2024-06-15"]),
    ("⟦Đến năm 2025⟧, năm ⟦2030⟧ đạt chuẩn.", ["by 2025-12-31", "by 2030-12-31"]),
    ("Rà soát ⟦trước mùa mưa bão⟧ và ⟦trước kỳ nghỉ hè⟧.", ["before None", "before None"]),
    ("Trả lời ⟦không quá 30 ngày⟧ (ở tỉnh), ⟦90 ngày⟧ (ở xa).", ["by None", "by None"]),
    ("Báo cáo ⟦hằng quý⟧, ⟦6 tháng⟧, ⟦năm⟧.", ["FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]),
    ("Lập báo cáo kết quả (⟦6 tháng⟧, ⟦năm⟧).", ["FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY"]),
    ("Báo cáo ⟦6 tháng⟧, ⟦9 tháng⟧ và ⟦cả năm⟧.", ["FREQ=MONTHLY;INTERVAL=6", "FREQ=YEARLY", "FREQ=YEARLY"]),
]


@pytest.mark.parametrize(("marked", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_members_of_a_list(marked: str, expected: list[str]) -> None:
    text, times = times_in(marked.replace("⟦", "").replace("⟧", ""))
    assert [text[found.start : found.end] for found in times] == [
        part.partition("⟧")[0] for part in marked.split("⟦")[1:]
    ]
    assert [found.rrule or f"{found.bound} {found.last}" for found in times] == expected


OTHER = [
    "Nghị quyết số 24/2024/QH15 và Công văn 12/5-VP.",
    "Đạt 2/3 tổng số phiếu.",
    "Ngày, tháng, năm sinh.",
    "Điều 5, khoản 3, điểm a.",
    "Gọi số 0912.345.678.",
    "Các ngày lễ lớn của đất nước.",
    "Bồi thường từ 2000 đến 2030 đồng một cây.",
    "Hỗ trợ đến 2030 hộ nghèo.",
    "Họp kéo dài 30 phút.",
    "Trong giờ học, học sinh chưa từng làm như vậy từ nay.",
]


@pytest.mark.parametrize("text", OTHER)
def test_no_time(text: str) -> None:
    assert times_in(text)[1] == []


HOURS = [
    ("08 giờ 00 ngày 12/4/2024", "08:00"),
    ("7h30 ngày 12/4/2024", "07:30"),
    ("14 giờ ngày 12/4/2024", "14:00"),
    ("8h00-10h00 ngày 12/4/2024", "08:00"),
    ("13:30 ngày 12/4/2024", "13:30"),
    ("từ 7 giờ đến 17 giờ hằng ngày", "07:00"),
]


@pytest.mark.parametrize(("printed", "expected"), HOURS, ids=[row[0] for row in HOURS])
def test_hour(printed: str, expected: str) -> None:
    (found,) = times_in(f"Họp {printed}.")[1]
    assert found.time == expected


def test_the_end_of_the_term_is_that_of_the_title() -> None:
    head = "KẾ HOẠCH\nThực hiện Nghị quyết Đại hội Hội Nông dân tỉnh, nhiệm kỳ 2023 - 2028\n\nI. NHIỆM VỤ\n"
    _, times = times_in(head + "1. Theo Đại hội Đảng nhiệm kỳ 2020 - 2025.\n2. Tổng kết cuối nhiệm kỳ.\n", None)
    assert (times[-1].bound, times[-1].last, times[-1].inferred) == ("within", date(2028, 12, 31), ("end",))
