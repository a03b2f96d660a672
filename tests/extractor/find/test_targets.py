"""Which quantities someone commits to reach, in the sections and clauses of invented directives."""

from __future__ import annotations

from time import process_time

import pytest

from extractor.find.citations import find_citations
from extractor.find.quantities import find_quantities
from extractor.find.targets import find_targets, places_of_targets
from extractor.pipeline import read

HEAD = "ỦY BAN NHÂN DÂN\nHUYỆN EA KAR\n\nSố: 15/KH-UBND\n\nEa Kar, ngày 12 tháng 02 năm 2024\n\n"
TASKS = "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. NHIỆM VỤ, GIẢI PHÁP\n\n"
GOALS = "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. MỤC TIÊU, CHỈ TIÊU\n\n"
RESULTS = "BÁO CÁO\nKết quả phong trào\n\nI. TÌNH HÌNH, KẾT QUẢ\n\n"
STATUTE = "THÔNG TƯ\nQuy định về điều kiện kinh doanh\n\nĐiều 1. Điều kiện\n\n"


def targets(text: str) -> list[str]:
    """Return the printed form of the targets of `text`."""
    reading = read(HEAD + text)
    found = find_targets(reading, find_quantities(reading), find_citations(reading))
    return [reading.text[target.quantity.start : target.quantity.end] for target in found]


