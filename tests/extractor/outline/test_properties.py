"""What holds for the outline of any text."""

from __future__ import annotations

from collections import Counter
from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.outline import read_outline
from extractor.text import normalise

LINES = st.sampled_from(
    [
        "KẾ HOẠCH", "QUYẾT ĐỊNH:", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "UBND TỈNH SƠN LA", "Số: 12/KH-UBND",
        "Số:   /KH", "V/v rà soát", "Sơn La, ngày 02 tháng 3 năm 2024", "Kính gửi: Các sở", "I. MỤC ĐÍCH",
        "II. NỘI DUNG", "1. Mục tiêu", "2. Giải pháp", "1.1. Chung", "2.3- Riêng", "a) Tuyên truyền;",
        "đ) Kiểm tra.", "i) một", "Điều 1. Phạm vi", "Điều 5", "Chương I", "QUY ĐỊNH CHUNG", "Phần thứ nhất",
        "- Báo cáo", "+ Trên đài", "các đơn vị thực hiện nghiêm túc và", "tổng hợp, gửi về cơ quan.",
        '"Điều 3. Chế độ họp', 'hằng tháng.".', "Trên đây là Kế hoạch", "Nơi nhận:", "- Như trên; GIÁM ĐỐC",
        "TM. BAN THƯỜNG VỤ", "PHÓ CHỦ TỊCH", "Trần Thị Hoa", "PHỤ LỤC I", "Mẫu số 01", "………………", "|a |b |", "||",
        "-----", "12", "", "   x      y", "\t", "Ký bởi: A", "Email: a@b.vn",
        "(Ban hành kèm theo Quyết định số 1/QĐ-X)",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(LINES | st.text(max_size=30), max_size=60).map("\n".join),
    st.text('IVX1.2)a-+|\n "“”KẾHOẠCđ:;', max_size=300),
)


@given(TEXTS)
def test_paragraphs_cover_the_flow(text: str) -> None:
    reading = read_outline(normalise(text))
    assert "\n".join(reading.text[p.start : p.end] for p in reading.paragraphs) == reading.text
    assert all(p.start <= p.content <= p.end for p in reading.paragraphs)


@given(TEXTS)
@example("KẾ HOẠCH\n_0")
@example("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\tA")
def test_nothing_is_lost_but_bars_and_space(text: str) -> None:
    source = normalise(text)
    visible = Counter(c for c in source.text if not c.isspace() and c != "|")
    assert Counter(c for c in read_outline(source).text if not c.isspace() and c != "|") == visible


@given(TEXTS)
def test_every_word_leads_back_to_the_source(text: str) -> None:
    source = normalise(text)
    reading = read_outline(source)
    for paragraph in reading.paragraphs:
        start, end = reading.flow.offsets.span(paragraph.start, paragraph.end)
        words = [word.strip("|") for word in reading.text[paragraph.start : paragraph.end].split()]
        assert all(word in source.text[start:end] for word in words)
        first, last = reading.source_span(paragraph.start, paragraph.end)
        assert 0 <= first < last <= len(text)


@given(TEXTS)
@example("-+0")
def test_units_nest_and_stand_in_order(text: str) -> None:
    reading = read_outline(normalise(text))
    for index, unit in enumerate(reading.units):
        assert unit.index == index
        assert unit.start < unit.end
        assert reading.text.startswith(unit.marker[0], unit.start) or unit.marker in ("-", "•")
        assert index == 0 or reading.units[index - 1].start < unit.start
        if unit.parent is None:
            assert unit.level == 1
            assert unit.kind is not None
        else:
            parent = reading.units[unit.parent]
            assert unit.level == parent.level + 1
            assert parent.start < unit.start
            assert unit.end <= parent.end


@given(TEXTS)
def test_paragraphs_of_a_unit_stand_in_it(text: str) -> None:
    reading = read_outline(normalise(text))
    for paragraph in reading.paragraphs:
        if paragraph.unit is not None:
            unit = reading.units[paragraph.unit]
            assert unit.start <= paragraph.end
            assert paragraph.end <= unit.end


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "(", "1", "1.\n", "1. a\n", "a ", "|", "|a", '"1. a\n', "- a\n", " ", "KẾ HOẠCH\n",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", "Nơi nhận:\n", "GIÁM ĐỐC\n", "Phụ lục I\n",
        "I. A\n1. b\na) c\n- d\n", "Ủy ban a ", "ngày ", "…",
    ],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    def seconds(size: int) -> float:
        source = normalise((unit * (size // len(unit) + 1))[:size])
        begun = process_time()
        read_outline(source)
        return process_time() - begun

    # A busy machine disturbs one measurement; growth that is not linear spoils them all.
    assert any(seconds(160_000) < 24 * seconds(20_000) + 0.05 for _ in range(5))
