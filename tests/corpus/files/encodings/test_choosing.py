"""The likeliest course changes its reading where the words outweigh the cost, and nowhere else."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files.encodings.choosing import best_course

Steps = list[tuple[tuple[float, float, float], float]]


@pytest.mark.parametrize(
    ("scores", "course"),
    [
        pytest.param([(0, -9), (0, -9)], [0, 0], id="one reading"),
        pytest.param([(0, -9), (-4, 0), (0, -9)], [0, 0, 0], id="one odd word"),
        pytest.param([(0, -9), (-9, 0), (-9, 0)], [0, 1, 1], id="a change"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_courses(scores: list[tuple[float, float]], course: list[int]) -> None:
    assert best_course([(score, -5.0) for score in scores], (0, 0)) == course


scores = st.integers(-20, 0).map(float)


@given(
    steps=st.lists(st.tuples(st.tuples(scores, scores, scores), scores), max_size=6),
    first=st.tuples(scores, scores, scores),
)
def test_no_course_is_likelier(steps: Steps, first: tuple[float, float, float]) -> None:
    def worth(course: tuple[int, ...]) -> float:
        total = first[course[0]] if course else 0.0
        for place, ((values, change), reading) in enumerate(zip(steps, course, strict=True)):
            # A change before the first word is a change from the likeliest start.
            if place == 0:
                total = max(first[reading], max(first) + change)
            elif course[place - 1] != reading:
                total += change
            total += values[reading]
        return total

    chosen = tuple(best_course(steps, first))
    assert worth(chosen) == max(worth(course) for course in product(range(3), repeat=len(steps)))
