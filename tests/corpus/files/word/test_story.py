"""What stands in a document of Word, as it is shown: nothing lost, nothing that is hidden or deleted."""

from __future__ import annotations

import io
import zipfile

import docx as python_docx
import pytest

from corpus.files import WarningCode, load
from corpus.files.formats import Format
from tests.corpus.files.making import archive, docx, level, numbered, numbering, paragraph


def text(body: str, **parts: str) -> str:
    return load(docx(body, **parts)).text


def run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def t(words: str) -> str:
    return f'<w:t xml:space="preserve">{words}</w:t>'


def field(code: str, result: str) -> str:
    return "".join(
        run(inside)
        for inside in (
            '<w:fldChar w:fldCharType="begin"/>',
            f"<w:instrText>{code}</w:instrText>",
            '<w:fldChar w:fldCharType="separate"/>',
            t(result),
            '<w:fldChar w:fldCharType="end"/>',
        )
    )


BOX = f"<w:txbxContent>{paragraph('trong khung')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        pytest.param(run(t("Kế ")) + run(t("hoạch")), "Kế hoạch", id="runs are joined"),
        pytest.param(run(t("a") + "<w:tab/>" + t("b")), "a\tb", id="tab"),
        pytest.param(run(t("a") + "<w:br/>" + t("b")), "a\nb", id="line break"),
        pytest.param(run(t("21") + "<w:noBreakHyphen/>" + t("KL")), "21-KL", id="hyphen that does not break"),
        pytest.param(run('<w:sym w:font="Wingdings" w:char="F0E0"/>' + t("b")), "→b", id="sign of a symbol font"),
        pytest.param(run(t("kế hoạch"), "<w:caps/>"), "KẾ HOẠCH", id="shown in capitals"),
        pytest.param(run(t("a")) + run(t("ẩn"), "<w:vanish/>"), "a", id="hidden"),
        pytest.param(f'<w:ins w:id="1">{run(t("mới"))}</w:ins>', "mới", id="inserted"),
        pytest.param(run(t("a")) + f'<w:del w:id="1">{run("<w:delText>cũ</w:delText>")}</w:del>', "a", id="deleted"),
        pytest.param(run(t("a")) + f'<w:moveFrom w:id="1">{run(t("cũ"))}</w:moveFrom>', "a", id="moved away"),
        pytest.param(f'<w:moveTo w:id="1">{run(t("đến"))}</w:moveTo>', "đến", id="moved here"),
        pytest.param(f"<w:hyperlink>{run(t('a'))}</w:hyperlink>", "a", id="link"),
        pytest.param(f"<w:smartTag><w:smartTag>{run(t('a'))}</w:smartTag></w:smartTag>", "a", id="smart tags"),
        pytest.param(f"<w:sdt><w:sdtContent>{run(t('a'))}</w:sdtContent></w:sdt>", "a", id="content control"),
        pytest.param(run(t("Số ")) + field(" DOCPROPERTY so ", "12"), "Số 12", id="field shows its result"),
        pytest.param(f'<w:fldSimple w:instr=" DATE ">{run(t("5/2"))}</w:fldSimple>', "5/2", id="simple field"),
    ],
)
def test_paragraph(inside: str, shown: str) -> None:
    assert text(f"<w:p>{inside}</w:p>") == f"{shown}\n"


def test_field_inside_the_code_of_a_field_shows_nothing() -> None:
    inner = field(" PAGE ", "7")
    outer = (
        run('<w:fldChar w:fldCharType="begin"/>')
        + run("<w:instrText> IF </w:instrText>")
        + inner
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run(t("kết quả"))
        + run('<w:fldChar w:fldCharType="end"/>')
    )
    assert text(f"<w:p>{outer}</w:p>") == "kết quả\n"


def test_field_that_is_never_closed_loses_no_paragraph() -> None:
    begun = run('<w:fldChar w:fldCharType="begin"/>') + run("<w:instrText> PAGE </w:instrText>")
    assert text(f"<w:p>{run(t('a'))}{begun}</w:p>" + paragraph("b")) == "a\n\nb\n"


def test_formula_shows_its_signs() -> None:
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    assert text(f"<w:p>{run(t('x = '))}{formula}</w:p>") == "x = a+b\n"


def test_paragraph_that_was_deleted_whole_is_not_counted() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        f'<w:del w:id="2">{run("<w:delText>cũ</w:delText>")}</w:del></w:p>'
    )
    body = numbered("a") + gone + numbered("b")
    assert text(body, numbering=numbering(level(0, "decimal", "%1."))) == "1. a\n\n2. b\n"


def test_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run(t("Kế "))}</w:p>'
    assert text(first + paragraph("hoạch")) == "Kế hoạch\n"


def test_paragraphs_are_parted_by_a_blank_line() -> None:
    assert text(paragraph("a") + paragraph("") + paragraph("") + paragraph("b")) == "a\n\nb\n"


def test_paragraphs_in_a_content_control() -> None:
    assert text(f"<w:sdt><w:sdtContent>{paragraph('a')}</w:sdtContent></w:sdt>") == "a\n"


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(f"<w:drawing><wp:inline><wps:txbx>{BOX}</wps:txbx></wp:inline></w:drawing>", id="drawing"),
        pytest.param(f"<w:pict><v:textbox>{BOX}</v:textbox></w:pict>", id="picture of older programs"),
        pytest.param(
            f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
            id="both, of which one is shown",
        ),
    ],
)
def test_text_box_follows_its_paragraph(drawing: str) -> None:
    assert text(f"<w:p>{run(t('ngoài'))}{run(drawing)}</w:p>") == "ngoài\n\ntrong khung\n"


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(map(paragraph, paragraphs))}</w:tc>"


RULES = "<w:tblBorders><w:insideV w:val='single'/></w:tblBorders>"