COMMITTED = [
    (TASKS, "Có 100% chi hội tổ chức sinh hoạt chuyên đề.", ["100% chi hội"]),
    (TASKS, "Bảo đảm trên 80% hội viên được tuyên truyền.", ["trên 80% hội viên"]),
    (TASKS, "Hằng năm, từ 90% chi hội và 85% tổ hội đạt loại khá.", ["từ 90% chi hội", "85% tổ hội"]),
    (TASKS, "Phấn đấu đến cuối năm 2025 có 12.000 hội viên.", ["12.000 hội viên"]),
    (TASKS, "Xây dựng từ 20 căn nhà trở lên cho hộ nghèo.", ["từ 20 căn nhà trở lên"]),
    (TASKS, "Mỗi chi hội bồi dưỡng ít nhất 02 hội viên tích cực cho Đảng.", ["ít nhất 02 hội viên tích cực"]),
    (TASKS, "Tổ chức 05 đợt ra quân dọn vệ sinh.", ["05 đợt ra quân"]),
    (TASKS, "Mỗi đơn vị cử 02 cán bộ phục vụ lễ phát động.", ["02 cán bộ"]),
    (TASKS, "Trồng mới 3.000 cây xanh ven đường.", ["3.000 cây xanh ven đường"]),
    (TASKS, "Mở 04 lớp tập huấn và 02 hội thi.", ["04 lớp tập huấn", "02 hội thi"]),
    (TASKS, "Bố trí tái định cư cho 40 hộ vùng sạt lở.", ["40 hộ vùng sạt lở"]),
    (TASKS, "Số vụ cháy không quá 05 vụ.", ["không quá 05 vụ"]),
    (TASKS, "Vận động quỹ đạt tổng số tiền ít nhất 500 triệu đồng.", ["ít nhất 500 triệu đồng"]),
    (TASKS, "Hội nghị phải bảo đảm có ít nhất 55 cử tri tham dự.", ["ít nhất 55 cử tri"]),
    (TASKS, "Số lượng cử tri dự hội nghị đạt ít nhất 50% tổng số cử tri.", ["ít nhất 50% tổng số cử tri"]),
    (TASKS, "Giảm từ 10% xuống còn 6% số vụ tai nạn.", ["6% số vụ tai nạn"]),
    (TASKS, "Tăng không quá 20% so với năm trước.", ["Tăng không quá 20%"]),
    (GOALS, "Tỷ lệ hộ dùng nước sạch đạt 98%.", ["98%"]),
    (GOALS, "Tỷ lệ dân số tham gia bảo hiểm y tế khoảng 95%.", ["khoảng 95%"]),
    (GOALS, "Thu ngân sách đạt 120 tỷ đồng.", ["120 tỷ đồng"]),
    (GOALS, "Thu nhập bình quân đạt 60 triệu đồng/người/năm.", ["60 triệu đồng/người/năm"]),
    (GOALS, "Hỗ trợ 20 - 25 dự án khởi nghiệp.", ["20 - 25 dự án khởi nghiệp"]),
    (GOALS, "Nợ quá hạn dưới 0,2%.", ["dưới 0,2%"]),
    (GOALS, "Giá trị sản xuất tăng gấp 1,5 lần so với năm 2020.", ["tăng gấp 1,5 lần"]),
    (GOALS, "Diện tích rừng bị thiệt hại dưới 15 ha.", ["dưới 15 ha"]),
    (TASKS, "Hỗ trợ 100% hộ nghèo tiếp cận nước sạch.", ["100% hộ nghèo"]),
    (TASKS, "Sau khi sáp nhập, bảo đảm 100% cán bộ được bố trí việc làm.", ["100% cán bộ"]),
    (TASKS, "Mỗi thôn có ít nhất 01 tổ tự quản.", ["ít nhất 01 tổ tự quản"]),
    (TASKS, "Bảo đảm 95% trở lên cử tri đi bỏ phiếu.", ["95% trở lên cử tri"]),
    (TASKS, "In 500 tờ rơi, 20 băng rôn tuyên truyền.", ["500 tờ rơi", "20 băng rôn tuyên truyền"]),
    (GOALS, "Có 8/10 xã đạt chuẩn nông thôn mới.", ["8/10 xã"]),
    (TASKS, "Vận động quỹ nghĩa tình 350 triệu đồng.", ["350 triệu đồng"]),
    (TASKS, "Kinh phí hỗ trợ từ ngân sách tỉnh không quá 3,2 tỷ đồng.", ["không quá 3,2 tỷ đồng"]),
    (TASKS, "Không để quá 1% số đèn tắt.", ["Không để quá 1% số đèn tắt"]),
    (TASKS, "Tỷ lệ dự án chậm tiến độ không được vượt quá 5%.", ["không được vượt quá 5%"]),
    (TASKS, "Phối hợp diễn tập 02 cuộc trước ngày 30/6/2024.", ["02 cuộc"]),
    (TASKS, "Biên tập 01 tài liệu hỏi đáp.", ["01 tài liệu hỏi đáp"]),
    (TASKS, "Sở Tư pháp in, cấp 9.000 cuốn sổ tay.", ["9.000 cuốn sổ tay"]),
    (TASKS, "Nâng cấp 12 trạm bơm.", ["12 trạm bơm"]),
    (TASKS, "Hoàn thiện hồ sơ quyết toán 06 công trình.", ["06 công trình"]),
    (TASKS, "Giao khoán từ 96.000 ha rừng trở lên cho cộng đồng.", ["từ 96.000 ha rừng trở lên"]),
    (GOALS, "Trên 85% số chi bộ trực thuộc được công nhận.", ["Trên 85% số chi bộ trực thuộc"]),
    (GOALS, "Nhân rộng tới ít nhất 70% số chi hội.", ["ít nhất 70% số chi hội"]),
    (GOALS, "Đến cuối năm 2026, toàn tỉnh có ít nhất 2.500 ha cây dược liệu.", ["ít nhất 2.500 ha cây dược liệu"]),
    (GOALS, "Có 60 doanh nghiệp có doanh thu xuất khẩu đạt 20 triệu USD/năm.", ["60 doanh nghiệp"]),
    (TASKS, "Tối thiểu mỗi chi đoàn 01 công trình thanh niên.", ["01 công trình thanh niên"]),
    (TASKS, "Cấp 5.000 thẻ bảo hiểm y tế cho người nghèo.", ["5.000 thẻ bảo hiểm y tế"]),
    (TASKS, "Xử lý dứt điểm 05 vụ việc tồn đọng.", ["05 vụ việc tồn đọng"]),
    (GOALS, "100% số xã (16/16 xã) đạt chuẩn.", ["100% số xã"]),
    (GOALS, "Nâng tỷ lệ lao động qua đào tạo từ 60% năm 2023 lên 65% năm 2025.", ["65%"]),
    (GOALS, "Trồng 300 ha dược liệu, đạt sản lượng 500 tấn.", ["300 ha dược liệu", "500 tấn"]),
    (
        GOALS,
        "Thực hiện 25 thương vụ với đối tác nước ngoài, với giá trị mỗi vụ từ 01 triệu USD trở lên.",
        ["25 thương vụ"],
    ),
    (GOALS, "Hoàn thành 15 căn nhà nghĩa tình, trị giá 50 triệu đồng/căn.", ["15 căn nhà nghĩa tình"]),
    (RESULTS, "Phấn đấu cả năm đạt 100% kế hoạch.", ["100% kế hoạch"]),
    (STATUTE, "Phấn đấu đến năm 2030 có 70% doanh nghiệp tham gia.", ["70% doanh nghiệp"]),
]


