"""Which times bind work: `⟦…⟧` marks what must be found in the paragraphs of a small plan."""

from __future__ import annotations

import pytest

from extractor.find.deadlines import explain
from extractor.find.timex import find_times
from extractor.pipeline import find_all, read
from extractor.reading import Reading

HEAD = """HỘI CHỮ THẬP ĐỎ TỈNH LÂM BÌNH
BAN THƯỜNG VỤ
Số: 18/KH-CTĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lâm Bình, ngày 15 tháng 3 năm 2024

KẾ HOẠCH
Vận động hiến máu tình nguyện năm 2024

"""


def plan(body: str) -> Reading:
    return read(HEAD + body)


def deadlines_of(body: str) -> list[str]:
    reading = plan(body)
    return [reading.text[found.expression.start : found.expression.end] for found in find_all(reading).deadlines]


def marked(text: str) -> tuple[str, list[str]]:
    """Return the text without its marks, and what they enclose."""
    enclosed = [part.partition("⟧")[0] for part in text.split("⟦")[1:]]
    return text.replace("⟦", "").replace("⟧", ""), enclosed


TASKS = [
    "Rà soát Quyết định số 12/2019/QĐ-UBND về quản lý chợ, trình UBND tỉnh ⟦trước ngày 15/6/2025⟧.",
    "Sửa Thông tư số 7/2016/TT-BYT về phòng, chống dịch, hoàn thành ⟦trong Quý IV năm 2025⟧.",
    # ---- what must be done, by when
    "Các chi hội gửi danh sách người đăng ký về Hội tỉnh ⟦trước ngày 20/4/2024⟧.",
    "Rà soát, lập danh sách hộ cần trợ giúp; hoàn thành ⟦trước ngày 30 tháng 6 năm 2024⟧.",
    "Báo cáo kết quả về Thường trực Hội ⟦chậm nhất ngày 05/12/2024⟧ để tổng hợp.",
    "Tiếp nhận hồ sơ dự thi ⟦đến hết ngày 31/5/2024⟧.",
    "Hội huyện tổ chức ngày hội hiến máu (hoàn thành ⟦trong quý II/2024⟧).",
    "Phấn đấu ⟦đến năm 2025⟧ có 90% xã thành lập đội hiến máu dự bị.",
    "Dự kiến tổ chức hội nghị triển khai ⟦vào ngày 10/4/2024⟧.",
    "⟦Bắt đầu từ ngày 01/7/2024⟧ thực hiện tiếp nhận hồ sơ qua mạng.",
    "Mở đợt cao điểm vận động ⟦từ ngày 05/9/2024 đến ngày 30/9/2024⟧.",
    "Xây dựng kế hoạch của đơn vị ⟦trong tháng 4/2024⟧, báo cáo Hội tỉnh.",
    "⟦Trong năm 2024⟧, thành lập mới 05 câu lạc bộ.",
    "⟦Quý III/2024⟧: tổ chức tập huấn cho cán bộ chi hội.",
    "Tuyên truyền kết quả thực hiện đề án (⟦năm 2026⟧).",
    "Nộp hồ sơ ⟦trong vòng 10 ngày kể từ ngày ban hành Kế hoạch này⟧.",
    "Kiểm đếm kho vật tư ⟦trước 10 giờ ngày 25/9/2024⟧; di dời hàng cứu trợ ⟦trước 17 giờ cùng ngày⟧.",
    "Nhận tác phẩm dự thi ⟦từ ngày phát động đến hết ngày 30/11/2024⟧.",
    # ---- a term counted from an event binds whoever must act, also in a procedure
    "⟦Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ⟧, Hội tỉnh trả lời người đề nghị.",
    "Văn phòng Hội thẩm định dự toán ⟦trong thời hạn mười (10) ngày, kể từ ngày nhận được tờ trình⟧.",
    "Nếu gửi qua bưu điện thì ⟦không để chậm quá 15 ngày⟧.",
    "Hoàn thành, đưa vào sử dụng ⟦trong năm 2025⟧.",
    "Hoàn thành xóa nhà tạm cho hội viên trên địa bàn tỉnh ⟦trong năm 2025⟧.",
    "Thay thế đèn hỏng ⟦trong vòng 24 giờ sau khi nhận tin báo⟧.",
    "Khi có cháy phải báo về Hội tỉnh ⟦chậm nhất 30 phút sau khi phát hiện⟧.",
    "Khi nguồn máu thiếu: ⟦chậm nhất sau 01 giờ⟧, đội dự bị tập trung.",
    "100% xã có danh sách được phê duyệt ⟦trước ngày 15 tháng 11 năm 2024⟧.",
    "Trình Ban Chấp hành tại kỳ họp chuyên đề ⟦đầu tháng 11⟧.",
    "Xây dựng kế hoạch, báo cáo Hội tỉnh ⟦trong quý II năm 2024⟧.",
    "⟦Năm 2024⟧: mỗi chi hội chọn 01 tổ làm điểm.",
    "Rà soát phương án, cập nhật ⟦trước mùa mưa bão⟧ và ⟦trước kỳ nghỉ hè⟧.",
    "Triển khai sổ điện tử ⟦từ đầu năm học⟧.",
    "Công khai số điện thoại ⟦trong tuần đầu tiên của năm học⟧.",
    "Triển khai ⟦ngay trong tuần này⟧.",
    "Tổ chức sơ kết ⟦vào cuối năm 2024⟧ và tổng kết ⟦vào năm 2025⟧.",
    "⟦Ngay sau khi nhận được Kế hoạch này⟧, các hội huyện khẩn trương triển khai.",
    # ---- what must be done again and again
    "Báo cáo ⟦tháng gửi trước ngày 18⟧, báo cáo ⟦quý gửi trước ngày 18 tháng cuối quý⟧ về Hội tỉnh.",
    "⟦Hằng năm⟧, tổ chức tôn vinh người hiến máu tiêu biểu.",
    "Tổ chức họp giao ban ⟦hằng quý⟧ tại Văn phòng Hội.",
    "Họp Ban Chỉ đạo ít nhất ⟦01 lần/quý⟧.",
    "Báo cáo ⟦trước ngày 25 hằng tháng⟧ về Hội tỉnh.",
    "⟦Định kỳ⟧ báo cáo kết quả về Ban Thường vụ.",
    "⟦Thường xuyên⟧ theo dõi, đôn đốc và báo cáo kết quả về Hội tỉnh.",
    "Tổng hợp, báo cáo kết quả về Hội tỉnh (⟦6 tháng⟧, ⟦năm⟧).",
    "Tổng hợp số liệu trong báo cáo ⟦6 tháng⟧ và ⟦năm⟧.",
    "Báo cáo Thường trực Hội ⟦vào thứ Sáu hằng tuần⟧.",
    "Điểm hiến máu mở cửa ⟦từ 7 giờ đến 11 giờ hằng ngày⟧.",
    "Xây dựng ít nhất 20 mô hình ⟦mỗi năm⟧.",
    "Phát thông điệp tuyên truyền, ⟦hằng ngày⟧ vào khung giờ 17 giờ.",
    # ---- what follows an event
    "Gửi biên bản về Hội tỉnh ⟦ngay sau khi kết thúc hội nghị⟧.",
    "Báo cáo tình hình ⟦sau mỗi đợt⟧ về Hội tỉnh.",
    "Bố trí cán bộ y tế trực ⟦trong suốt thời gian diễn ra ngày hội⟧.",
    "Trình Ban Chấp hành cho ý kiến ⟦tại kỳ họp gần nhất⟧.",
    # ---- several in one item
    "Họp xét ⟦ngày 26⟧, ⟦27/12/2024⟧.",
    "Sơ kết, tổng kết công tác vận động ⟦hằng năm⟧, ⟦nửa nhiệm kỳ⟧ và ⟦cuối nhiệm kỳ⟧.",
    "Định kỳ báo cáo Thường trực Hội ⟦vào thứ Hai hằng tuần⟧.",
]

