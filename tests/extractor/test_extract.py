"""`extract` takes any text and gives one record that says where it comes from."""

from __future__ import annotations

import hashlib

from extractor import Source, extract

TEXT = "KẾ HOẠCH\nVề công tác lưu trữ năm 2024\n\nI. MỤC ĐÍCH\n1. Sắp xếp hồ sơ trước 31/3/2024.\n"


def test_a_text_without_a_file_is_named_by_its_hash() -> None:
    assert extract(TEXT).source.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()


def test_the_given_source_is_kept() -> None:
    source = Source(path="ke-hoach.txt", media_type="text/plain", sha256="0" * 64, chars=len(TEXT))
    assert extract(TEXT, source=source).source == source


def test_an_empty_text_gives_an_empty_record() -> None:
    record = extract("")
    assert (record.sections, record.citations, record.deadlines, record.responsibilities) == ((), (), (), ())


def test_the_same_text_gives_the_same_record() -> None:
    assert extract(TEXT) == extract(TEXT)


def test_sections_are_spans_of_the_source() -> None:
    assert [section.span.of(TEXT).split("\n")[0] for section in extract(TEXT).sections] == [
        "I. MỤC ĐÍCH",
        "1. Sắp xếp hồ sơ trước 31/3/2024.",
    ]
