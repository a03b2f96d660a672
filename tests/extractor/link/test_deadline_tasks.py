"""The work of each deadline, construction by construction: between ⟦ and ⟧, in invented sections."""

from __future__ import annotations

import pytest

from extractor.pipeline import find_all, read

HEAD = (
    "ỦY BAN NHÂN DÂN\nHUYỆN EA KAR\n\nSố: 15/KH-UBND\n\nEa Kar, ngày 12 tháng 02 năm 2024\n\n"
    "KẾ HOẠCH\nPhát triển phong trào năm 2024\n\nI. NHIỆM VỤ, GIẢI PHÁP\n\n"
)

# What it shows: the time, and the text with its work marked.
WORK = {
    "its clause": (
        "trước ngày 15/3/2024",
        "1. Rà soát hồ sơ; ⟦gửi danh sách trước ngày 15/3/2024⟧; mở lớp tập huấn.",
    ),
    "without its subject": ("trước ngày 15/3/2024", "1. Phòng Nội vụ ⟦rà soát hồ sơ trước ngày 15/3/2024⟧."),
    "without the direction": ("trước ngày 15/3/2024", "1. Giao Phòng Nội vụ ⟦rà soát hồ sơ trước ngày 15/3/2024⟧."),
    "without a condition before the subject": (
        "trong vòng 24 giờ",
        "1. Khi phát hiện ổ dịch, Phòng Nội vụ ⟦báo cáo cấp trên trong vòng 24 giờ⟧.",
    ),
    "a date binds the verbs before it": (
        "trước ngày 15/3/2024",
        "1. ⟦Rà soát hồ sơ, gửi danh sách trước ngày 15/3/2024⟧, tổ chức khen thưởng.",
    ),
    "a frequency binds its verb": ("hằng quý", "1. Cập nhật dữ liệu dân cư, ⟦gửi báo cáo hằng quý⟧."),
    "with what it sums up": ("hằng quý", "1. Cập nhật dữ liệu, ⟦tổng hợp kết quả, báo cáo cấp trên hằng quý⟧."),
    "several times with a verb each": (
        "trước ngày 15/3/2024",
        "1. ⟦Gửi dự thảo trước ngày 15/3/2024⟧ và tổ chức hội nghị trước ngày 30/3/2024.",
    ),
    "the later of them": (
        "trước ngày 30/3/2024",
        "1. Gửi dự thảo trước ngày 15/3/2024 và ⟦tổ chức hội nghị trước ngày 30/3/2024⟧.",
    ),
    "several times and one verb": (
        "trong tháng 9/2024",
        "1. ⟦Tiêm phòng đợt một trong tháng 3/2024, đợt hai trong tháng 9/2024⟧.",
    ),
    "several times after a colon": (
        "trong tháng 9/2024",
        "1. ⟦Mở hai lớp bồi dưỡng: lớp đầu trong tháng 3/2024, lớp sau trong tháng 9/2024⟧.",
    ),
    "a part that says no more than the time": (
        "đến hết tháng 6/2024",
        "1. ⟦Đại hội chi bộ: bắt đầu từ ngày 20/4/2024, hoàn thành đến hết tháng 6/2024⟧.",
    ),
    "a clause that says no more than the time": (
        "trước ngày 15/3/2024",
        "1. ⟦Rà soát hồ sơ của hội viên; hoàn thành trước ngày 15/3/2024⟧.",
    ),
    "a time that leads binds the sentence": (
        "Đến năm 2025",
        "1. ⟦Đến năm 2025, thành lập 10 tổ hợp tác; mở 05 lớp dạy nghề⟧. Xây dựng nếp sống mới.",
    ),
    "up to a clause with a time of its own": (
        "Đến năm 2025",
        "1. ⟦Đến năm 2025, thành lập 10 tổ hợp tác⟧; đến năm 2030, thành lập 20 tổ hợp tác.",
    ),
    "after a title that is no work": (
        "trước ngày 15/3/2024",
        "1. Công tác tuyên truyền: ⟦biên soạn tài liệu trước ngày 15/3/2024⟧.",
    ),
    "with a title that is the work": (
        "ngày 27/4/2024",
        "1. ⟦Lễ phát động cấp huyện: tổ chức ngày 27/4/2024 tại thị trấn⟧.",
    ),
    "what stands under a heading": (
        "Quý II năm 2024",
        "1. Quý II năm 2024\n- ⟦Mở lớp tập huấn.\n- Tổ chức hội thi⟧.",
    ),
    "above a label": (
        "trước ngày 15/3/2024",
        "1. ⟦Rà soát, bổ sung hồ sơ hội viên⟧\n- Thời gian hoàn thành: trước ngày 15/3/2024.",
    ),
    "in the row of a table": (
        "Quý III/2024",
        "| TT | Nội dung | Đơn vị chủ trì | Thời gian |\n"
        "| 1 | Tổ chức hội thi thể thao | Phòng Nội vụ | Quý II/2024 |\n"
        "| 2 | ⟦Khảo sát bếp ăn tập thể⟧ | Phòng Tư pháp | Quý III/2024 |",
    ),
}


@pytest.mark.parametrize(("time", "text"), WORK.values(), ids=WORK)
def test_work_of_a_deadline(time: str, text: str) -> None:
    expected = text.partition("⟦")[2].partition("⟧")[0]
    reading = read(f"{HEAD}{text.replace('⟦', '').replace('⟧', '')}\n")

    tasks = {
        reading.text[deadline.expression.start : deadline.expression.end]: deadline.task
        for deadline in find_all(reading).deadlines
    }

    task = tasks[time]
    assert task is not None
    assert reading.text[slice(*task)] == expected
