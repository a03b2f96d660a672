"""The first look at the words before a mention, which spares most of them the cues: nothing is lost that cues find."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.find.citations.cues import act_before, carries_out, governors, head_of, makes_known
from extractor.find.citations.words import fold
from extractor.lexicon import load

CUES = load("relation_cues")
WORDS = [
    *(verb for act in CUES["acts"] for verb in act["verbs"]),
    *CUES["act_objects"]["between"],
    *(word for table in ("verbs", "between") for word in CUES["make_known"][table]),
    *(
        word
        for table in ("verbs", "said", "watched", "manner", "contents", "found")
        for word in CUES["carry_out"][table]
    ),
    *(
        "khoản",
        "điều 5",
        "điểm a khoản 1",
        "phụ lục số",
        "12",
        "3b",
        "quy định này",
        "của Chính phủ,",
        "tại",
        "theo",
        "-",
    ),
]

clauses = st.lists(st.sampled_from([fold(word) for word in WORDS]), max_size=6).map(
    lambda words: " ".join((*words, ""))
)


@settings(max_examples=400, deadline=None)
@given(words=clauses)
def test_the_last_word_allows_every_cue_that_is_there(words: str) -> None:
    may = governors(words)
    assert may.acts or act_before(words, head_of(words), own=True) is None
    assert may.makes_known or not makes_known(words)
    assert may.carries_out or not carries_out(words)
