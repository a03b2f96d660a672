"""``trichluc extract`` as a process: what goes to which stream, the formats, and a clear answer for every bad input."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from corpus.cli.extract import warn_of_loading
from corpus.cli.languages import Language
from corpus.cli.messages import Messages
from corpus.files import LoadedText, LoadWarning, WarningCode
from corpus.samples import sample_paths
from schemas import Directive
from tests.conftest import ROOT, Run

SAMPLE, OTHER, *_ = sample_paths()
TEXT = "KẾ HOẠCH\nTổ chức hội nghị\n\nI. NỘI DUNG\n1. Báo cáo trước ngày 15/9/2031.\n"


def test_one_file_in_a_pipe_is_one_json_object(trichluc: Run) -> None:
    done = trichluc("extract", SAMPLE)
    record = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, b"")
    assert record["source"] == {
        "path": str(SAMPLE),
        "media_type": "text/plain",
        "sha256": hashlib.sha256(SAMPLE.read_bytes()).hexdigest(),
        "chars": len(SAMPLE.read_bytes().decode()),
        "loader": "text",
        "loader_version": "2",
        "ocr": False,
        "ocr_confidence": None,
        "pages": [],
    }


def test_several_files_in_a_pipe_are_json_lines_in_the_order_given(trichluc: Run) -> None:
    done = trichluc("extract", OTHER, SAMPLE)
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == [str(OTHER), str(SAMPLE)]


def test_printed_record_round_trips(trichluc: Run) -> None:
    printed = trichluc("extract", SAMPLE, "--format", "jsonl").stdout
    assert Directive.model_validate_json(printed).model_dump_json().encode() + b"\n" == printed


def test_json_of_several_files_is_an_array(trichluc: Run) -> None:
    assert len(json.loads(trichluc("extract", SAMPLE, OTHER, "--format", "json").stdout)) == 2


def test_json_array_is_whole_when_all_inputs_fail(trichluc: Run) -> None:
    assert json.loads(trichluc("extract", "a", "b", "--format", "json").stdout) == []


def test_output_is_utf8_whatever_the_locale(trichluc: Run, tmp_path: Path) -> None:
    name = "kế-hoạch.txt"
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    environment = {"LC_ALL": "en_US.ISO-8859-1", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1"}
    done = trichluc("extract", "--format", "text", name, environment=environment)
    assert done.stdout.decode().startswith(f"{name}\t")


def test_standard_input(trichluc: Run) -> None:
    record = json.loads(trichluc("extract", "-", stdin=TEXT.encode()).stdout)
    assert (record["source"]["path"], record["source"]["chars"]) == ("<stdin>", len(TEXT))


def test_text_is_one_tab_separated_fact_a_line(trichluc: Run) -> None:
    lines = trichluc("extract", "-", "--format", "text", stdin=TEXT.encode()).stdout.decode().splitlines()
    columns = [line.split("\t") for line in lines]
    assert {len(row) for row in columns} == {7}
    assert {row[0] for row in columns} == {"<stdin>"}


def test_text_names_the_line_where_a_fact_stands(trichluc: Run) -> None:
    lines = trichluc("extract", "-", "--format", "text", stdin=TEXT.encode()).stdout.decode().splitlines()
    sections = [line.split("\t")[2:4] for line in lines if line.split("\t")[1] == "section"]
    assert sections == [["4", "I"], ["5", "I › 1"]]


def test_text_gives_the_confidence_of_records_alone(trichluc: Run) -> None:
    lines = trichluc("extract", SAMPLE, "--format", "text").stdout.decode().splitlines()
    sure = {line.split("\t")[1] for line in lines if line.split("\t")[-1]}
    assert sure == {"citation", "deadline", "target", "responsibility"}


def test_review_begins_with_the_record_that_is_least_sure(trichluc: Run) -> None:
    lines = trichluc("extract", SAMPLE, "--format", "review").stdout.decode().splitlines()
    confidence = [float(line.split("\t")[0]) for line in lines]
    assert confidence == sorted(confidence)


def test_review_shows_every_record_with_its_reasons(trichluc: Run) -> None:
    record = json.loads(trichluc("extract", SAMPLE).stdout)
    lines = trichluc("extract", SAMPLE, "--format", "review").stdout.decode().splitlines()
    assert len(lines) == sum(len(record[name]) for name in ("citations", "deadlines", "targets", "responsibilities"))
    assert all(line.split("\t")[-1].startswith(f"{line.split(chr(9))[0]} = base ") for line in lines)


@pytest.mark.parametrize("format_", ["json", "jsonl", "text", "review"])
def test_data_is_the_same_in_every_language(format_: str, trichluc: Run) -> None:
    arguments = ("extract", SAMPLE, "--format", format_)
    english, vietnamese = (trichluc(*arguments, "--lang", lang).stdout.decode() for lang in ("en", "vi"))
    keys = [[line.split("\t")[:4] for line in text.splitlines()] for text in (english, vietnamese)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\n\t", "is empty", id="white space"),
        pytest.param(b"\x00\x01\x02\x03", "is not read (binary)", id="binary"),
        pytest.param(b"7z\xbc\xaf\x27\x1c", "is not read (7z)", id="7z"),
        pytest.param("Kế hoạch".encode("utf-16")[:-1], "likely encoding: UTF-16-LE", id="UTF-16 cut off"),
        pytest.param("План работы".encode("cp1251"), "first bad byte at offset 0", id="Russian"),
    ],
)
def test_bad_content_is_named_with_its_cause(content: bytes, cause: str, trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    done = trichluc("extract", "bad.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("trichluc: error: bad.txt: ")
    assert cause in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_missing_file(trichluc: Run) -> None:
    done = trichluc("extract", "none.txt")
    assert (done.returncode, done.stderr) == (1, b"trichluc: error: none.txt: no such file\n")


def test_folder(trichluc: Run, tmp_path: Path) -> None:
    done = trichluc("extract", tmp_path)
    assert done.returncode == 1
    assert b"is a folder; give its files instead" in done.stderr


def test_name_that_the_system_refuses(trichluc: Run) -> None:
    done = trichluc("extract", "a" * 300)
    assert (done.returncode, b": cannot be read (File name too long)" in done.stderr) == (1, True)


def test_one_long_line_over_the_limit(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes("kế hoạch ".encode() * 200_000)
    done = trichluc("extract", "long.txt", "--max-size", "1")
    assert done.returncode == 1
    assert b"long.txt: 2600000 bytes or more, over the limit of 1048576" in done.stderr


def test_one_long_line_within_the_limit(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_bytes("kế hoạch số 12-KH/TU, ".encode() * 4_000)
    done = trichluc("extract", "long.txt")
    assert (done.returncode, json.loads(done.stdout)["source"]["chars"]) == (0, 88_000)


def test_text_that_is_not_vietnamese_is_extracted_with_a_warning(trichluc: Run) -> None:
    english = "The quick brown fox jumps over the lazy dog and runs away from it. " * 20
    done = trichluc("extract", "-", stdin=english.encode())
    codes = [diagnostic["code"] for diagnostic in json.loads(done.stdout)["diagnostics"]]
    assert (done.returncode, "not_vietnamese" in codes) == (0, True)
    assert done.stderr == b"trichluc: warning: <stdin>: hardly any Vietnamese in it; the record will say little\n"


def test_one_bad_file_does_not_stop_the_rest(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    done = trichluc("extract", SAMPLE, "empty.txt", "none.txt", OTHER)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert done.stderr.decode().splitlines() == [
        "trichluc: error: empty.txt: is empty, or holds nothing but white space",
        "trichluc: error: none.txt: no such file",
        "trichluc: error: 2 of 4 inputs failed",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no file"),
        pytest.param(("a.txt", "--format", "yaml"), id="no such format"),
        pytest.param(("a.txt", "--max-size", "0"), id="no size"),
        pytest.param(("a.txt", "--max-size", "nan"), id="not a size"),
        pytest.param(("a.txt", "--no-such-option"), id="no such option"),
        pytest.param(("a.txt", "--lang", "fr"), id="no such language"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], trichluc: Run) -> None:
    done = trichluc("extract", *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Usage: trichluc" in done.stderr


def test_messages_are_vietnamese_in_a_vietnamese_locale(trichluc: Run) -> None:
    done = trichluc("extract", "none.txt", environment={"LANG": "vi_VN.UTF-8"})
    assert done.stderr.decode() == "trichluc: lỗi: none.txt: không có tệp này\n"


def test_page_in_a_pipe_has_no_colours(trichluc: Run) -> None:
    done = trichluc("extract", SAMPLE, "--format", "pretty")
    assert (done.returncode, done.stderr, b"\x1b" in done.stdout) == (0, b"", False)
    assert str(SAMPLE.name).encode() in done.stdout


def test_page_never_passes_control_sequences_of_a_document_on(trichluc: Run) -> None:
    hostile = TEXT.replace("hội nghị", "hội\x1b[31m\x07nghị\u202e")
    shown = trichluc("extract", "-", "--format", "pretty", stdin=hostile.encode()).stdout.decode()
    assert not set(shown) & {"\x1b", "\x07", "\u202e"}


def test_page_shows_markup_of_a_document_as_text(trichluc: Run) -> None:
    text = TEXT.replace("NỘI DUNG", "NỘI DUNG [bold]:smile:[/x]")
    assert b"[bold]:smile:[/x]" in trichluc("extract", "-", "--format", "pretty", stdin=text.encode()).stdout


def test_reader_that_goes_away_early_causes_no_noise(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "corpus.cli", "extract", "--format", "json", *map(str, sample_paths() * 20)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path, env=environment
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        noise = run.stderr.read()
    assert noise == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_output_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "corpus.cli", "extract", str(SAMPLE)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path, env=environment, check=False)
    assert (done.returncode, done.stderr) == (
        1,
        b"trichluc: error: the output cannot be written (No space left on device)\n",
    )


def test_show_text_prints_what_spans_count_in(trichluc: Run, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><ol type=I><li>NỘI DUNG</ol>", encoding="utf-8")
    done = trichluc("extract", "--show-text", "a.html")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, "I. NỘI DUNG\n", b"")


def test_show_text_of_several_names_each(trichluc: Run, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    shown = trichluc("extract", "--show-text", "a.txt", "b.txt").stdout.decode()
    assert shown == "==> a.txt <==\na.txt\n==> b.txt <==\nb.txt\n"


def test_every_file_of_an_archive_is_a_record(trichluc: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b/c.txt", TEXT)
        archive.writestr("d.exe", b"MZ\x90\x00")
        archive.writestr("e.txt", TEXT)
    done = trichluc("extract", "a.zip")
    assert [json.loads(line)["source"]["path"] for line in done.stdout.splitlines()] == [
        "a.zip!/b/c.txt",
        "a.zip!/e.txt",
    ]
    assert (done.returncode, done.stderr.decode().splitlines()) == (
        1,
        [
            "trichluc: error: a.zip!/d.exe: this kind of file is not read (program)",
            "trichluc: error: 1 of 3 inputs failed",
        ],
    )


def test_thing_that_concerns_several_pages_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    warnings = tuple(LoadWarning(WarningCode.RECOGNISED, page=page) for page in (1, 2, 4))
    warn_of_loading(LoadedText("a.pdf", TEXT, "application/pdf", "0" * 64, warnings=warnings), Messages(Language.EN))
    assert capsys.readouterr().err == (
        "trichluc: warning: a.pdf (page 1, 2, 4): read by character recognition; check numbers and names against the"
        " image\n"
    )