@pytest.mark.parametrize(
    ("section", "clause", "expected"), COMMITTED, ids=[f"{row[0].split(chr(10))[3]}: {row[1]}" for row in COMMITTED]
)
def test_quantity_that_someone_commits_to_reach(section: str, clause: str, expected: list[str]) -> None:
    assert targets(f"{section}1. {clause}\n") == expected


NOT_COMMITTED = [
    # counts that describe
    (TASKS, "Sơ kết 03 năm thực hiện Chỉ thị."),
    (TASKS, "Kỷ niệm 65 năm Ngày thành lập Hội Làm vườn tỉnh."),
    (TASKS, "Kế hoạch gồm 05 nội dung."),
    (TASKS, "Làm tròn 2 chức năng của thư viện xã."),
    (TASKS, "Hoàn thành 04 nhiệm vụ trọng tâm."),
    (TASKS, "Vận hành chính quyền địa phương 02 cấp."),
    (TASKS, "Ban Tổ chức gồm 07 thành viên."),
    (TASKS, "Giảm tai nạn giao thông trên cả 3 tiêu chí."),
    (TASKS, "Thành phần: mỗi đơn vị cử 01 lãnh đạo và 01 chuyên viên."),
    # thresholds that select
    (TASKS, "Doanh nghiệp có 25 công nhân trở lên có tổ chức công đoàn."),
    (TASKS, "Đối với thôn có từ 100 hộ trở lên, tổ chức họp riêng."),
    (TASKS, "Nếu có trên 50% hộ không đồng ý thì dừng triển khai."),
    (TASKS, "Trường hợp có dưới 10 người đăng ký thì gộp lớp."),
    (TASKS, "Không đưa vào danh sách người không đạt tín nhiệm trên 50% cử tri."),
    # results
    (TASKS, "Đến nay, toàn huyện đã có 85% hộ dùng nước sạch."),
    (TASKS, "Năm 2022, tỷ lệ hộ nghèo còn 6%."),
    (TASKS, "Nhân rộng 12 mô hình đã nêu trong báo cáo."),
    (TASKS, "Số trẻ được tiêm chủng là 2.580 trẻ, đạt 99,5% kế hoạch."),
    (TASKS, "Qua 03 năm triển khai, 95% chi bộ đã hoàn thành nhiệm vụ."),
    (TASKS, "Tỷ suất sinh 13,83%."),
    (RESULTS, "Có 92% hội viên tham gia phong trào."),
    (RESULTS, "Tổ chức 14 lớp tập huấn."),
    # norms, prices, entitlements, votes
    (TASKS, "Hỗ trợ 50% kinh phí mua giống."),
    (TASKS, "Mức hỗ trợ tối đa 5 triệu đồng/hộ."),
    (TASKS, "Miễn 100% học phí cho học sinh."),
    (TASKS, "Ban Tổ chức quyết định khi có trên 50% thành viên đồng ý."),
    (TASKS, "Số bác sĩ trên 10.000 dân còn thấp."),
    (TASKS, "Tặng quà, mỗi suất 500.000 đồng."),
    (TASKS, "Khử khuẩn bằng dung dịch nồng độ 2%."),
    (TASKS, "Tổng kinh phí 2.140 triệu đồng."),
    (TASKS, "Người có trên 50% số phiếu tán thành thì trúng cử."),
    (STATUTE, "Có ít nhất 01 nhân viên có chứng chỉ tin học."),
    (STATUTE, "Có địa điểm cách trường học tối thiểu 200m."),
    (STATUTE, "Nhà đầu tư nắm giữ trên 50% vốn điều lệ."),
    (STATUTE, "Tỷ lệ tổn thương cơ thể từ 61% trở lên."),
    (STATUTE, "Thuế suất là 20%."),
    # time, frequency, documents
    (TASKS, "Sinh hoạt ít nhất 01 lần/quý."),
    (TASKS, "Báo cáo trong 10 ngày."),
    (TASKS, "Thực hiện Nghị quyết số 88-NQ/TU ngày 15/4/2031 của Tỉnh ủy."),
    (TASKS, 'Hưởng ứng phong trào "5 không, 3 sạch".'),
]