OTHER = [
    # ---- documents, and what they are about
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2024 của Ủy ban nhân dân tỉnh về công tác nhân đạo.",
    "Quán triệt Nghị quyết Đại hội Hội Chữ thập đỏ tỉnh lần thứ V, nhiệm kỳ 2021 - 2026.",
    "Triển khai nội dung Chuyên đề năm 2024 đến toàn thể hội viên.",
    "Triển khai phong trào thi đua giai đoạn 2021-2025.",
    "Tuyên truyền Chiến lược phát triển công tác nhân đạo đến năm 2030, tầm nhìn đến năm 2045.",
    # ---- days to remember, and what has been
    "Tuyên truyền các hoạt động kỷ niệm 78 năm Ngày thành lập Hội (23/11/1946 - 23/11/2024).",
    "Phong trào được phát động từ năm 2010, đã có nhiều mô hình hay.",
    "Tính đến ngày 31/12/2023, toàn tỉnh có 120 câu lạc bộ.",
    "Ngày 12/5/2023, Hội tỉnh đã ký kết chương trình phối hợp với Tỉnh đoàn.",
    "Trong tháng 02/2024, toàn tỉnh tiếp nhận 1.200 đơn vị máu, tăng 5% so với cùng kỳ.",
    "Dự báo trong 24 giờ tới, mưa lớn trên diện rộng.",
    # ---- time that qualifies a noun
    "Hoàn thành các chỉ tiêu hằng năm được giao.",
    "Tập trung thực hiện nhiệm vụ trọng tâm trong năm 2024, bảo đảm chất lượng.",
    "Đưa nội dung hiến máu vào sinh hoạt định kỳ của chi hội.",
    "Người hiến máu thường xuyên được tôn vinh.",
    "Phát huy kết quả ngay từ những tháng đầu năm học mới.",
    "Xây dựng chương trình kiểm tra toàn khóa, hằng năm.",
    "Lập phương án sử dụng xe hằng năm theo quy định.",
    "Kinh phí do ngân sách tỉnh cấp hằng năm.",
    "Niêm yết công khai nội quy; thời gian mở, đóng cửa hằng ngày.",
    "Ngoài báo cáo định kỳ hằng năm quy định tại khoản 1, các hội báo cáo đột xuất.",
    "Nâng cao vai trò của Hội trong thời gian tới.",
    "Trình cấp có thẩm quyền bố trí dự toán chi ngân sách nhà nước hằng năm theo quy định.",
    "Cân đối kinh phí chi thường xuyên hằng năm để thực hiện Kế hoạch.",
    "Triển khai Đề án phát triển hiến máu đến năm 2030, tầm nhìn đến năm 2045.",
    "Tuyên truyền nhân dịp 30/4 và chào mừng 01/5.",
    "Đổi mới cách làm ngay từ đầu năm học.",
    "Chi trả trợ cấp bảo hiểm xã hội hàng tháng cho hội viên.",
    'Cụm từ "trong thời gian 20 ngày làm việc" được thay thế bằng cụm từ khác.',
    # ---- force, conditions, steps
    "Kế hoạch này có hiệu lực từ ngày 01/4/2024.",
    "Quy chế hết hiệu lực sau ngày 31/12/2025.",
    "Trong quá trình thực hiện, nếu cần bổ sung, đề nghị phản ánh về Hội tỉnh.",
    "Xin ý kiến cấp ủy trước khi ban hành.",
    "Trường hợp đăng ký trước ngày 20/4/2024 thì được ưu tiên.",
    "Sau khi trao đổi ý kiến với Sở Y tế, Hội tỉnh hướng dẫn như sau.",
    # ---- lengths of time
    "Chi hội trong 02 năm liên tục không báo cáo thì bị nhắc nhở.",
    "Đội được miễn phí sử dụng xe trong thời hạn 05 năm kể từ khi nhận xe.",
    "Người dự tuyển có thời gian công tác 01 năm sau khi tốt nghiệp tính đến ngày nộp đơn.",
    "Nộp 04 ảnh chụp không quá 06 tháng.",
    "Tổ tư vấn gồm 05 (năm) thành viên.",
    "Mỗi người được hỗ trợ tối đa 02 lần/năm.",
    "Ví dụ 1: Hội viên A nghỉ chăm sóc con từ ngày 01/4/2024 đến ngày 05/4/2024.",
    "Thời gian trực không quá 08 giờ trong một ngày.",
    "Thời gian tập huấn: 02 ngày.",
    "Người hiến máu lần thứ 10 được tặng kỷ niệm chương, thời gian xét là 12 tháng.",
]


