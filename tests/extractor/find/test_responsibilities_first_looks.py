"""The first looks at a list of bodies, which spare most lists the rules: nothing is lost that rules would find."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.find.bodies import find_bodies
from extractor.find.responsibilities.cues import last_word, may_be_cue
from extractor.find.responsibilities.dispatch import role_by_cue, rules_at
from extractor.find.responsibilities.groups import Group, find_lists
from extractor.find.responsibilities.rules import NEAR, RULES
from extractor.find.responsibilities.subjects import may_be_subject, role_as_subject
from extractor.lexicon import load
from extractor.pipeline import read
from extractor.reading import Reading

CUES = load("role_cues")
BEFORE = [
    *(cue for table in ("direct", "also_direct", "coordinate", "report_to", "send_to") for cue in CUES[table]),
    *(cue for table in ("report_prepositions", "governing", "adverbials") for cue in CUES[table]),
    *("các", "mỗi", "một số", "tất cả các", "riêng", "và", "người dân,", "thì", "- ", "(", '"', ". ", "; ", ": ", ", "),
    *("sự", "phối hợp,", "trách nhiệm của", "theo yêu cầu của", "đối với", "năm 2031", "12", "95% các", "phải được"),
    *("Đơn vị chủ trì:", "Cơ quan phối hợp:", "đầu mối là", "qua", "do", "để", "liên hệ trực tiếp với"),
]
AFTER = [
    *(word for table in ("modals", "short_adverbs", "settles", "approves") for word in CUES[table]),
    *("chủ trì", "rà soát quy hoạch", "trong việc", "để tổng hợp", "trước ngày 10", "(nếu có)", "nhập khẩu phải"),
]
BODIES = ["Sở Y tế", "Chính phủ", "đơn vị", "doanh nghiệp", "Ủy ban nhân dân xã", "Sở Nội vụ, Sở Tài chính"]

sentences = st.tuples(
    st.lists(st.sampled_from(BEFORE), max_size=5), st.sampled_from(BODIES), st.lists(st.sampled_from(AFTER), max_size=2)
).map(lambda parts: " ".join((*parts[0], parts[1], *parts[2])))


def lists_in(sentence: str) -> Iterator[tuple[Reading, Group, str]]:
    """Yield each list of bodies in a sentence, and the words near before it."""
    reading = read(f"KẾ HOẠCH\nVề việc thử\n\nI. NHIỆM VỤ\n\n1. {sentence}.\n")
    for members in find_lists(reading, find_bodies(reading, [])):
        group = Group(reading, reading.paragraph_at(members[0].start), members)
        yield reading, group, reading.lowered[max(group.paragraph.content, group.start - NEAR) : group.start]


@settings(max_examples=60)
@given(sentences)
def test_a_rule_that_is_not_asked_has_nothing_to_say(sentence: str) -> None:
    for reading, group, near in lists_in(sentence):
        last = last_word(near)
        if may_be_cue(last):
            asked, all_rules = (
                role_by_cue(reading, group, near, last, rules, 0) for rules in (rules_at(near, last), RULES)
            )
            assert asked == all_rules


@settings(max_examples=60)
@given(sentences)
def test_whatever_is_a_subject_may_be_one(sentence: str) -> None:
    for reading, group, near in lists_in(sentence):
        if role_as_subject(reading, group):
            rest, _, word = near.rstrip(" ").rpartition(" ")
            assert may_be_subject(reading.text, rest, word, group.end, group.paragraph.end)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("Theo quy định của ", id="governed by a preposition"),
        pytest.param("Thực hiện kế hoạch tại các ", id="governed, with an article"),
        pytest.param("Nâng cao năng lực ", id="the object of a verb"),
    ],
)
def test_most_lists_need_no_second_look(before: str) -> None:
    ((reading, group, near),) = lists_in(f"{before}Sở Y tế tỉnh")
    assert not rules_at(near, last_word(near))
    rest, _, word = near.rstrip(" ").rpartition(" ")
    assert not may_be_subject(reading.text, rest, word, group.end, group.paragraph.end)
