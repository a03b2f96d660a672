"""What holds of the record of any text at all."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from extractor import Directive, extract
from schemas.vocabulary import DiagnosticCode

#: Pieces of directives, whole and broken, which a random text hardly ever holds.
FRAGMENTS = [
    "ỦY BAN NHÂN DÂN\nHUYỆN EA KAR\n",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n",
    "Số: 15/KH-UBND",
    "Số:     /KH-UBND",
    "Ea Kar, ngày 12 tháng 02 năm 2024\n",
    "ngày … tháng … năm 2024\n",
    "\nKẾ HOẠCH\nPhát triển phong trào năm 2024\n\n",
    "V/v báo cáo kết quả\n",
    "Kính gửi: Ủy ban nhân dân các xã;\n",
    "Căn cứ Luật Công đoàn ngày 20/6/2012; ",
    "Thực hiện Kết luận số 76-KL/TW, ngày 14/02/2033 của Bộ Chính trị về trồng rừng, ",
    "Nghị quyết Đại hội XVI Hội Nông dân Việt Nam và Đại hội X Hội Nông dân tỉnh, ",
    "Nghị định số 49/2021/NĐ-CP ngày 01/4/2021 của Chính phủ ",
    "I. MỤC ĐÍCH, YÊU CẦU\n",
    "III. TỔ CHỨC THỰC HIỆN\n",
    "1. ",
    "1.1- ",
    "a) ",
    "- ",
    "Điều 3. Hiệu lực thi hành\n",
    "Phấn đấu đến cuối năm 2025 có từ 90% chi hội và 85% tổ hội đạt loại khá. ",
    "xây dựng từ 80 căn nhà “Mái ấm” trở lên; ",
    "tăng từ 02 đến 03%, ",
    "1,2 tỷ đồng ",
    "≥98%\n",
    "ít nhất một lần/quý ",
    "trước 31/6/2024 ",
    "chậm nhất ngày 25 hàng tháng, ",
    "Quý I năm 2024 ",
    "trong vòng 10 ngày kể từ ngày ban hành; ",
    "LĐLĐ tỉnh (sau đây gọi tắt là LĐLĐ) chủ trì, phối hợp với các sở, ban, ngành ",
    "báo cáo về Ủy ban nhân dân huyện (qua Phòng Nội vụ) ",
    "**Phòng Nội vụ:**\n",
    "| 1 | Tỷ lệ hộ nghèo | % | < 3 |\n",
    "\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n",
    "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nLê Văn An\n",
    "PHỤ LỤC\n",
    "./.\n",
    "\n\n",
    "\t",
    "\u00ad",
    "\r\n",
    " (",
    "“",
    "99999999999999999999 ",
    "1.000.000.000.000,5% ",
]

fragments = st.lists(st.sampled_from(FRAGMENTS), max_size=24).map("".join)
mixtures = st.lists(st.one_of(st.text(max_size=8), st.sampled_from(FRAGMENTS)), max_size=24).map("".join)
texts = st.one_of(st.text(max_size=400), fragments, mixtures)


def evidence(value: object) -> Iterator[dict[str, Any]]:
    """Yield every part of a record that quotes the source."""
    if isinstance(value, dict):
        if "text" in value and "span" in value:
            yield value
        for part in value.values():
            yield from evidence(part)
    elif isinstance(value, list):
        for part in value:
            yield from evidence(part)


def spans(value: object) -> Iterator[dict[str, int]]:
    """Yield every span of a record."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            yield value
        for part in value.values():
            yield from spans(part)
    elif isinstance(value, list):
        for part in value:
            yield from spans(part)


def values(record: object) -> object:
    """Return what a record says, without where it says it; letters are composed and white space is one space."""
    if isinstance(record, Directive):
        return values(record.model_dump(mode="json", exclude={"source"}))
    if isinstance(record, dict):
        return {name: values(value) for name, value in record.items() if name not in _PLACES}
    if isinstance(record, list):
        return [values(value) for value in record]
    return " ".join(unicodedata.normalize("NFC", record).split()) if isinstance(record, str) else record


_PLACES = frozenset({"span", "task_span", "tasks"})


@given(texts)
@example("")
@example("\ud800 số 01-KL/TW")
@example("".join(FRAGMENTS))
@settings(max_examples=150)
def test_every_text_gives_a_record_and_no_part_of_it_is_refused(text: str) -> None:
    refused = [found.message for found in extract(text).diagnostics if found.code is DiagnosticCode.INVALID_RECORD]
    assert refused == []


@given(texts)
@example("".join(FRAGMENTS))
def test_evidence_is_the_source_text_of_its_span(text: str) -> None:
    record = extract(text).model_dump(mode="json")
    for part in evidence(record):
        assert text[part["span"]["start"] : part["span"]["end"]] == part["text"]
    assert all(0 <= span["start"] < span["end"] <= len(text) for span in spans(record))


@given(texts)
@example("TL. AA\r0000000000000000000000:Số0/AA-")  # a number that goes on in the column before it
@example("".join(FRAGMENTS))
def test_the_same_text_gives_the_same_record(text: str) -> None:
    assert extract(text) == extract(text)


@given(fragments)
@example("".join(FRAGMENTS))
def test_record_comes_back_from_json(text: str) -> None:
    record = extract(text)
    assert Directive.model_validate_json(record.model_dump_json()) == record


@given(fragments)
@example("".join(FRAGMENTS))
def test_decomposed_letters_say_what_composed_ones_say(text: str) -> None:
    composed, decomposed = (extract(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert values(decomposed) == values(composed)


@given(fragments)
@example("".join(FRAGMENTS))
def test_windows_line_ends_say_what_plain_ones_say(text: str) -> None:
    plain = text.replace("\r\n", "\n")
    assert values(extract(plain.replace("\n", "\r\n"))) == values(extract(plain))
