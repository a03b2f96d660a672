"""A scanner finds its phrases wherever they stand, inside and across each other too."""

from __future__ import annotations

from typing import AnyStr

import pytest

from extractor.text.phrases import PhraseScanner, PhrasesScanner, occurrences


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        pytest.param(["kế hoạch"], "kế hoạch và kế hoạch", [(0, "kế hoạch"), (12, "kế hoạch")], id="repeated"),
        pytest.param(["bộ luật", "luật"], "bộ luật", [(0, "bộ luật"), (3, "luật")], id="inside-another"),
        pytest.param(["tối đa ", " hai "], "tối đa hai hộ", [(0, "tối đa "), (6, " hai ")], id="across-another"),
        pytest.param(["Luật"], "pháp luật", [], id="in-another-case"),
        pytest.param(["luật"], "", [], id="empty-text"),
    ],
)
def test_every_occurrence_is_found(phrases: list[str], text: str, found: list[tuple[int, str]]) -> None:
    assert list(PhraseScanner(phrases).scan(text)) == found


def test_a_part_of_a_text_is_scanned_by_positions_in_all_of_it() -> None:
    assert list(PhraseScanner(["luật"]).scan("luật, bộ luật, luật", 4, 13)) == [(9, "luật")]


def test_the_phrases_of_several_lists_are_told_apart() -> None:
    scanner = PhrasesScanner(["kế hoạch"], ["hoạch định", "kế hoạch"], ["luật"])
    assert scanner.scan("kế hoạch định kỳ") == (
        [(0, "kế hoạch")],
        [(0, "kế hoạch"), (3, "hoạch định")],
        [],
    )


@pytest.mark.parametrize(
    ("text", "phrase", "places"),
    [
        pytest.param("a1 b2 a3", "a", [0, 6], id="each"),
        pytest.param("aaa", "aa", [0], id="none-across-another"),
        pytest.param(b"x1x1", b"x1", [0, 2], id="in-bytes"),
    ],
)
def test_a_phrase_occurs(text: AnyStr, phrase: AnyStr, places: list[int]) -> None:
    assert list(occurrences(text, phrase)) == places
