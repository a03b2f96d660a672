"""Web pages: what a browser shows, in lines that the extractor reads."""

from __future__ import annotations

import pytest

from corpus.files import load


def text(body: str) -> str:
    return load(f"<html><body>{body}</body></html>".encode()).text


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        pytest.param("<p>Kế\n  hoạch</p>", "Kế hoạch", id="white space is one space"),
        pytest.param("<p>Kế <b>hoạch</b> <i>số</i> 1</p>", "Kế hoạch số 1", id="spaces between elements"),
        pytest.param("<p>a</p><div>b</div>c", "a\n\nb\n\nc", id="blocks"),
        pytest.param("<p>a<br>b</p>", "a\nb", id="line break"),
        pytest.param("<pre>a\n  b</pre>", "a\n  b", id="as it stands"),
        pytest.param("<p>21&#45;KL&nbsp;x &#272;</p>", "21-KL\u00a0x Đ", id="character references"),
        pytest.param("<ol><li>a<li>b</ol>", "1. a\n\n2. b", id="numbered list"),
        pytest.param("<ol type=I start=3><li>a</li><li value=7>b</li></ol>", "III. a\n\nVII. b", id="numbered its way"),
        pytest.param("<ol style='list-style-type: lower-alpha'><li>a</ol>", "a. a", id="numbered by its style"),
        pytest.param("<ol><li><p>a</p><p>b</p></ol>", "1. a\n\nb", id="paragraphs of an item"),
        pytest.param("<ul><li>a<ul><li>b</ul></ul>", "- a\n\n- b", id="bullets"),
        pytest.param("<ul style='list-style: none'><li>a</ul>", "a", id="list without signs"),
        pytest.param("<p style='text-transform:uppercase'>kế hoạch</p>", "KẾ HOẠCH", id="shown in capitals"),
        pytest.param("<p>a<script>x</script><style>y</style><!-- z --></p>", "a", id="what is run or styles"),
        pytest.param("<p>a<span style='display:none'>x</span></p><p hidden>y</p>", "a", id="what is hidden"),
        pytest.param("<nav>menu</nav><p>a</p><button>b</button>", "a", id="what one clicks"),
        pytest.param(
            "<p><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span>Việc</p>", "1. Việc", id="Word"
        ),
    ],
)
def test_body(body: str, shown: str) -> None:
    assert text(body) == f"{shown}\n"


ROWS = "<tr><td>a<td>b<tr><td>c<td>d"


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        pytest.param(f"<table>{ROWS}</table>", "a\tb\nc\td", id="no rules"),
        pytest.param(f"<table border=1>{ROWS}</table>", "| a | b |\n| c | d |", id="rules"),
        pytest.param(
            "<table border=1><tr><td style='border:none'>a<td style='border:none'>b</table>", "a\tb", id="rules undone"
        ),
        pytest.param(
            "<table><tr><td style='border:solid windowtext 1.0pt'>a<td>b</table>", "| a | b |", id="rules of a cell"
        ),
        pytest.param("<table><tr><td>a<br>b<td>c<br>d</table>", "a\nb\nc\nd", id="letterhead"),
        pytest.param(
            "<table border=1><tr><td rowspan=2>a<td>b<tr><td>c</table>", "| a | b |\n|  | c |", id="over rows"
        ),
        pytest.param(
            "<table border=1><tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e</table>",
            "| a |  | b |\n| c | d | e |",
            id="over columns",
        ),
        pytest.param("<table border=1><tr><td>a|b<td>c</table>", "| a/b | c |", id="bar in a cell"),
    ],
)
def test_table(table: str, shown: str) -> None:
    assert text(table) == f"{shown}\n"


VIETNAMESE = "<p>Các đơn vị thuộc Tỉnh ủy báo cáo kết quả trước ngày 15 tháng 9 năm 2031.</p>"
SHOWN = "Các đơn vị thuộc Tỉnh ủy báo cáo kết quả trước ngày 15 tháng 9 năm 2031.\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(f"<html>{VIETNAMESE}".encode(), id="UTF-8 that is not declared"),
        pytest.param(f"<html><meta charset=iso-8859-1>{VIETNAMESE}".encode(), id="UTF-8 that is declared otherwise"),
        pytest.param(f"\ufeff<html>{VIETNAMESE}".encode("utf-16-le"), id="UTF-16"),
        pytest.param(f"<html>{VIETNAMESE}".encode("ascii", "xmlcharrefreplace"), id="references"),
        pytest.param(f'<?xml version="1.0" encoding="utf-8"?><html>{VIETNAMESE}</html>'.encode(), id="XHTML"),
        pytest.param(VIETNAMESE.encode(), id="a fragment"),
    ],
)
def test_letters(content: bytes) -> None:
    assert load(content).text == SHOWN


def test_document_is_told_from_the_page_around_it() -> None:
    law = "<p>" + "Điều 1. Quy định về công tác lưu trữ. " * 10 + "</p>"
    page = f"<div id=menu>Trang chủ</div><div id=toanvancontent>{law}</div><div>Văn bản khác</div>"
    shown = text(page)
    assert "Điều 1." in shown
    assert "Trang chủ" not in shown
    assert "Văn bản khác" not in shown
