"""What recurs is remembered, what is long is not."""

from __future__ import annotations

import pytest

from extractor.text.recurring import recurring


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        pytest.param(["SỞ Y TẾ", "SỞ Y TẾ"], ["SỞ Y TẾ"], id="the same string once"),
        pytest.param(["A", "B", "C", "A"], ["A", "B", "C", "A"], id="the last two"),
        pytest.param(["x" * 11, "x" * 11], ["x" * 11, "x" * 11], id="a long one each time"),
    ],
)
def test_short_strings_that_recur_are_remembered(asked: list[str], answered: list[str]) -> None:
    calls: list[str] = []

    @recurring(2, longest=10)
    def length(text: str) -> int:
        calls.append(text)
        return len(text)

    assert [length(text) for text in asked] == [len(text) for text in asked]
    assert calls == answered