@pytest.mark.parametrize("item", [*TASKS, *OTHER])
def test_item_of_a_plan(item: str) -> None:
    text, expected = marked(item)
    assert (
        deadlines_of(f"I. NHIỆM VỤ, GIẢI PHÁP\n1. Nội dung thực hiện\n- {text}\n- Phát huy vai trò của hội viên.\n")
        == expected
    )


OUTLINES = {
    "a label says when": (
        "II. TỔ CHỨC\n1. Hội nghị triển khai\n- Thời gian: dự kiến ⟦ngày 12/4/2024⟧.\n- Địa điểm: Hội trường.\n"
    ),
    "a label that announces nothing": "II. TỔ CHỨC\n1. Lễ phát động\n- Thời gian: 01 ngày (có thông báo sau).\n",
    "a heading that is only a time": (
        "II. NỘI DUNG\n1. ⟦Năm 2024⟧\n- Tổ chức lễ phát động.\n2. ⟦Năm 2025 đến năm 2026⟧\n- Tổ chức sơ kết.\n"
    ),
    "a heading that ends with a term": (
        "II. NỘI DUNG\n1. Công tác tuyên truyền\n1.1. ⟦Năm 2024⟧\n- Tổ chức lễ phát động.\n"
        "1.2. ⟦Năm 2025 đến cuối nhiệm kỳ⟧\n- Tổ chức sơ kết.\n"
    ),
    "a heading of goals": "II. MỤC TIÊU\n1. Mục tiêu cụ thể ⟦đến năm 2025⟧:\n- Vận động 5.000 lượt người.\n",
    "a section about time": "III. THỜI GIAN THỰC HIỆN\n- ⟦Từ ngày 01/4/2024 đến ngày 30/4/2024⟧ phát động ở cơ sở.\n",
    "rows of a timetable": (
        "II. TIẾN ĐỘ\n1. Lịch thực hiện\nTT Nội dung công việc Thời gian Đơn vị thực hiện\n"
        "01 Lập danh sách ⟦08/4/2024⟧ Hội huyện\n02 Thẩm định ⟦10/4/2024 - 15/4/2024⟧ Hội tỉnh\n"
    ),
    "an announcement of terms": (
        "II. HỒ SƠ\n3. Thời hạn nộp hồ sơ được quy định như sau:\n"
        "a) Đối với chi hội là ⟦15 ngày, kể từ ngày nhận được thông báo⟧.\n"
    ),
    "a heading inside a section that tells how things are": (
        "II. NHIỆM VỤ\n1. Kết quả\n- Trong năm 2024, mở 12 lớp.\n- Có thêm hội viên.\n2. Giải pháp\n- Tuyên truyền.\n"
    ),
    "an order among results": (
        "II. NHIỆM VỤ\n1. Nội dung\n- Các chi hội đã đăng ký, đã lập danh sách. "
        "Yêu cầu tiếp tục vận động, hoàn thành ⟦trước ngày 30/6/2024⟧.\n"
    ),
    "the situation so far": (
        "I. TÌNH HÌNH, KẾT QUẢ\n1. Kết quả\n"
        "- Trong năm 2023, toàn tỉnh đã vận động 4.000 lượt người, so với cùng kỳ tăng 12%.\n"
    ),
    "cells of a timetable that no unit holds": (
        "II. NHIỆM VỤ\n1. Nội dung\n- Theo bảng sau.\n"
        "| TT | Nội dung | Thời gian hoàn thành |\n| 1 | Lập danh sách người hiến máu | ⟦2024⟧ |\n"
        "| 2 | Trang bị tủ lạnh | ⟦2024⟧ và ⟦hằng năm⟧ |\n| 3 | Mở kho dự trữ | ⟦Quý III/2024⟧ |\n"
    ),
    "the head of a column of numbers": (
        "II. CHỈ TIÊU\n| TT | Chỉ tiêu | Đơn vị tính | Năm 2024 |\n| 1 | Tỷ lệ hiến máu | % | 3 |\n"
    ),
}


