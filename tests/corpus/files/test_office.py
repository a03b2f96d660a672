"""Older office formats, made by LibreOffice out of a document of Word and read back: nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import ToolMissingError
from corpus.files import WarningCode, load
from corpus.files.formats import Format
from corpus.files.programs import Program
from tests.corpus.files.making import archive, converted, docx, level, needs, numbered, numbering, paragraph


def _cell(text: str) -> str:
    return f"<w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>{paragraph(text)}</w:tc>"


SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
RULES = "".join(f"<w:{side} w:val='single' w:sz='4'/>" for side in SIDES)
TABLE = (
    f"<w:tbl><w:tblPr><w:tblBorders>{RULES}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w='4000'/>"
    f"<w:gridCol w:w='4000'/></w:tblGrid><w:tr>{_cell('Đơn vị')}{_cell('Chỉ tiêu')}</w:tr>"
    f"<w:tr>{_cell('Sở Nội vụ')}{_cell('95%')}</w:tr></w:tbl>"
)
PLAN = docx(
    paragraph("KẾ HOẠCH")
    + numbered("MỤC ĐÍCH")
    + numbered("Quán triệt Nghị quyết số 12-NQ/TU", 1)
    + numbered("Bảo đảm tiến độ", 1)
    + numbered("TỔ CHỨC THỰC HIỆN")
    + TABLE
    + paragraph("Giao Sở Nội vụ theo dõi."),
    numbering=numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.")),
)
SHOWN = [
    "KẾ HOẠCH",
    "I. MỤC ĐÍCH",
    "1. Quán triệt Nghị quyết số 12-NQ/TU",
    "2. Bảo đảm tiến độ",
    "II. TỔ CHỨC THỰC HIỆN",
    "| Đơn vị | Chỉ tiêu |\n| Sở Nội vụ | 95% |",
    "Giao Sở Nội vụ theo dõi.",
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("target", "suffix", "kind"),
    [
        pytest.param("doc:MS Word 97", "doc", Format.DOC, id="doc"),
        pytest.param("odt", "odt", Format.ODT, id="odt"),
        pytest.param("rtf", "rtf", Format.RTF, id="rtf"),
    ],
)
def test_same_text_as_docx(target: str, suffix: str, kind: Format) -> None:
    loaded = load(converted(PLAN, ".docx", target), name=f"a.{suffix}")
    assert loaded.text.rstrip("\n").split("\n\n") == SHOWN
    assert (loaded.media_type, loaded.loader) == (kind.media_type, "office")
    assert loaded.loader_version.partition(" ")[2].startswith("libreoffice/")


@pytest.fixture
def only_catdoc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has catdoc and no LibreOffice."""
    needs(Program.CATDOC)
    found = Program.CATDOC.path()
    assert found is not None
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "catdoc").symlink_to(found)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))


@pytest.mark.slow
def test_catdoc_reads_what_it_can_with_a_warning(request: pytest.FixtureRequest) -> None:
    content = converted(PLAN, ".docx", "doc:MS Word 97")
    request.getfixturevalue("only_catdoc")
    loaded = load(content)
    assert "Quán triệt Nghị quyết số 12-NQ/TU" in loaded.text
    assert [warning.code for warning in loaded.warnings] == [WarningCode.FALLBACK]


@pytest.mark.usefixtures("only_catdoc")
def test_no_program_reads_it() -> None:
    odt = archive({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"})
    with pytest.raises(ToolMissingError, match="libreoffice-writer-nogui"):
        load(odt)


@pytest.mark.slow
def test_rtf_with_words_around_its_numbers() -> None:
    """As Word writes it: the definition of the list holds the words, in Unicode with a sign for older readers."""
    needs(Program.SOFFICE)
    content = (
        rb"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0 Times New Roman;}}{\*\listtable{\list\listtemplateid1"
        rb"{\listlevel\levelnfc0\levelstartat1\levelfollow1{\leveltext\'07\u272?i\u7873?u \'00.;}{\levelnumbers\'06;}}"
        rb"\listid1}}{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"
        rb"\pard\ls1{\listtext \u272?i\u7873?u 1.\tab}Ban h\u224?nh\par"
        rb"\pard\ls1{\listtext \u272?i\u7873?u 2.\tab}Thi h\u224?nh\par}"
    )
    assert load(content).text == "Điều 1. Ban hành\n\nĐiều 2. Thi hành\n"