@pytest.mark.parametrize(
    ("section", "clause"), NOT_COMMITTED, ids=[f"{row[0].split(chr(10))[3]}: {row[1]}" for row in NOT_COMMITTED]
)
def test_quantity_that_describes_selects_prices_or_was_reached(section: str, clause: str) -> None:
    assert targets(f"{section}1. {clause}\n") == []


def test_list_of_numbers_under_its_lead() -> None:
    items = "- Phòng Nội vụ: 02 cán bộ;\n- Phòng Y tế: 03 cán bộ.\n"
    assert targets(f"{TASKS}1. Các đơn vị cử cán bộ với số lượng như sau:\n{items}") == ["02 cán bộ", "03 cán bộ"]


def test_list_of_conditions_under_its_lead() -> None:
    items = "- Có ít nhất 15 thành viên;\n- Có trụ sở.\n"
    assert targets(f"{TASKS}1. Hợp tác xã được vay khi đáp ứng các điều kiện sau đây:\n{items}") == []


def test_each_cell_of_a_criterion_is_a_target() -> None:
    text = GOALS + "1.1. Tỷ lệ hộ có nhà ở kiên cố\n≥75%\n≥95%\nĐạt\n≥85%\nSở Xây dựng hướng dẫn\n"
    assert targets(text) == ["≥75%", "≥95%", "≥85%"]


def test_cell_takes_its_unit_from_its_criterion() -> None:
    reading = read(HEAD + GOALS + "1.1. Có tổ khuyến nông cộng đồng\n≥01\nSở Nông nghiệp hướng dẫn\n")
    (target,) = find_targets(reading, find_quantities(reading), [])
    assert target.quantity.unit == "tổ khuyến nông cộng đồng"


def test_row_of_a_drawn_table_has_one_unit_and_tells_results_where_its_column_says_so() -> None:
    table = (
        "| TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2023 | Năm 2024 | Năm 2025 |\n"
        "| 1 | Tỷ lệ hộ dùng nước sạch | % | 91 | 93 | ≥ 95 |\n"
        "| 2 | Số điểm đen được xử lý | điểm | 5 | tối thiểu 12 | 10 - 14 |\n"
    )
    reading = read(HEAD + GOALS + table)
    found = find_targets(reading, find_quantities(reading), [])
    assert [(t.quantity.comparator, str(t.quantity.value), t.quantity.unit) for t in found] == [
        ("eq", "93", "%"),
        ("ge", "95", "%"),
        ("ge", "12", "điểm"),
        ("range", "10", "điểm"),
    ]


def test_numbers_of_other_tables_are_no_targets() -> None:
    assert targets(TASKS + "1. Bảng trợ cấp\nMức suy giảm\n21%\n1.552.000\n22%\n1.626.000\n") == []


def test_report_tells_results_except_where_it_plans() -> None:
    text = (
        "BÁO CÁO\nCông tác năm 2023\n\nI. CÔNG TÁC TUYÊN TRUYỀN\n\n1. Tổ chức 14 buổi nói chuyện.\n\n"
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2024\n\n1. Tổ chức 16 buổi nói chuyện.\n"
    )
    assert targets(text) == ["16 buổi nói chuyện"]


