"""An indexer that is killed leaves whole documents, and goes on where it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.kills import run_trials


@pytest.mark.slow
def test_killed_indexers_make_the_same_archive_in_the_end(tmp_path: Path) -> None:
    """Three of the fifty kills that ``benchmarks.kills`` tries."""
    trials = list(run_trials(tmp_path, kills=3, documents=40, seed=7))
    assert [(trial.is_same, trial.is_sound) for trial in trials] == [(True, True)] * 3
