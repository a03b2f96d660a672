"""The work of each body that is answerable, construction by construction: between ⟦ and ⟧, in invented sections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractor.find.bodies import find_bodies
from extractor.find.mentions import ResponsibilityMention
from extractor.find.responsibilities import find_responsibilities
from extractor.pipeline import read
from extractor.reading import HeaderFacts, Reading

HEADER = HeaderFacts(issuer="Ủy ban nhân dân tỉnh Lai Châu", place="Lai Châu")


def found_in(body: str) -> tuple[Reading, list[ResponsibilityMention]]:
    text = f"KẾ HOẠCH\nVề việc thử\n\nI. TỔ CHỨC THỰC HIỆN\n{body}\n"
    reading = replace(read(text), header=HEADER)
    return reading, find_responsibilities(reading, find_bodies(reading, []), [])


def marked(text: str) -> tuple[str, list[str]]:
    """Return the text without its marks, and what stands between them."""
    plain = text.replace("⟦", "").replace("⟧", "")
    return plain, [part.partition("⟧")[0] for part in text.split("⟦")[1:]]


# What it shows: the body, and the text with its work marked.
WORK = {
    "the items under a heading": (
        "Sở Y tế",
        "1. Sở Y tế\na) ⟦Lập danh sách; bố trí xe⟧.\nb) ⟦Mở lớp tập huấn⟧.\n2. Sở Xây dựng\na) In tài liệu.",
    ),
    "an item is one work with all under it": (
        "Sở Y tế",
        "1. Sở Y tế\na) ⟦Lập danh sách:\n- Danh sách trẻ em;\n- Danh sách người cao tuổi⟧.\nb) ⟦Mở lớp tập huấn⟧.",
    ),
    "without items, the paragraph": ("Sở Y tế", "1. Sở Y tế\n⟦Lập danh sách; mở lớp tập huấn⟧."),
    "a line that only announces is left out": (
        "Sở Y tế",
        "1. Sở Y tế\nCó các nhiệm vụ sau:\n- ⟦Lập danh sách⟧;\n- ⟦Mở lớp tập huấn⟧.",
    ),
    "after a label": ("Sở Tài chính", "1. Sở Tài chính: ⟦cân đối, bố trí kinh phí⟧."),
    "of two bodies in a heading, the same": (
        "Sở Nội vụ",
        "1. Sở Y tế, Sở Nội vụ\n- ⟦Lập danh sách⟧.\n- ⟦Mở lớp tập huấn⟧.",
    ),
    "the rest of the sentence": ("Sở Y tế", "1. Sở Y tế ⟦lập danh sách trẻ em⟧."),
    "clauses that go on": ("Sở Y tế", "1. Sở Y tế ⟦lập danh sách; gửi kết quả khám⟧."),
    "up to where another body is told": ("Sở Y tế", "1. Sở Y tế ⟦lập danh sách⟧; Sở Nội vụ thẩm định hồ sơ."),
    "up to another direction": ("Sở Y tế", "1. Giao Sở Y tế ⟦lập danh sách⟧; đề nghị Công an tỉnh giữ gìn trật tự."),
    "up to who is told in turn": ("Sở Y tế", "1. Giao Sở Y tế ⟦bố trí kinh phí⟧, Sở Nội vụ chuẩn bị hội trường."),
    "sentences that go on": ("Sở Y tế", "1. Sở Y tế ⟦lập danh sách. Định kỳ hằng quý tổng hợp tình hình⟧."),
    "not a sentence of somebody else": ("Sở Y tế", "1. Sở Y tế ⟦lập danh sách⟧. Học sinh được khám miễn phí."),
    "not past an abbreviation": ("Sở Y tế", "1. Sở Y tế ⟦khám bệnh tại TP. Lai Châu; gửi kết quả⟧."),
    "the items after a colon": (
        "Sở Y tế",
        "1. Sở Y tế chủ trì thực hiện các việc sau:\na) ⟦Lập danh sách⟧.\nb) ⟦Mở lớp tập huấn⟧.",
    ),
    "inside another's task, the clause": (
        "CĐCS",
        "1. Sở Y tế chỉ đạo các CĐCS ⟦đăng ký thi đua⟧; tổ chức khen thưởng.",
    ),
    "who leads has all of it": (
        "Sở Y tế",
        "1. Sở Y tế ⟦chủ trì, phối hợp với Sở Nội vụ tổ chức hội thi; tổng kết phong trào⟧.",
    ),
    "who is worked with has what it helps with": (
        "Sở Nội vụ",
        "1. Sở Y tế chủ trì, phối hợp với Sở Nội vụ ⟦tổ chức hội thi⟧; tổng kết phong trào.",
    ),
    "after others who have no name": (
        "Sở Nội vụ",
        "1. Sở Y tế phối hợp với Sở Nội vụ và các đơn vị liên quan ⟦tổ chức hội thi⟧.",
    ),
    "without the words that lead to it": ("Sở Nội vụ", "1. Phối hợp với Sở Nội vụ trong việc ⟦tổ chức hội thi⟧."),
    "of who is named last, what stands before": (
        "Sở Nội vụ",
        "1. ⟦Tổ chức hội thi cấp tỉnh⟧, phối hợp với Sở Nội vụ.",
    ),
    "of who gets a report, the report": ("Sở Y tế", "1. Hằng quý, ⟦báo cáo tiến độ về Sở Y tế⟧."),
    "with its time": ("Sở Y tế", "1. Các CĐCS khảo sát nhu cầu, ⟦gửi về Sở Y tế trước ngày 15/4/2024⟧."),
    "with the verbs before the report": (
        "Sở Y tế",
        "1. Các CĐCS ⟦tổng hợp, báo cáo Sở Y tế trước ngày 05/4/2024⟧.",
    ),
    "from the report, not from its sending": ("Sở Y tế", "1. Các CĐCS ⟦báo cáo kết quả gửi về Sở Y tế⟧."),
    "up to the next verb": (
        "Sở Y tế",
        "1. Các CĐCS ⟦báo cáo Sở Y tế trong vòng 02 giờ⟧, phối hợp với Công an tỉnh xử lý sự cố.",
    ),
    "with what is done with it": ("Sở Y tế", "1. Các CĐCS ⟦phản ánh về Sở Y tế để tổng hợp, báo cáo⟧."),
    "of one through whom it goes, the report": (
        "Phòng Nghiệp vụ Y",
        "1. ⟦Gửi báo cáo về Sở Y tế (qua Phòng Nghiệp vụ Y) trước ngày 05/4/2024⟧.",
    ),
    "of who carries out a decision": (
        "Sở Y tế",
        "Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc các Sở: Nội vụ, Y tế; Giám đốc Sở Y tế"
        " ⟦chịu trách nhiệm thi hành Quyết định này⟧./.",
    ),
    "above a label": (
        "Sở Y tế",
        "1. ⟦Tổ chức hội thi an toàn thực phẩm⟧\n- Đơn vị chủ trì: Sở Y tế.\n- Thời gian: Quý II/2024.",
    ),
    "before a label in the item": ("Sở Y tế", "1. ⟦Tổ chức hội thi an toàn thực phẩm⟧. Đơn vị chủ trì: Sở Y tế."),
    "in the row of a table": (
        "Sở Y tế",
        "| TT | Nội dung | Thời gian | Đơn vị thực hiện |\n"
        "| 1 | ⟦Tổ chức hội thi an toàn thực phẩm⟧ | Quý II/2024 | Sở Y tế |\n"
        "| 2 | Khảo sát bếp ăn tập thể | Quý III/2024 | Sở Nội vụ |",
    ),
    "without the signs that end the document": ("Sở Y tế", "1. Sở Y tế ⟦khẩn trương triển khai thực hiện⟧./."),
}


@pytest.mark.parametrize(("body", "text"), WORK.values(), ids=WORK)
def test_work_of_a_body(body: str, text: str) -> None:
    plain, expected = marked(text)
    reading, found = found_in(plain)

    tasks = [record.tasks for record in found if body in reading.text[record.mention.start : record.mention.end]]

    assert [reading.text[slice(*span)] for span in tasks[-1]] == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("Sở Y tế", "1. Đề nghị Sở Y tế thực hiện tốt một số nội dung sau:", id="a clause that announces"),
        pytest.param("Sở Y tế", "1. Đơn vị chủ trì: Sở Y tế.", id="a label under nothing"),
    ],
)
def test_where_no_words_say_it_there_is_no_work(body: str, text: str) -> None:
    _, found = found_in(text)

    assert [record.tasks for record in found] == [()]


def test_time_grows_in_step_with_the_text() -> None:
    _, found = found_in("1. " + "Sở Y tế lập danh sách; " * 3_000 + "phối hợp với Sở Nội vụ, báo cáo Sở Y tế, " * 2_000)

    assert len(found) >= 3_000