@pytest.mark.parametrize("body", OUTLINES.values(), ids=OUTLINES.keys())
def test_outline_of_a_plan(body: str) -> None:
    text, expected = marked(body)
    assert deadlines_of(text) == expected


OTHER_KINDS = {
    "an article of a decision orders": (
        "QUYẾT ĐỊNH",
        "Điều 1. Giao Văn phòng Hội sao lưu dữ liệu ⟦hằng ngày⟧, bố trí kinh phí ⟦hằng năm⟧.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n",
    ),
    "an article says from when on a rate holds": (
        "NGHỊ QUYẾT",
        "Điều 1. Mức đóng góp\nTừ ngày 01 tháng 7 năm 2024, mức đóng góp là 20.000 đồng.\n",
    ),
    "a circular: terms and reports bind, days of any year and conditions do not": (
        "THÔNG TƯ",
        "Điều 1. Trình tự\n1. ⟦Trong thời hạn 02 ngày làm việc, kể từ ngày nhận được đơn⟧, Hội tỉnh trả lời.\n"
        "2. Việc cấp lại thẻ được thực hiện sau khi thẻ cũ bị hủy.\n"
        "3. Kỳ kế toán năm kết thúc vào ngày 31/12.\n"
        "Điều 2. Chế độ báo cáo\n1. ⟦Hằng quý⟧, Hội tỉnh báo cáo Trung ương Hội.\n",
    ),
    "a report tells, and its tasks bind": (
        "BÁO CÁO",
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH\n1. Phối hợp bảo đảm an toàn trong thời gian diễn ra lễ hội.\n"
        "II. PHƯƠNG HƯỚNG\n1. Tổ chức tổng kết ⟦trước ngày 15/12/2024⟧.\n",
    ),
}


