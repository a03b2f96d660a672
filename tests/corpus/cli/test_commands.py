"""The other commands, and what all commands share."""

from __future__ import annotations

import json
import string
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from corpus import errors
from corpus.cli.languages import Language, from_locale, take_language
from corpus.cli.messages import CATALOGUE, VIETNAMESE_ERRORS
from corpus.samples import sample_paths
from schemas import json_schema
from tests.conftest import ROOT, Run

SAMPLES = ROOT / "corpus" / "samples"


def test_version(trichluc: Run) -> None:
    assert trichluc("--version").stdout.decode() == f"trichluc {version('trichluc')}\n"


def test_help_loads_nothing_that_it_does_not_need() -> None:
    code = "import sys; from corpus.cli.app import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert sorted(loaded & {"pydantic", "rich", "regex", "rapidfuzz", "underthesea", "extractor", "schemas"}) == []


def test_schema_is_the_published_one_of_the_record(trichluc: Run) -> None:
    done = trichluc("schema")
    assert (done.returncode, json.loads(done.stdout)) == (0, json_schema())


def test_evaluate_prints_documents_then_rows_then_a_closing_line(trichluc: Run) -> None:
    done = trichluc("evaluate", SAMPLES)
    lines = done.stdout.decode().splitlines()
    count = len(sample_paths())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [line.split()[0] for line in lines[1 : count + 1]] == [path.name for path in sample_paths()]
    assert lines[count + 2].startswith("header.doc_type")
    assert lines[-1] == f"{count} documents, 0 without a prediction"


def test_evaluate_one_layer(trichluc: Run) -> None:
    figures = json.loads(trichluc("evaluate", SAMPLES, "--layer", "targets", "--format", "json").stdout)
    assert {row.partition(".")[0] for row in figures["total"]} == {"targets"}


def none_found(trichluc: Run, tmp_path: Path, *options: str) -> str:
    """The report on predictions of nothing."""
    (tmp_path / "none.jsonl").write_bytes(b"")
    done = trichluc("evaluate", SAMPLES, "--predictions", "none.jsonl", "--layer", "deadlines", *options)
    return done.stdout.decode()


def deadlines_wanted() -> int:
    return sum(len(json.loads(path.read_text("utf-8"))["deadlines"]) for path in SAMPLES.glob("*.gold.json"))


def test_evaluate_given_predictions_counts_what_is_missed(trichluc: Run, tmp_path: Path) -> None:
    lines = none_found(trichluc, tmp_path, "--errors").splitlines()
    assert lines[0].startswith(f"deadlines\tmissed\t{deadlines_wanted()} in ")
    assert lines[-1].endswith(f"{len(sample_paths())} without a prediction")


@pytest.mark.parametrize("count", [0, 2])
def test_evaluate_shows_as_many_examples_of_a_class_as_are_asked_for(trichluc: Run, tmp_path: Path, count: int) -> None:
    lines = none_found(trichluc, tmp_path, "--errors", "--examples", str(count)).splitlines()
    assert sum(line.startswith("\t") for line in lines) == count


def test_evaluate_gives_every_difference_of_a_class_as_json(trichluc: Run, tmp_path: Path) -> None:
    (group,) = json.loads(none_found(trichluc, tmp_path, "--errors", "--format", "json"))["errors"]
    assert (group["layer"], group["kind"]) == ("deadlines", "missed")
    assert len(group["findings"]) == group["count"] == deadlines_wanted()


def test_evaluate_reliability_is_the_same_in_the_table_and_as_json(trichluc: Run) -> None:
    arguments = ("evaluate", SAMPLES, "--layer", "targets", "--reliability")
    figures = json.loads(trichluc(*arguments, "--format", "json").stdout)["reliability"]["targets"]
    (line, *bands) = trichluc(*arguments).stdout.decode().split("\n\n")[0].splitlines()
    assert line.split()[:3] == ["targets", "n", str(figures["count"])]
    assert [row.split()[2] for row in bands] == [str(band["count"]) for band in figures["bands"]]


def test_evaluate_predictions_without_confidence_have_no_reliability(trichluc: Run, tmp_path: Path) -> None:
    assert json.loads(none_found(trichluc, tmp_path, "--reliability", "--format", "json"))["reliability"] == {}


def test_evaluate_a_folder_without_annotation(trichluc: Run, tmp_path: Path) -> None:
    done = trichluc("evaluate", tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"holds no *.gold.json" in done.stderr


def test_samples_are_written(trichluc: Run, tmp_path: Path) -> None:
    trichluc("samples", "van-ban")
    assert {path.name for path in (tmp_path / "van-ban").iterdir()} >= {path.name for path in sample_paths()}


def test_samples_leave_alone_what_is_there(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / sample_paths()[0].name).write_text("mine")
    trichluc("samples", ".")
    assert (tmp_path / sample_paths()[0].name).read_text() == "mine"


def test_samples_where_nothing_can_be_written(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "van-ban").write_text("a file")
    done = trichluc("samples", "van-ban")
    assert (done.returncode, done.stderr) == (1, b"trichluc: error: van-ban: cannot be written (File exists)\n")


@pytest.mark.parametrize(
    ("arguments", "language", "rest"),
    [
        pytest.param(["--lang", "vi", "schema"], "vi", ["schema"], id="before the command"),
        pytest.param(["extract", "a", "--lang=en"], "en", ["extract", "a"], id="after it"),
        pytest.param(["extract", "a"], None, ["extract", "a"], id="not given"),
        pytest.param(["--lang", "en", "--lang", "vi"], "vi", [], id="the last one wins"),
        pytest.param(["--lang", "fr", "x"], None, ["--lang", "fr", "x"], id="no language is left to the parser"),
        pytest.param(["--lang"], None, ["--lang"], id="a missing value is left to the parser"),
        pytest.param(["extract", "--", "--lang", "en"], None, ["extract", "--", "--lang", "en"], id="a file's name"),
    ],
)
def test_language_option(arguments: list[str], language: str | None, rest: list[str]) -> None:
    assert take_language(arguments) == (language, rest)


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({"LANG": "vi_VN.UTF-8"}, "vi", id="LANG"),
        pytest.param({"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"}, "vi", id="LC_ALL over LANG"),
        pytest.param({"LANG": "vi_VN", "LC_MESSAGES": "C"}, "en", id="LC_MESSAGES over LANG"),
        pytest.param({"LANG": "vi", "LC_ALL": ""}, "vi", id="an empty one does not count"),
        pytest.param({}, "en", id="none"),
    ],
)
def test_language_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert from_locale(environment) == language


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("key", sorted(CATALOGUE[Language.EN]))
def test_both_languages_fill_the_same_placeholders(key: str) -> None:
    english, vietnamese = CATALOGUE[Language.EN][key], CATALOGUE[Language.VI][key]
    assert placeholders(english) == placeholders(vietnamese)


FILE_AND_GOLD_ERRORS = [
    error
    for name in errors.__all__
    if issubclass(error := getattr(errors, name), errors.CorpusError) and not error.__subclasses__()
]


@pytest.mark.parametrize("error", FILE_AND_GOLD_ERRORS, ids=lambda error: error.__name__)
def test_every_error_is_translated(error: type[errors.CorpusError]) -> None:
    assert placeholders(VIETNAMESE_ERRORS[error.code]) == placeholders(error.message)
