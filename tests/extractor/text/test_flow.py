"""A flow has one paragraph a line and single spaces, and leads back to the text that it was laid out from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.text import Flow, lay_out

WORDS = st.text(alphabet="aàđố1-/.", min_size=1, max_size=8)
GAPS = st.text(alphabet=" \t", min_size=1, max_size=4)


def flow_of(*paragraphs: list[str]) -> Flow:
    """Lay out paragraphs whose stretches stand ten characters apart in their origin."""
    words = [word for paragraph in paragraphs for word in paragraph]
    origins = [sum(len(word) + 10 for word in words[:place]) for place in range(len(words))]
    opening = [sum(map(len, paragraphs[:place])) for place in range(len(paragraphs))]
    return lay_out(words, origins, opening)[0]


def test_stretches_of_a_paragraph_are_joined_by_one_space() -> None:
    assert flow_of(["Ban Thường", "vụ Tỉnh ủy"]).text == "Ban Thường vụ Tỉnh ủy"


def test_paragraphs_are_parted_by_one_line_feed() -> None:
    flow, begins, ends = lay_out(["một", "hai", "ba"], [0, 13, 26], [0, 1])
    assert (flow.text, begins, ends) == ("một\nhai ba", [0, 4], [3, 10])


def test_white_space_inside_a_stretch_becomes_one_space() -> None:
    assert flow_of(["Số:\t  26 /KH"]).text == "Số: 26 /KH"


def test_nothing_makes_an_empty_flow() -> None:
    assert flow_of().text == ""


def test_what_stands_between_two_stretches_leads_back_to_all_between_them() -> None:
    flow, *_ = lay_out(["một", "hai"], [0, 20], [0, 1])
    assert flow.offsets.span(3, 4) == (3, 20)


def test_paragraphs_may_come_in_any_order() -> None:
    flow, *_ = lay_out(["cột hai", "cột một"], [30, 0], [0, 1])
    assert [flow.offsets.span(0, 7), flow.offsets.span(8, 15)] == [(30, 37), (0, 7)]


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12))
def test_every_word_leads_back_to_itself(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    flow, *_ = lay_out([text.rstrip()], [0], [0])

    position, origin = 0, 0
    for word, gap in words:
        span = flow.offsets.span(position, position + len(word))
        assert (span, text[slice(*span)]) == ((origin, origin + len(word)), word)
        position += len(word) + 1
        origin += len(word) + len(gap)