@pytest.mark.parametrize(("kind", "body"), OTHER_KINDS.values(), ids=OTHER_KINDS.keys())
def test_other_kinds_of_documents(kind: str, body: str) -> None:
    text, expected = marked(body)
    reading = read(HEAD.replace("KẾ HOẠCH", kind).replace("KH-CTĐ", "CTĐ") + text)
    assert [reading.text[d.expression.start : d.expression.end] for d in find_all(reading).deadlines] == expected


def test_the_head_of_a_document_binds_nothing() -> None:
    assert deadlines_of("I. MỤC ĐÍCH\n1. Nâng cao nhận thức của hội viên.\n") == []


BINDS = [
    ("- Gửi danh sách trước ngày 20/4/2024.", "Gửi danh sách trước ngày 20/4/2024"),
    ("- Họp một lần. Gửi biên bản trước ngày 20/4/2024.", "Gửi biên bản trước ngày 20/4/2024"),
    ("- Rà soát hội viên; gửi danh sách trước ngày 20/4/2024; tổ chức phát thẻ.", "gửi danh sách trước ngày 20/4/2024"),
    (
        "- Rà soát, lập danh sách hội viên; hoàn thành trước ngày 20/4/2024.",
        "Rà soát, lập danh sách hội viên; hoàn thành trước ngày 20/4/2024",
    ),
    ("1. Hội nghị triển khai công tác năm\n- Thời gian: ngày 12/4/2024.", "Hội nghị triển khai công tác năm"),
    ("1. Năm 2024\n- Tổ chức lễ phát động ở cơ sở.", "Tổ chức lễ phát động ở cơ sở"),
]


@pytest.mark.parametrize(("item", "task"), BINDS, ids=[item for item, _ in BINDS])
def test_task(item: str, task: str) -> None:
    reading = plan(f"I. NHIỆM VỤ\n{item}\nII. TỔ CHỨC THỰC HIỆN\n- Các chi hội thực hiện.\n")
    (deadline,) = find_all(reading).deadlines
    assert deadline.task is not None
    assert reading.text[slice(*deadline.task)].removeprefix("- ") == task


def test_explanation_names_the_kind_the_signs_and_the_sum() -> None:
    reading = plan("I. NHIỆM VỤ\n1. Gửi danh sách trước ngày 20/4/2024.\n")
    assert explain(reading, find_times(reading)[-1]) == (
        "day before 3, ordered +1, closes_clause +1, sent +2, work_before +1 = 8"
    )