def test_preamble_tells_and_does_not_commit() -> None:
    told = "Trong những năm qua, toàn huyện có 86% xã có mạng cáp quang."
    assert targets(f"KẾ HOẠCH\nVề chuyển đổi số\n\n{told}\n\nI. NHIỆM VỤ\n\n1. Mở lớp.\n") == []


def test_numbers_inside_a_cited_title_are_no_targets() -> None:
    text = TASKS + '1. Thực hiện Kế hoạch số 21/KH-UBND ngày 05/01/2024 của UBND huyện về "xây dựng 10 mô hình điểm".\n'
    assert targets(text) == []


def test_articles_of_a_statute_lay_down_norms_even_where_they_name_rates() -> None:
    text = "NGHỊ ĐỊNH\nQuy định chi tiết\n\nĐiều 1. Chỉ tiêu\n\n1. Tỷ lệ nội địa hóa đạt từ 40% trở lên.\n"
    assert targets(text) == []


STATUTE_PLACES = [
    ("1. Phấn đấu đạt trên 90% số xã.", True),
    ("1. Tỷ lệ góp vốn không quá 49%.", False),
    ("1. Mức hỗ trợ là 5 triệu đồng/hộ.", False),
]


@pytest.mark.parametrize(("clause", "read_on"), STATUTE_PLACES, ids=[row[0] for row in STATUTE_PLACES])
def test_statutes_are_searched_only_where_someone_commits(clause: str, read_on: bool) -> None:
    reading = read(f"{HEAD}{STATUTE}{clause}\n")
    printed = [reading.text[paragraph.start : paragraph.end] for paragraph in places_of_targets(reading)]
    assert printed == ([clause] if read_on else [])


@pytest.mark.parametrize("section", [TASKS, GOALS, RESULTS, STATUTE], ids=["tasks", "goals", "results", "statute"])
@pytest.mark.parametrize(("_", "clause", "__"), COMMITTED, ids=[row[1] for row in COMMITTED])
def test_no_target_stands_outside_the_places_that_are_searched(
    section: str, _: str, clause: str, __: list[str]
) -> None:
    reading = read(f"{HEAD}{section}1. {clause}\n2. Phấn đấu đến năm 2030, {clause}\n")
    citations = find_citations(reading)
    places = find_quantities(reading, places_of_targets(reading))
    assert find_targets(reading, places, citations) == find_targets(reading, find_quantities(reading), citations)


SUBJECTS = [
    ("Tỷ lệ hộ nghèo còn dưới 3%.", "Tỷ lệ hộ nghèo"),
    ("Tốc độ tăng thu nhập bình quân đạt 8%.", "Tốc độ tăng thu nhập"),
    ("100% chi hội được xếp loại tốt.", "chi hội được xếp loại tốt"),
    ("Có 75% trở lên hội viên dự học, đạt kết quả tốt.", "hội viên dự học"),
    ("Xây dựng 20 căn nhà cho hộ nghèo.", "căn nhà cho hộ nghèo"),
]


@pytest.mark.parametrize(("clause", "subject"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subject_is_what_is_measured(clause: str, subject: str) -> None:
    reading = read(f"{HEAD}{GOALS}1. {clause}\n")
    (target,) = find_targets(reading, find_quantities(reading), [])
    assert target.subject is not None
    assert reading.text[slice(*target.subject)] == subject


@pytest.mark.parametrize("fragment", ["có 100% xã, ", "tỷ lệ đạt ", "1. Có 5 tổ: ", "≥5%\n", "phấn đấu 3% "])
def test_time_grows_with_the_text_and_no_faster(fragment: str) -> None:
    def seconds(length: int) -> float:
        reading = read(HEAD + TASKS + "1. " + fragment * (length // len(fragment)))
        quantities = find_quantities(reading)
        start = process_time()
        find_targets(reading, quantities, [])
        return process_time() - start

    seconds(2_000)
    assert any(seconds(40_000) < 16 * max(seconds(10_000), 0.005) for _ in range(5))
