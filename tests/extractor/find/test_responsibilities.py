"""Who is answerable for what, rule by rule: headings, cues, subjects, and all those who are only mentioned."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.find.bodies import find_bodies
from extractor.find.citations import find_citations
from extractor.find.mentions import ResponsibilityMention
from extractor.find.responsibilities import find_responsibilities
from extractor.pipeline import read
from extractor.reading import HeaderFacts, Reading
from schemas.vocabulary import DocumentType

HEADER = HeaderFacts(issuer="Liên đoàn Lao động tỉnh Lai Châu", place="Lai Châu")


def reading_of(body: str) -> Reading:
    return replace(read(f"KẾ HOẠCH\nVề việc thử\n\n{body}\n"), header=HEADER)


def found_in(body: str) -> list[ResponsibilityMention]:
    reading = reading_of(body)
    citations = find_citations(reading)
    return find_responsibilities(reading, find_bodies(reading, citations), citations)


def roles(body: str) -> list[tuple[str, str]]:
    return [(found.mention.body, found.role.value) for found in found_in(body)]


def item(sentence: str) -> str:
    """Return a body of one numbered item, under a heading that gives no task to anybody."""
    return f"I. NHIỆM VỤ, GIẢI PHÁP\n\n1. {sentence}\n"


# A sentence, and the bodies with the roles that it gives them.
SENTENCES = [
    # told to do something
    ("Chỉ đạo các CĐCS đẩy mạnh tuyên truyền.", [("Công đoàn cơ sở", "execute")]),
    ("Giao Ban Chính sách - Pháp luật theo dõi.", [("Ban Chính sách - Pháp luật", "execute")]),
    ("Giao cho Sở Tài chính cân đối kinh phí.", [("Sở Tài chính", "execute")]),
    ("Đề nghị Sở Nội vụ rà soát biên chế.", [("Sở Nội vụ", "execute")]),
    ("Yêu cầu các đơn vị nghiêm túc thực hiện.", [("Đơn vị", "execute")]),
    ("Hướng dẫn các cấp công đoàn mở lớp tập huấn.", [("Các cấp công đoàn", "execute")]),
    ("Hướng dẫn UBND xã trong việc lập dự toán.", [("Ủy ban nhân dân xã", "execute")]),
    ("Chỉ đạo, hướng dẫn, đôn đốc các CĐCS đăng ký thi đua.", [("Công đoàn cơ sở", "execute")]),
    ("Mời Bảo hiểm xã hội tỉnh cử cán bộ tham gia.", [("Bảo hiểm xã hội tỉnh Lai Châu", "execute")]),
    ("Vận động người dân, doanh nghiệp ủng hộ quỹ.", [("Doanh nghiệp", "execute")]),
    ("Giao Ban Tổ chức chủ trì, phối hợp với Văn phòng chuẩn bị.",
     [("Ban Tổ chức", "lead"), ("Văn phòng", "coordinate")]),
    ("Đề nghị Giám đốc Sở Xây dựng chỉ đạo kiểm tra.", [("Sở Xây dựng", "execute")]),
    ("Đề nghị các phòng, đơn vị thực hiện một số nội dung sau:", [("Phòng", "execute"), ("Đơn vị", "execute")]),
    ("Sở Tư pháp in, phát 2.000 tờ gấp.", [("Sở Tư pháp", "execute")]),
    ("Mỗi chi bộ kết nạp từ 01 đảng viên trở lên.", [("Chi bộ", "execute")]),
    ("Căn cứ kết luận của Chính phủ, các sở, ngành rà soát quy hoạch.",
     [("Sở", "execute"), ("Ngành", "execute")]),
    # other subjects than the first of a sentence
    ("Riêng Sở Y tế nhân bản tài liệu.", [("Sở Y tế", "execute")]),
    ("Hằng quý, Sở Y tế dự trù thuốc.", [("Sở Y tế", "execute")]),
    ("Rà soát quy hoạch (Sở Xây dựng thực hiện).", [("Sở Xây dựng", "execute")]),
    ("Rà soát quy hoạch (giao Sở Xây dựng).", [("Sở Xây dựng", "execute")]),
    ("Các xã nhân giống lúa mới.", [("Xã", "execute")]),
    ("Giao Sở Tài chính chủ trì, Sở Y tế phối hợp.", [("Sở Tài chính", "lead"), ("Sở Y tế", "coordinate")]),
    ("Từ ngày 05/6 Trạm Y tế xã uống vắc xin.", [("Trạm Y tế xã", "execute")]),
    ("Các đội văn nghệ xung kích phục vụ bà con.", [("Đội văn nghệ xung kích", "execute")]),
    ("Việc kiểm kê do Sở Tài chính đảm nhiệm.", [("Sở Tài chính", "execute")]),
    # labels
    ("Trách nhiệm thực hiện: Sở Y tế.", [("Sở Y tế", "execute")]),
    ("Rà soát quy hoạch (chủ trì: Sở Xây dựng; phối hợp: Sở Y tế).",
     [("Sở Xây dựng", "lead"), ("Sở Y tế", "coordinate")]),
    ("Sở Y tế là đơn vị chủ trì rà soát.", [("Sở Y tế", "lead")]),
    ("Sở Y tế được giao phụ trách khối bệnh viện.", [("Sở Y tế", "execute")]),
    ("Khi có bão, Sở Công Thương dự trữ hàng.", [("Sở Công Thương", "execute")]),
    ("Tại Sở Y tế, Sở Nội vụ đại diện dự.", []),
    ("Chủ trì: Sở Y tế. Phối hợp: Sở Nội vụ.", [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")]),
    ("Đơn vị chủ trì: Sở Y tế; đơn vị phối hợp: Sở Nội vụ.", [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")]),
    ("Cơ quan chủ trì là Sở Y tế; cơ quan phối hợp là Sở Nội vụ.",
     [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")]),
    # papers that are handed over by a date, and those that are given away
    ("Cung cấp số liệu cho Sở Tài chính trước ngày 10/6.", [("Sở Tài chính", "report_to")]),
    ("Lập danh sách, chuyển Sở Tài chính trước ngày 10/6.", [("Sở Tài chính", "report_to")]),
    ("Trình Hội đồng nhân dân tỉnh tại kỳ họp cuối năm.",
     [("Hội đồng nhân dân tỉnh Lai Châu", "report_to")]),
    ("Cung cấp tài liệu cho các trường học.", []),
    # working together
    ("Kiểm tra các chợ, có sự phối hợp của Sở Công Thương.", [("Sở Công Thương", "coordinate")]),
    ("Hiệp đồng với Ban CHQS xã diễn tập.", [("Ban Chỉ huy quân sự xã", "coordinate")]),
    ("Hội thi được tổ chức dưới sự chủ trì của Sở Nội vụ.", [("Sở Nội vụ", "lead")]),
    ("Giao Thanh tra tỉnh cùng với Sở Nội vụ kiểm tra việc tiếp dân.",
     [("Thanh tra tỉnh Lai Châu", "execute"), ("Sở Nội vụ", "coordinate")]),
    ("Vận động hội viên tham gia; cùng Đoàn Thanh niên chăm sóc hàng cây.", [("Đoàn Thanh niên", "coordinate")]),
    ("Đồng chủ trì với Sở Nội vụ rà soát vị trí việc làm.", [("Sở Nội vụ", "lead")]),
    # directing without a task
    ("Tăng cường hướng dẫn các đơn vị trong lĩnh vực quản lý.", []),
    ("Đôn đốc các địa phương.", []),
    # working together
    ("Phối hợp với Sở Y tế khám sức khỏe cho đoàn viên.", [("Sở Y tế", "coordinate")]),
    ("Phối hợp chặt chẽ, thường xuyên với Công an tỉnh giữ gìn trật tự.", [("Công an tỉnh Lai Châu", "coordinate")]),
    ("Phối hợp với nhà trường, chuyên môn đồng cấp mở hội thi.",
     [("Nhà trường", "coordinate"), ("Chuyên môn đồng cấp", "coordinate")]),
    ("Phối hợp, hỗ trợ các thôn giữ vệ sinh.", [("Thôn", "coordinate")]),
    ("Kết hợp Trung tâm Y tế huyện tiêm phòng.", [("Trung tâm Y tế huyện", "coordinate")]),
    ("Kết nghĩa, đồng hành cùng doanh nghiệp trồng rừng.", [("Doanh nghiệp", "coordinate")]),
    ("Sơ kết quy chế phối hợp với Hội Người cao tuổi.", [("Hội Người cao tuổi", "coordinate")]),
    ("Liên hệ Ban Tổ chức để phối hợp thực hiện.", [("Ban Tổ chức", "coordinate")]),
    ("Đề nghị Công an huyện phối hợp trong công tác bảo vệ.", [("Công an huyện", "coordinate")]),
    ("Đề nghị Công an huyện phối hợp với Phòng Nội vụ kiểm tra.",
     [("Công an huyện", "execute"), ("Phòng Nội vụ", "coordinate")]),
    ("Công tác phối hợp với các cơ quan còn hạn chế.", []),
    ("Ký kết hợp đồng với doanh nghiệp vận tải.", []),
    # reports
    ("Báo cáo số liệu thi đua về LĐLĐ tỉnh.", [("Liên đoàn Lao động tỉnh Lai Châu", "report_to")]),
    ("Khi có cháy, báo ngay về Công an xã.", [("Công an xã", "report_to")]),
    ("Kịp thời báo cáo và kiến nghị Thủ tướng Chính phủ các biện pháp cần thiết.",
     [("Thủ tướng Chính phủ", "report_to")]),
    ("Tổng hợp, báo cáo Ban Thường vụ LĐLĐ tỉnh.", [("Ban Thường vụ", "report_to")]),
    ("Báo cáo về Sở Nội vụ về tình hình biên chế.", [("Sở Nội vụ", "report_to")]),
    ("Gửi danh sách về Văn phòng trước ngày 05.", [("Văn phòng", "report_to")]),
    ("Biên bản được gửi đến Thường trực HĐND.",
     [("Thường trực Hội đồng nhân dân tỉnh Lai Châu", "report_to")]),
    ("Mọi vướng mắc phản ánh về Sở Tư pháp để được giải đáp.", [("Sở Tư pháp", "report_to")]),
    ("Liên hệ Sở Tư pháp để được giải đáp.", [("Sở Tư pháp", "report_to")]),
    ("Báo cáo tiến độ để Thường trực Tỉnh ủy theo dõi, chỉ đạo.", [("Thường trực Tỉnh ủy Lai Châu", "report_to")]),
    ("Báo cáo, đề xuất với Bộ Tài chính biện pháp quản lý.", [("Bộ Tài chính", "report_to")]),
    ("Trình UBND tỉnh phê duyệt dự toán.", []),
    ("Tuyên truyền pháp luật về doanh nghiệp.", []),
    ("Thông báo số lượng cho các đơn vị để triển khai thực hiện.", [("Đơn vị", "execute")]),
    # through whom
    ("Báo cáo về LĐLĐ tỉnh (qua Ban Nữ công) trước ngày 10.",
     [("Liên đoàn Lao động tỉnh Lai Châu", "report_to"), ("Ban Nữ công", "via")]),
    ("Gửi hồ sơ về Sở Y tế thông qua Văn phòng Sở.", [("Sở Y tế", "report_to"), ("Văn phòng Sở", "via")]),
    # labels
    ("Đơn vị chủ trì: Sở Giáo dục và Đào tạo.", [("Sở Giáo dục và Đào tạo", "lead")]),
    ("Cơ quan phối hợp: các sở, ban, ngành liên quan.",
     [("Sở liên quan", "coordinate"), ("Ban liên quan", "coordinate"), ("Ngành liên quan", "coordinate")]),
    ("Đơn vị thực hiện: các CĐCS.", [("Công đoàn cơ sở", "execute")]),
    # subjects
    ("Các cấp công đoàn đẩy mạnh phong trào thi đua.", [("Các cấp công đoàn", "execute")]),
    ("Công an tỉnh có trách nhiệm bảo đảm trật tự.", [("Công an tỉnh Lai Châu", "execute")]),
    ("Hằng năm, 100% công đoàn cơ sở tổ chức kiểm tra tài chính.", [("Công đoàn cơ sở", "execute")]),
    ("Căn cứ tình hình thực tế, các đơn vị bố trí thời gian phù hợp.", [("Đơn vị", "execute")]),
    ("Các tổ chức, cá nhân liên quan chịu trách nhiệm thi hành.", [("Tổ chức", "execute")]),
    ("Thủ trưởng các đơn vị chịu trách nhiệm thi hành.", [("Đơn vị", "execute")]),
    ("Sở Y tế là đầu mối tiếp nhận hồ sơ.", [("Sở Y tế", "execute")]),
    ("Ban Tổ chức triệu tập và chủ trì hội nghị.", [("Ban Tổ chức", "lead")]),
    ("Thành phần: cử tri các thôn; Ban Công tác Mặt trận thôn (chủ trì).", [("Ban Công tác Mặt trận thôn", "lead")]),
    ("Nâng cao trách nhiệm của ban chấp hành công đoàn trong chỉ đạo phong trào.", [("Ban chấp hành", "execute")]),
    # bound by a modal, wherever it stands
    ("Trong thời hạn 05 ngày kể từ khi nhận hồ sơ cơ quan thuế phải trả lời bằng văn bản.",
     [("Cơ quan thuế", "execute")]),
    ("Các doanh nghiệp nhập khẩu xăng dầu phải đăng ký kế hoạch.",
     [("Doanh nghiệp nhập khẩu xăng dầu", "execute")]),
    ("Trường hợp hồ sơ thiếu, cơ quan kiểm định chất lượng có trách nhiệm bổ sung.",
     [("Cơ quan kiểm định chất lượng", "execute")]),
    ("Tổ chức, cá nhân mỗi lần xuất hàng phải kê khai.", [("Tổ chức", "execute")]),
    ("Các bộ ngành có các trách nhiệm sau.", [("Bộ ngành", "execute")]),
    ("Người đứng đầu cấp ủy chịu trách nhiệm toàn diện.", []),
    ("Việc đổi tên thôn, tổ dân phố phải bảo đảm dân chủ.", []),
    ("Doanh nghiệp xếp loại tốt phải có 100% lao động tham gia bảo hiểm.", []),
    # the subject after what opens the sentence
    ("Sau khi thống nhất với Bộ Công Thương, Bộ Tài chính quy định mức thu.", [("Bộ Tài chính", "execute")]),
    ("Căn cứ tình hình tại các địa phương, Sở Y tế tổ chức kiểm tra.", [("Sở Y tế", "execute")]),
    ("Sở Nội vụ điểm danh đại biểu.", [("Sở Nội vụ", "execute")]),
    # the agent of a main clause
    ("Mức hỗ trợ do Sở Tài chính quyết định.", [("Sở Tài chính", "execute")]),
    ("Hồ sơ phải được Sở Xây dựng thẩm định.", [("Sở Xây dựng", "execute")]),
    ("Áp dụng mức hỗ trợ do Sở Tài chính quyết định.", []),
    # commissions and parts
    ("Việc thu được ủy nhiệm cho UBND xã thực hiện.", [("Ủy ban nhân dân xã", "execute")]),
    ("Gửi báo cáo về Bộ Tài chính (Vụ Ngân sách) trước ngày 10.",
     [("Bộ Tài chính", "report_to"), ("Vụ Ngân sách", "report_to")]),
    ("Báo cáo đầy đủ tình hình của Đảng bộ với Huyện ủy.", [("Huyện ủy", "report_to")]),
    ("Báo cáo Thống đốc Ngân hàng Nhà nước về lãi suất.", [("Ngân hàng Nhà nước", "report_to")]),
    ("Kiến nghị bằng văn bản về Sở Tư pháp: báo cáo bằng văn bản về Sở Tư pháp.", [("Sở Tư pháp", "report_to")]),
    ("Làm việc với Sở Xây dựng để được hướng dẫn.", [("Sở Xây dựng", "coordinate")]),
    ("Đơn vị thu: Ban Quản lý chợ, UBND phường.",
     [("Ban Quản lý chợ", "execute"), ("Ủy ban nhân dân phường", "execute")]),
    ("Yêu cầu các đoàn thể trong tỉnh, Chủ tịch UBND các huyện thực hiện.",
     [("Đoàn thể", "execute"), ("Ủy ban nhân dân huyện", "execute")]),
    ("Hướng dẫn các đơn vị, cá nhân, hộ gia đình có liên quan triển khai.", [("Đơn vị", "execute")]),
    # only mentioned
    ("Tham mưu cho Ban Thường vụ Tỉnh ủy ban hành nghị quyết.", []),
    ("Đề xuất với Sở Tài chính bổ sung kinh phí.", []),
    ("Tham dự hội nghị do Tỉnh ủy tổ chức.", []),
    ("Tuyên truyền trên trang thông tin của Sở Tư pháp.", []),
    ("Tổ chức hội nghị tại Sở Công Thương.", []),
    ("Hội viên, nông dân hăng hái tham gia.", []),
    ("Đồng chí Nguyễn Văn An phụ trách chung.", []),
    ("Đề nghị Chính phủ sửa đổi quy định.", []),
    ("Doanh nghiệp là tổ chức có tên riêng, có tài sản.", []),
]  # fmt: skip


def block(*paragraphs: str) -> str:
    """Return a section on who carries out the plan, made of `paragraphs`."""
    return "I. TỔ CHỨC THỰC HIỆN\n\n" + "\n\n".join(paragraphs)


# Whole blocks: a heading and what stands under it.
BLOCKS = {
    "a heading is the mention, its items are not": (
        block("1. Ban Nữ công", "- Xây dựng kế hoạch chi tiết.", "- Theo dõi việc thực hiện."),
        [("Ban Nữ công", "execute")],
    ),
    "items may name others": (
        block("1. Ban Nữ công", "- Phối hợp với Sở Y tế khám sức khỏe.", "- Báo cáo LĐLĐ tỉnh."),
        [
            ("Ban Nữ công", "execute"),
            ("Sở Y tế", "coordinate"),
            ("Liên đoàn Lao động tỉnh Lai Châu", "report_to"),
        ],
    ),
    "who leads anywhere in his block leads": (
        block("1. Ban Nữ công", "- Xây dựng kế hoạch.", "- Chủ trì tổ chức hội thi."),
        [("Ban Nữ công", "lead")],
    ),
    "the lead of another is not his": (
        block("1. Văn phòng", "- Giao Ban Nữ công chủ trì hội thi."),
        [("Văn phòng", "execute"), ("Ban Nữ công", "lead")],
    ),
    "every body of the heading counts": (
        block("1. Văn phòng, các ban chuyên đề LĐLĐ tỉnh", "- Thực hiện nhiệm vụ được giao."),
        [("Văn phòng", "execute"), ("Ban chuyên đề", "execute")],
    ),
    "a heading with a preposition": (
        block("1. Đối với các CĐCS", "- Xây dựng kế hoạch.", "2. Đề nghị Sở Nội vụ:", "- Bố trí cán bộ."),
        [("Công đoàn cơ sở", "execute"), ("Sở Nội vụ", "execute")],
    ),
    "a title on the line of its first item": (
        block("1. Sở Xây dựng: Thẩm định hồ sơ thiết kế.", "2. Sở Tài chính: Cấp kinh phí."),
        [("Sở Xây dựng", "execute"), ("Sở Tài chính", "execute")],
    ),
    "a heading names its body to the end": (
        block("1. Doanh nghiệp cung cấp dịch vụ vận tải", "- Chấp hành quy định.", "- Niêm yết giá."),
        [("Doanh nghiệp cung cấp dịch vụ vận tải", "execute")],
    ),
    "the subject that repeats the heading is not counted again": (
        block("1. Công an tỉnh", "- Công an tỉnh bảo đảm trật tự."),
        [("Công an tỉnh Lai Châu", "execute")],
    ),
    "a heading of duties names all before its colon": (
        block("1. Trách nhiệm của chi bộ và cấp ủy cơ sở (nơi không có chi bộ) nơi cư trú:", "- Nhận xét."),
        [("Chi bộ", "execute"), ("Cấp ủy cơ sở", "execute")],
    ),
    "a wrapped label is one label": (
        block("1. Mở lớp tập huấn.", "Đơn vị phối hợp", "thực hiện: Sở Nội vụ."),
        [("Sở Nội vụ", "coordinate")],
    ),
    "a schedule says who in its last column": (
        block("STT Nội dung Thời gian Người thực hiện", "Lập danh mục", "01/3/2024 - 05/3/2024 Sở Y tế", "Văn phòng"),
        [("Sở Y tế", "execute"), ("Văn phòng", "execute")],
    ),
    "a committee and its members have no tasks": (
        "I. THÀNH LẬP BAN TỔ CHỨC\n\n1. Ban Giám khảo\n\n- Ông Trần Văn Bình, Trưởng ban.\n\n- Bà Lê Thị Hoa.",
        [],
    ),
    "the issuer who asks in closing is not answerable": (
        block("1. Văn phòng", "- Chuẩn bị tài liệu.")
        + "\n\nTrên đây là Kế hoạch thử nghiệm, đề nghị các đơn vị triển khai thực hiện.",
        [("Văn phòng", "execute"), ("Đơn vị", "execute")],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES, ids=[sentence[:45] for sentence, _ in SENTENCES])
def test_a_sentence_gives_roles(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert roles(item(sentence)) == expected


@pytest.mark.parametrize(("body", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_gives_roles(body: str, expected: list[tuple[str, str]]) -> None:
    assert roles(body) == expected


@pytest.mark.parametrize("bar", ["|", "│", "\t"], ids=["bars", "drawn lines", "tabs"])
def test_columns_say_who_leads_and_who_works_along(bar: str) -> None:
    rows = [
        ("TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"),
        ("1", "Khảo sát nhu cầu học nghề", "Sở Nội vụ", "Hội Nông dân", "Quý I/2026"),
        ("2", "Mở lớp ngắn hạn cho thanh niên", "Sở Công Thương", "Đoàn Thanh niên", "Quý II/2026"),
    ]
    table = "\n".join(bar.join(row) if bar == "\t" else f"{bar} {f' {bar} '.join(row)} {bar}" for row in rows)
    assert roles(f"I. PHÂN CÔNG\n\n{table}\n") == [
        ("Sở Nội vụ", "lead"),
        ("Hội Nông dân", "coordinate"),
        ("Sở Công Thương", "lead"),
        ("Đoàn Thanh niên", "coordinate"),
    ]


def test_spaces_after_a_marker_are_no_part_of_the_sentence() -> None:
    assert roles("I. NHIỆM VỤ\n\n1.   Các Bộ, cơ quan ngang Bộ có trách nhiệm rà soát.\n") == [
        ("Bộ", "execute"),
        ("Cơ quan ngang Bộ", "execute"),
    ]


def test_the_preamble_directs_others_and_binds_nobody_itself() -> None:
    preamble = "Liên đoàn Lao động tỉnh hướng dẫn các cấp công đoàn ra quân như sau:"
    assert roles(f"{preamble}\n\nI. MỤC ĐÍCH\n\n1. Nâng cao nhận thức.\n") == [("Các cấp công đoàn", "execute")]


# Who carries out a decision: (the list before the verb, the bodies).
ENACTED = [
    (
        "Chánh Văn phòng UBND tỉnh, Giám đốc các Sở: Nội vụ, Xây dựng; Chủ tịch UBND các huyện, thị xã",
        ["Văn phòng", "Sở Nội vụ", "Sở Xây dựng", "Ủy ban nhân dân huyện", "Ủy ban nhân dân thị xã"],
    ),
    (
        "Các ông (bà) Chánh văn phòng UBND tỉnh, Cục trưởng Cục thuế; thủ trưởng các đơn vị có liên quan",
        ["Văn phòng", "Cục thuế", "Đơn vị có liên quan"],
    ),
    (
        "Các Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Chủ tịch Ủy ban nhân dân các tỉnh",
        ["Bộ", "Cơ quan ngang bộ", "Ủy ban nhân dân tỉnh"],
    ),
    (
        "Trưởng Ban Tổ chức, Thủ trưởng các sở, ban, ngành và các tổ chức, cá nhân có liên quan",
        ["Ban Tổ chức", "Sở", "Ban", "Ngành", "Tổ chức"],
    ),
]


@pytest.mark.parametrize(("named", "bodies"), ENACTED, ids=[named[:40] for named, _ in ENACTED])
def test_whoever_is_named_before_the_enacting_verb_is_answerable(named: str, bodies: list[str]) -> None:
    clause = f"{named} chịu trách nhiệm thi hành Quyết định này./."
    assert roles(f"Điều 1. Phê duyệt dự toán.\n\nĐiều 2. {clause}\n") == [(body, "execute") for body in bodies]


def test_a_letter_says_at_once_who_does_what() -> None:
    reading = reading_of("Để nắm tình hình, Sở Y tế phối hợp với Viện Dinh dưỡng khảo sát.\n\n1. Số liệu.\n")
    letter = replace(reading, header=HEADER._replace(doc_type=DocumentType.CONG_VAN))
    found = find_responsibilities(letter, find_bodies(letter, []), [])
    assert [record.mention.body for record in found] == ["Sở Y tế", "Viện Dinh dưỡng"]


def test_a_report_of_the_past_binds_nobody() -> None:
    reading = reading_of("I. KẾT QUẢ\n\n1. Chỉ đạo các CĐCS tổ chức 12 hội thi.\n")
    report = replace(reading, header=HEADER._replace(doc_type=DocumentType.BAO_CAO))
    assert find_responsibilities(report, find_bodies(report, []), []) == []


def test_recipients_are_no_records() -> None:
    body = item("Chuẩn bị hội nghị.") + "\nNơi nhận:\n- Sở Nội vụ;\n- Các CĐCS;\n- Lưu: VP.\n"
    assert roles(body) == []


def test_what_already_happened_binds_nobody() -> None:
    assert roles("I. TÌNH HÌNH, KẾT QUẢ THỰC HIỆN\n\n1. Các cấp công đoàn tổ chức 12 hội thi.\n") == []


def test_time_grows_in_step_with_the_text() -> None:
    body = item("phối hợp với " * 3_000) + item("báo cáo Sở Y tế, " * 3_000)
    assert len(found_in(body)) >= 3_000