def table(*rows: str, properties: str = "") -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_letterhead_is_read_column_by_column() -> None:
    head = table(cell("TỈNH ỦY HÀ TĨNH", "*") + cell("ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Tĩnh, ngày 05/2/2031"))
    assert text(head).splitlines() == [
        "TỈNH ỦY HÀ TĨNH", "*", "ĐẢNG CỘNG SẢN VIỆT NAM", "Hà Tĩnh, ngày 05/2/2031",
    ]  # fmt: skip


def test_line_of_an_unruled_table_stays_a_line() -> None:
    assert text(table(cell("Số: 12-KH/TU") + cell("Hà Tĩnh, ngày 05/2/2031"))) == (
        "Số: 12-KH/TU\tHà Tĩnh, ngày 05/2/2031\n"
    )


def test_ruled_table_is_drawn() -> None:
    rows = (cell("TT") + cell("Chỉ tiêu"), cell("1") + cell("Trên 95%", "số xã"))
    assert text(table(*rows, properties=RULES)).splitlines() == [
        "| TT | Chỉ tiêu |",
        "| 1 | Trên 95% |",
        "|  | số xã |",
    ]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        pytest.param(
            cell("A", properties='<w:gridSpan w:val="2"/>') + cell("B"),
            cell("a") + cell("b") + cell("c"),
            ["| A |  | B |", "| a | b | c |"],
            id="over columns",
        ),
        pytest.param(
            cell("A", properties='<w:vMerge w:val="restart"/>') + cell("B"),
            cell("", properties="<w:vMerge/>") + cell("b"),
            ["| A | B |", "|  | b |"],
            id="over rows",
        ),
    ],
)
def test_merged_cell_stands_once(first: str, second: str, shown: list[str]) -> None:
    assert text(table(first, second, properties=RULES)).splitlines() == shown


def test_line_under_a_cell_makes_no_table() -> None:
    under = "<w:tcBorders><w:bottom w:val='single'/></w:tcBorders>"
    assert text(table(cell("Số: 1", properties=under) + cell("Hà Tĩnh"))) == "Số: 1\tHà Tĩnh\n"


def test_deleted_row_is_out() -> None:
    deleted = f"<w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('cũ')}</w:tr>"
    assert text(f"<w:tbl><w:tblPr/>{deleted}<w:tr>{cell('mới')}</w:tr></w:tbl>") == "mới\n"


def test_table_in_a_table() -> None:
    inner = f"<w:tc><w:tcPr/>{table(cell('trong'))}</w:tc>"
    assert text(table(inner + cell("ngoài"))) == "trong\tngoài\n"


def test_notes_follow_the_text_behind_their_signs() -> None:
    reference = run('<w:footnoteReference w:id="2"/>')
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("Theo Nghị quyết.")}</w:footnote>'
    )
    assert text(f"<w:p>{run(t('Kết quả'))}{reference}</w:p>", footnotes=notes) == "Kết quả[1]\n\n[1] Theo Nghị quyết.\n"


def test_note_that_refers_to_itself_ends() -> None:
    reference = run('<w:footnoteReference w:id="2"/>')
    notes = f'<w:footnote w:id="2"><w:p>{run(t("a"))}{reference}</w:p></w:footnote>'
    assert text(f"<w:p>{reference}</w:p>", footnotes=notes) == "[1]\n\n[1] a[2]\n"


SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/>'
    '<w:footerReference w:type="default" r:id="footer"/></w:sectPr>'
)


def test_words_of_header_and_footer_stand_around_the_text() -> None:
    body = paragraph("Nội dung") + SECTION
    assert text(body, header=paragraph("DỰ THẢO"), footer=paragraph("Lưu hành nội bộ")) == (
        "DỰ THẢO\n\nNội dung\n\nLưu hành nội bộ\n"
    )


def test_page_numbers_alone_are_left_out() -> None:
    body = paragraph("Nội dung") + SECTION
    assert text(body, header=paragraph("- 2 -"), footer=paragraph("3")) == "Nội dung\n"


def test_strict_variant_of_the_format() -> None:
    strict = docx(paragraph("Kế hoạch"))
    with zipfile.ZipFile(io.BytesIO(strict)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert load(archive(members)).text == "Kế hoạch\n"


def test_damaged_part_beside_the_text_is_a_warning() -> None:
    loaded = load(docx(paragraph("Kế hoạch"), styles="<w:style"))
    assert loaded.text == "Kế hoạch\n"
    assert [(warning.code, warning.detail) for warning in loaded.warnings] == [
        (WarningCode.DAMAGED_PART, "word/styles.xml")
    ]


def test_document_that_another_library_makes() -> None:
    """Lists, a table in a style with rules, a header: as python-docx writes them with its template."""
    document = python_docx.Document()
    document.add_heading("Phần mở đầu", level=1)
    document.add_paragraph("Việc thứ nhất", style="List Number")
    document.add_paragraph("Việc thứ hai", style="List Number")
    document.add_paragraph("Gạch đầu dòng", style="List Bullet")
    grid = document.add_table(rows=1, cols=2, style="Table Grid")
    grid.rows[0].cells[0].text, grid.rows[0].cells[1].text = "a", "b"
    document.sections[0].header.paragraphs[0].text = "Tài liệu họp"
    stream = io.BytesIO()
    document.save(stream)
    loaded = load(stream.getvalue(), name="a.docx")
    assert loaded.text.split("\n\n") == [
        "Tài liệu họp", "Phần mở đầu", "1. Việc thứ nhất", "2. Việc thứ hai", "• Gạch đầu dòng", "| a | b |\n",
    ]  # fmt: skip
    assert (loaded.media_type, loaded.loader) == (Format.DOCX.media_type, "docx")
