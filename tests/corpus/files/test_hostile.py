"""Files that mean harm, or have come to harm: each gets its typed error or a sane text, in bounded time and memory."""

from __future__ import annotations

import io
import os
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from corpus.errors import (
    ConversionError,
    CorruptFileError,
    DecompressionBombError,
    EmptyFileError,
    EncryptedFileError,
    FileError,
    NestedTooDeepError,
    TimedOutError,
    TooManyCellsError,
    TooManyMembersError,
    UnsupportedFormatError,
)
from corpus.files import Limits, load
from corpus.files.formats import OLE2
from corpus.files.programs import Program
from tests.corpus.files.making import archive, converted, docx, needs, numbered, paragraph

PLAN = docx(paragraph("Kế hoạch"))
_BILLION_LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
_OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def changed(content: bytes, member: str, change: Callable[[bytes], bytes]) -> bytes:
    """A ZIP container with one member changed, or taken out where nothing is left of it."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    members[member] = change(members.get(member, b""))
    return archive({name: inside for name, inside in members.items() if inside})


def with_doctype(declaration: str) -> bytes:
    return changed(PLAN, "word/document.xml", lambda xml: declaration.encode() + xml.replace("Kế".encode(), b"&d;"))


def workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["A1"] = "Kế hoạch"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


SHEET = workbook()
SHEET_PART = "/".join(("xl", "worksheets", "sheet1.xml"))


def far_cell(xml: bytes) -> bytes:
    return xml.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')


def ole(*streams: str) -> bytes:
    """An OLE2 container whose directory is damaged, but names streams."""
    return OLE2 + bytes(504) + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams)


def nested_tables(depth: int) -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * depth + paragraph("a") + "</w:tc></w:tr></w:tbl>" * depth)


REFUSED = [
    pytest.param(b"", EmptyFileError, id="empty"),
    pytest.param(b"\n \t", EmptyFileError, id="white space"),
    pytest.param(docx(""), EmptyFileError, id="docx without a word"),
    pytest.param(b"<html><script>x</script></html>", EmptyFileError, id="html without a word"),
    pytest.param(bytes(range(256)) * 40, UnsupportedFormatError, id="random bytes"),
    pytest.param(b"\x7fELF" + bytes(100), UnsupportedFormatError, id="a program"),
    pytest.param(b"\x1f\x8b\x08" + bytes(100), UnsupportedFormatError, id="gzip"),
    pytest.param(b'<?xml version="1.0"?><svg/>', UnsupportedFormatError, id="XML of another kind"),
    pytest.param(ole("PowerPoint Document"), UnsupportedFormatError, id="slides"),
    pytest.param(ole("EncryptedPackage"), EncryptedFileError, id="docx with a password"),
    pytest.param(PLAN[:-200], CorruptFileError, id="docx without its end"),
    pytest.param(PLAN[: len(PLAN) // 2], CorruptFileError, id="half a docx"),
    pytest.param(changed(PLAN, "word/document.xml", lambda _: b""), CorruptFileError, id="docx without a document"),
    pytest.param(changed(PLAN, "word/document.xml", lambda xml: xml[:-30]), CorruptFileError, id="docx, XML cut off"),
    pytest.param(with_doctype(_BILLION_LAUGHS), CorruptFileError, id="docx, entities in entities"),
    pytest.param(with_doctype(_OUTSIDE), CorruptFileError, id="docx, entity from outside"),
    pytest.param(nested_tables(5_000), CorruptFileError, id="docx, tables in tables"),
    pytest.param(SHEET[:-100], CorruptFileError, id="xlsx without its end"),
    pytest.param(changed(SHEET, SHEET_PART, lambda xml: xml[:-60]), CorruptFileError, id="xlsx, XML cut off"),
    pytest.param(
        changed(SHEET, SHEET_PART, lambda xml: _BILLION_LAUGHS.encode() + xml), CorruptFileError, id="xlsx, entities"
    ),
    pytest.param(ole("Workbook"), CorruptFileError, id="xls of nothing but its name"),
    pytest.param(ole("WordDocument"), CorruptFileError, id="doc of nothing but its name"),
    pytest.param(b"<html>" + b"<div>" * 100_000 + b"a", NestedTooDeepError, id="html, elements in elements"),
    pytest.param(b"<html><table><tr><td>" * 20_000 + b"a", NestedTooDeepError, id="html, tables in tables"),
]


@pytest.mark.parametrize(("content", "error"), REFUSED)
def test_refused(content: bytes, error: type[FileError]) -> None:
    with pytest.raises(FileError) as refusal:
        load(content, name="a.bin")
    assert (type(refusal.value), refusal.value.facts["name"]) == (error, "a.bin")


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(changed(PLAN, "word/document.xml", lambda xml: xml + b" " * 70_000_000), id="docx"),
        pytest.param(changed(SHEET, "xl/styles.xml", lambda xml: xml + b" " * 70_000_000), id="xlsx"),
    ],
)
def test_part_too_large_for_a_tree(content: bytes) -> None:
    with pytest.raises(DecompressionBombError):
        load(content)


@pytest.mark.parametrize("suffix", ["txt", "docx", "doc", "pdf", "xls", "html", "eml", "zip", "png"])
def test_empty_file_of_any_name(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"a.{suffix}"
    path.touch()
    with pytest.raises(EmptyFileError):
        load(path)


@pytest.mark.parametrize(
    ("content", "limits", "error"),
    [
        pytest.param(
            docx(paragraph("a" * 10**6)), Limits(expanded_bytes=10**6), DecompressionBombError, id="docx that grows"
        ),
        pytest.param(
            changed(SHEET, SHEET_PART, lambda xml: xml + b" " * 10**6),
            Limits(expanded_bytes=10**6),
            DecompressionBombError,
            id="xlsx that grows",
        ),
        pytest.param(
            changed(PLAN, "a/b", lambda _: b"x"), Limits(members=4), TooManyMembersError, id="docx of many parts"
        ),
        pytest.param(
            changed(SHEET, SHEET_PART, far_cell), Limits(cells=10**5), TooManyCellsError, id="xlsx, one cell far away"
        ),
        pytest.param(PLAN, Limits(seconds=0), TimedOutError, id="no time"),
    ],
)
def test_over_a_limit(content: bytes, limits: Limits, error: type[FileError]) -> None:
    with pytest.raises(error):
        load(content, limits=limits)


@pytest.mark.parametrize(
    ("content", "name", "text"),
    [
        pytest.param(PLAN, "a.txt", "Kế hoạch\n", id="docx by another name"),
        pytest.param("Kế hoạch số 1".encode(), "a.docx", "Kế hoạch số 1", id="text by the name of a docx"),
        pytest.param(b"<html><p>a</p>", "a.doc", "a\n", id="html by the name of a doc"),
        pytest.param(b"a;b;c\n1;2;3\n", "a.csv", "a;b;c\n1;2;3\n", id="columns in plain text"),
        pytest.param(b"%PDX-1.7 a", "a.pdf", "%PDX-1.7 a", id="text by the name of a pdf"),
        pytest.param(b"a" * 10**6, "a.txt", "a" * 10**6, id="one long line"),
        pytest.param(docx(numbered("a"), numbering="<w:num"), "a.docx", "a\n", id="docx with numbering that is no XML"),
        pytest.param(
            changed(PLAN, "word/vbaProject.bin", lambda _: b"Sub AutoOpen()"), "a.docm", "Kế hoạch\n", id="macros"
        ),
        pytest.param(
            changed(
                PLAN,
                "word/_rels/document.xml.rels",
                lambda xml: xml.replace(
                    b"</Rel",
                    b'<Relationship Id="x" Type="a/styles" TargetMode="External" Target="http://192.0.2.1/"/></Rel',
                ),
            ),
            "a.docx",
            "Kế hoạch\n",
            id="docx with styles from a network",
        ),
        pytest.param(
            changed(PLAN, "../../evil", lambda _: b"x"), "a.docx", "Kế hoạch\n", id="docx with a part that leads out"
        ),
        pytest.param(b"<html><p " + b"a" * 10**6 + b">b</p>", "a.html", "b\n", id="html with an endless attribute"),
        pytest.param(b"<html>" + b"</p>" * 100_000 + b"<p>a", "a.html", "a\n", id="html, ends without beginnings"),
        pytest.param(b"<html><p>a" + b"<b>" * 100 + b"b", "a.html", "ab\n", id="html, nothing closed"),
        pytest.param(b"<html><p>a\x00b</p>", "a.html", "ab\n", id="html with NUL"),
    ],
)
def test_read_all_the_same(content: bytes, name: str, text: str) -> None:
    assert load(content, name=name).text == text


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a program of the test's own in the place of LibreOffice."""

    def install(program: str) -> None:
        path = tmp_path / "soffice"
        path.write_text(f"#!{sys.executable}\n{program}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    return install


RTF = b"{\\rtf1\\ansi Ke hoach\\par}"
_RESULT = "import sys, pathlib; out = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1]) / 'document.docx'\n"


@pytest.mark.parametrize(
    ("program", "error"),
    [
        pytest.param("import time; time.sleep(60)", TimedOutError, id="hangs"),
        pytest.param("raise SystemExit(1)", ConversionError, id="fails"),
        pytest.param("import os; os.abort()", ConversionError, id="crashes"),
        pytest.param("pass", ConversionError, id="makes nothing"),
        pytest.param(f"{_RESULT}out.write_bytes(b'x' * 100)", CorruptFileError, id="makes rubbish"),
        pytest.param(f"{_RESULT}out.symlink_to('/etc/passwd')", ConversionError, id="makes a link that leads out"),
        pytest.param("while True: print('x' * 65536)", ConversionError, id="prints without end"),
    ],
)
def test_converter_that(program: str, error: type[FileError], converter: Callable[[str], None]) -> None:
    converter(program)
    with pytest.raises(error):
        load(RTF, limits=Limits(seconds=3, program_output_bytes=10**6))


@pytest.mark.slow
@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"{\\rtf1 Ke hoach", id="without its end"),
        pytest.param(b"{\\rtf1 " + b"{" * 50_000 + b" Ke hoach", id="groups in groups"),
        pytest.param(b"{\\rtf1 {\\pict\\bin2000000000 x} Ke hoach}", id="a picture larger than the file"),
    ],
)
def test_damaged_rtf_is_read_or_refused(content: bytes) -> None:
    needs(Program.SOFFICE)
    try:
        outcome = load(content, limits=Limits(seconds=10)).text.strip()
    except (ConversionError, EmptyFileError, TimedOutError):
        outcome = "Ke hoach"
    assert outcome == "Ke hoach"


@pytest.mark.slow
def test_doc_with_a_password() -> None:
    content = bytearray(converted(PLAN, ".docx", "doc:MS Word 97"))
    start = content.index(struct.pack("<H", 0xA5EC), 512)  # the file information block of the main stream
    content[start + 11] |= 0x01
    with pytest.raises(EncryptedFileError):
        load(bytes(content))


@pytest.mark.slow
def test_truncated_doc() -> None:
    content = converted(PLAN, ".docx", "doc:MS Word 97")
    with pytest.raises((CorruptFileError, ConversionError)):
        load(content[: len(content) // 3], name="a.doc")


@pytest.mark.slow
def test_odt_with_a_password() -> None:
    content = converted(PLAN, ".docx", "odt")
    locks = b"<manifest:encryption-data/></m"
    locked = changed(content, "META-INF/manifest.xml", lambda xml: xml.replace(b"</m", locks))
    with pytest.raises(EncryptedFileError):
        load(locked)
