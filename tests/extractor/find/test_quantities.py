"""Numbers with their comparator and unit: what is a quantity, where it begins and ends, what it is worth."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest

from extractor.find.mentions import Quantity
from extractor.find.quantities import find_quantities
from extractor.pipeline import read


def quantities(clause: str) -> list[tuple[str, Quantity]]:
    """Return the printed form and the value of every quantity in a list item that says `clause`."""
    reading = read(f"KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. Các đơn vị {clause}.\n")
    return [(reading.text[quantity.start : quantity.end], quantity) for quantity in find_quantities(reading)]


def only(clause: str) -> tuple[str, Quantity]:
    found = quantities(clause)
    assert len(found) == 1, found
    return found[0]


COMPARATORS = [
    ("trên 95% trường học có thư viện", "trên 95% trường học", "gt", "95"),
    ("hơn 70% hội viên tham gia", "hơn 70% hội viên", "gt", "70"),
    ("vượt 5% dự toán", "vượt 5% dự toán", "gt", "5"),
    ("có từ 90% chi hội tham gia", "từ 90% chi hội", "ge", "90"),
    ("bảo đảm ít nhất 40% hộ được vay", "ít nhất 40% hộ", "ge", "40"),
    ("có ít nhất là 30% số thôn đạt chuẩn", "ít nhất là 30% số thôn", "ge", "30"),
    ("tối thiểu 85% hồ sơ được số hóa", "tối thiểu 85% hồ sơ", "ge", "85"),
    ("tối thiểu phải đạt 60% kế hoạch", "tối thiểu phải đạt 60% kế hoạch", "ge", "60"),
    ("không dưới 50% đại biểu là nữ", "không dưới 50% đại biểu", "ge", "50"),
    ("đạt và vượt 100% chỉ tiêu", "đạt và vượt 100% chỉ tiêu", "ge", "100"),
    ("giữ tỷ lệ phủ sóng ≥98%", "≥98%", "ge", "98"),
    ("giữ tỷ lệ thất thoát ≤ 12%", "≤ 12%", "le", "12"),
    ("để không quá 5% hồ sơ trễ hạn", "không quá 5% hồ sơ trễ hạn", "le", "5"),
    ("tối đa 20 đại biểu mỗi đoàn", "tối đa 20 đại biểu", "le", "20"),
    ("giữ tỷ lệ hộ nghèo dưới 3%", "dưới 3%", "lt", "3"),
    ("kéo tỷ lệ sinh con thứ ba xuống dưới mức 2%", "dưới mức 2%", "lt", "2"),
    ("trồng khoảng 500 cây xanh", "khoảng 500 cây xanh", "approx", "500"),
    ("huy động gần 300 lượt tình nguyện viên", "gần 300 lượt tình nguyện viên", "approx", "300"),
    ("đăng thông báo này trên 03 số báo", "03 số báo", "eq", "3"),
    ("đạt trên 50% (năm mươi phần trăm) số hộ", "trên 50% (năm mươi phần trăm) số hộ", "gt", "50"),
    ("có 75% cơ sở ký cam kết", "75% cơ sở", "eq", "75"),
    ("bình quân 80% hội viên dự họp", "bình quân 80% hội viên", "eq", "80"),
    ("có 75% trở lên tổ dân phố ký cam kết", "75% trở lên tổ dân phố", "ge", "75"),
    ("vận động từ 65% trở lên số hội viên tham gia", "từ 65% trở lên số hội viên", "ge", "65"),
    ('sửa từ 20 căn nhà "Tình thương" trở lên cho hộ khó khăn', 'từ 20 căn nhà "Tình thương" trở lên', "ge", "20"),
    ("chọn 15 tiết mục trở xuống", "15 tiết mục trở xuống", "le", "15"),
    ("tập huấn 100% cán bộ từ cấp huyện trở lên về tin học", "100% cán bộ từ cấp huyện trở lên", "eq", "100"),
]


@pytest.mark.parametrize(("clause", "printed", "comparator", "value"), COMPARATORS, ids=[row[0] for row in COMPARATORS])
def test_comparator_before_or_after_its_number(clause: str, printed: str, comparator: str, value: str) -> None:
    found, quantity = only(clause)
    assert (found, quantity.comparator, quantity.value) == (printed, comparator, Decimal(value))


RANGES = [
    ("đạt từ 02 đến 03% tổng thu", "từ 02 đến 03% tổng thu", "2", "3", "%"),
    ("đạt 10 - 15% tổng số hộ", "10 - 15% tổng số hộ", "10", "15", "%"),
    ("đạt 7-8%", "7-8%", "7", "8", "%"),
    ("đạt từ 3% đến 5%", "từ 3% đến 5%", "3", "5", "%"),
    ("tăng bình quân từ 9,5 - 12%/năm", "bình quân từ 9,5 - 12%/năm", "9.5", "12", "%"),
    ("xây dựng từ 2 đến 3 mô hình điểm", "từ 2 đến 3 mô hình điểm", "2", "3", "mô hình điểm"),
    ("thu hút 4 - 5 triệu lượt khách", "4 - 5 triệu lượt khách", "4000000", "5000000", "lượt khách"),
    ("huy động từ 100 đến 150 triệu đồng", "từ 100 đến 150 triệu đồng", "100000000", "150000000", "đồng"),
    ("chi từ 500 nghìn đồng đến 1,5 triệu đồng", "từ 500 nghìn đồng đến 1,5 triệu đồng", "500000", "1500000", "đồng"),
]


@pytest.mark.parametrize(("clause", "printed", "low", "high", "unit"), RANGES, ids=[row[0] for row in RANGES])
def test_range_has_two_ends_and_one_unit(clause: str, printed: str, low: str, high: str, unit: str) -> None:
    found, quantity = only(clause)
    assert (found, quantity.comparator) == (printed, "range")
    assert (quantity.value, quantity.value_max, quantity.unit) == (Decimal(low), Decimal(high), unit)


VALUES = [
    ("có 80.000 hội viên", "80000", "hội viên"),
    ("có 1.250.000 lượt truy cập", "1250000", "lượt truy cập"),
    ("đạt 2,5%", "2.5", "%"),
    ("đạt 0,75%", "0.75", "%"),
    ("đạt 100 %", "100", "%"),
    ("đạt 12.5%", "12.5", "%"),
    ("thu 1,2 tỷ đồng", "1200000000", "đồng"),
    ("thu 350 triệu đồng", "350000000", "đồng"),
    ("thu 3 nghìn tỷ đồng", "3000000000000", "đồng"),
    ("thu 50.000 đồng/hội viên/tháng", "50000", "đồng"),
    ("nhận 15.000 USD", "15000", "USD"),
    ("in 2 nghìn tờ rơi", "2000", "tờ rơi"),
    ("trồng 12,5 ha rừng", "12.5", "ha"),
    ("làm 3km đường bê tông", "3", "km"),
    ("thu hút 1,5 triệu lượt khách", "1500000", "lượt khách"),
    ("cử 01 (một) cán bộ", "1", "cán bộ"),
    ("có ít nhất một mô hình", "1", "mô hình"),
    ("có tối thiểu hai mươi lăm đoàn viên", "25", "đoàn viên"),
    ("có trên một trăm hộ", "100", "hộ"),
    ("đạt năm mươi phần trăm số hộ", "50", "%"),
    ("đạt 70 phần trăm", "70", "%"),
    ("đạt l00% chỉ tiêu", "100", "%"),
    ("đạt 10O% chỉ tiêu", "100", "%"),
    ("chọn mẫu tại trạm y tế của l xã", "1", "xã"),
    ("chuyển giao 95.000.000 đồng", "95000000", "đồng"),
    ("có 8/10 xã đạt chuẩn", "8", "xã"),
    ("cử 02 đồng chí dự họp", "2", "đồng chí"),
    ("bố trí 02 điểm bầu cử", "2", "điểm bầu cử"),
    ("đưa giá trị sản xuất tăng gấp 1,5 lần", "1.5", "lần"),
    ("ủng hộ 01 ngày lương", "1", "ngày lương"),
]


@pytest.mark.parametrize(("clause", "value", "unit"), VALUES, ids=[row[0] for row in VALUES])
def test_value_is_exact_and_has_its_unit(clause: str, value: str, unit: str) -> None:
    _, quantity = only(clause)
    assert (str(quantity.value), quantity.unit) == (value, unit)


CHANGES = [
    ("tăng không quá 20% so với năm trước", "increase"),
    ("tăng 5% số hội viên", "increase"),
    ("giảm 10% chi phí hội họp", "decrease"),
    ("cắt giảm tối thiểu 30% thủ tục", "decrease"),
    ("tăng tỷ lệ thu từ quỹ hội từ 02 đến 03%", "increase"),
    ("phấn đấu tốc độ tăng thu nhập đạt 8%", "increase"),
    ("giảm tỷ lệ hộ nghèo còn 2%", None),
    ("tăng tỷ lệ che phủ rừng lên 45%", None),
    ("tăng cường kiểm tra 30% cơ sở", None),
    ("có người suy giảm 31% khả năng lao động", None),
    ("có 60% hội viên dự tập huấn", None),
]


@pytest.mark.parametrize(("clause", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_change_is_an_amount_of_change_and_not_a_level(clause: str, change: str | None) -> None:
    _, quantity = only(clause)
    assert quantity.change == change


NOUNS = [
    ("có 100% công đoàn cấp trên trực tiếp cơ sở mở lớp tập huấn", "100% công đoàn cấp trên trực tiếp cơ sở"),
    ("có 90% cán bộ, công chức, viên chức được bồi dưỡng", "90% cán bộ, công chức, viên chức"),
    ("có 90% xã, phường đạt chuẩn", "90% xã, phường"),
    ("có 100% chi hội đủ điều kiện theo quy định được công nhận", "100% chi hội đủ điều kiện theo quy định"),
    ("có 80% tổ chức đảng hoàn thành nhiệm vụ", "80% tổ chức đảng"),
    ("có 70% số người trong độ tuổi lao động biết nghề", "70% số người trong độ tuổi lao động"),
    ("có 100% trường học trên địa bàn được kiểm tra", "100% trường học"),
    ("có 100% hồ sơ, trong đó ưu tiên hồ sơ đất đai", "100% hồ sơ"),
    ("đạt 100%, hoàn thành đúng hạn", "100%"),
    ("đạt 40% so với kế hoạch", "40%"),
]


@pytest.mark.parametrize(("clause", "printed"), NOUNS, ids=[row[0] for row in NOUNS])
def test_span_ends_with_the_counted_noun_before_the_verb(clause: str, printed: str) -> None:
    found, _ = only(clause)
    assert found == printed


LISTS = [
    ("có từ 90% chi hội và 85% tổ hội đạt loại khá", [("ge", "90"), ("ge", "85")]),
    ("có trên 95% hộ, 75% cơ sở ký cam kết", [("gt", "95"), ("gt", "75")]),
    ("có trên 95% hộ, trên 75% cơ sở ký cam kết", [("gt", "95"), ("gt", "75")]),
    ("có ít nhất 50% hộ dùng nước sạch, 80% hộ có điện", [("ge", "50"), ("ge", "80")]),
    ("có trên 90% hộ và 100% cơ quan tham gia", [("gt", "90"), ("eq", "100")]),
    ("có 90% hộ và 85% cơ sở ký cam kết", [("eq", "90"), ("eq", "85")]),
    ("có từ 90% hộ ký cam kết; 85% cơ sở được kiểm tra", [("ge", "90"), ("eq", "85")]),
]


@pytest.mark.parametrize(("clause", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_comparator_governs_the_shares_of_its_list(clause: str, expected: list[tuple[str, str]]) -> None:
    assert [(quantity.comparator, str(quantity.value)) for _, quantity in quantities(clause)] == expected


NO_QUANTITIES = [
    "Chi phí không vượt quá tỷ lệ giữa hai nguồn thu",
    "Có trên trăm người tham dự",
    "thực hiện Kế hoạch số 26/KH-UBND",
    "thực hiện Quyết định số 1129/QĐ-TTg",
    "báo cáo trước ngày 15 hằng tháng",
    "báo cáo trước 31/3/2024",
    "họp trong tháng 6 năm 2024",
    "làm theo Điều 5 và khoản 2",
    "dùng mẫu số 02 kèm theo",
    "họp tại tầng 3 nhà A",
    "triển khai trong 03 năm",
    "họp 02 lần mỗi quý",
    "tuyển người đủ 18 tuổi",
    "mở cửa từ 7 giờ 30 phút",
    "xây dựng đô thị loại 2",
    "liên hệ số điện thoại 0912345678",
    "thực hiện giai đoạn 2021 - 2025",
    "thực hiện chương trình năm 2025",
    "chọn một số mô hình điểm",
    "giữ tỷ lệ hộ nghèo giảm từ 5% xuống",
    "làm ít nhất một phần công việc",
    "dự đại hội lần thứ 13 của hội",
    "cập nhật phiên bản 2.1.3 của phần mềm",
    "trang trí dịp 30/4 các tuyến phố",
    "trực 24/24 giờ",
    "đạt chuẩn OCOP 3 sao",
]


@pytest.mark.parametrize("clause", NO_QUANTITIES)
def test_numbers_that_name_date_or_rank_are_no_quantities(clause: str) -> None:
    assert quantities(clause) == []


@pytest.mark.parametrize(
    ("cells", "unit"),
    [(["%", "95"], "%"), (["xã", "12"], "xã"), (["%", "70 - 75"], "%")],
    ids=["a share", "a count", "a range"],
)
def test_cell_of_a_table_takes_the_unit_of_the_cell_before(cells: list[str], unit: str) -> None:
    row = "|".join(["1", "Tỷ lệ hộ dùng nước sạch", *cells])
    reading = read(f"KẾ HOẠCH\n\nI. CHỈ TIÊU\n\n1. Cụ thể:\n\n|TT|Chỉ tiêu|Đơn vị|Kế hoạch|\n|{row}|\n")
    assert [quantity.unit for quantity in find_quantities(reading)] == [unit]


def test_heading_number_is_no_quantity() -> None:
    reading = read("KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. Mở lớp.\n\n3 Phát triển kinh tế nông thôn\n")
    assert find_quantities(reading) == []


def test_quantities_of_the_recipients_are_left_out() -> None:
    reading = read(
        "KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. Mở 02 lớp.\n\n"
        "Nơi nhận:\n- Như trên;\n- 12 xã, phường;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Văn An\n"
    )
    assert [str(quantity.value) for quantity in find_quantities(reading)] == ["2"]


@pytest.mark.parametrize(
    "fragment",
    ["1.000", "ít nhất ", "100% ", "10 - ", "trên 5% A và ", "một hai ba ", "tăng ", "(1) "],
)
def test_time_grows_with_the_text_and_no_faster(fragment: str) -> None:
    def seconds(length: int) -> float:
        reading = read("KẾ HOẠCH\n\nI. NỘI DUNG\n\n1. " + fragment * (length // len(fragment)))
        start = process_time()
        find_quantities(reading)
        return process_time() - start

    seconds(2_000)
    assert any(seconds(40_000) < 16 * max(seconds(10_000), 0.002) for _ in range(5))
