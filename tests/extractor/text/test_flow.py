"""A flow has one paragraph a line and single spaces, and leads back to the text that it was laid out from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.text import FlowBuilder

WORDS = st.text(alphabet="aàđố1-/.", min_size=1, max_size=8)
GAPS = st.text(alphabet=" \t\n\u3000", min_size=1, max_size=4)


def test_pieces_of_a_paragraph_are_joined_by_one_space() -> None:
    text = "Ban Thường  \n\n   vụ Tỉnh ủy"
    builder = FlowBuilder(text)
    builder.paragraph([(0, 10), (17, len(text))])
    assert builder.build().text == "Ban Thường vụ Tỉnh ủy"


def test_paragraphs_are_parted_by_one_line_feed() -> None:
    builder = FlowBuilder("một\n\n\nhai")
    spans = [builder.paragraph([(0, 3)]), builder.paragraph([(6, 9)])]
    assert (builder.build().text, spans) == ("một\nhai", [(0, 3), (4, 7)])


def test_white_space_inside_a_piece_becomes_one_space() -> None:
    text = "Số:\t  26 /KH"
    builder = FlowBuilder(text)
    builder.paragraph([(0, len(text))])
    assert builder.build().text == "Số: 26 /KH"


@given(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=12))
def test_every_word_leads_back_to_itself(words: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in words)
    builder = FlowBuilder(text)
    builder.paragraph([(0, len(text.rstrip()))])
    flow = builder.build()

    position, origin = 0, 0
    for word, gap in words:
        span = flow.offsets.span(position, position + len(word))
        assert (span, text[slice(*span)]) == ((origin, origin + len(word)), word)
        position += len(word) + 1
        origin += len(word) + len(gap)
