"""A format is told by the content; the name only decides between kinds of text that look alike."""

from __future__ import annotations

import pytest

from corpus.files.formats import OLE2, Format, sniff
from tests.corpus.files.making import archive, docx

ODT = b"application/vnd.oasis.opendocument.text"
MAIL = b"From: a@example.vn\r\nTo: b@example.vn\r\nSubject: x\r\n\r\nbody"


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        pytest.param(docx(""), "a.zip", Format.DOCX, id="docx"),
        pytest.param(docx("")[:600], "a.docx", Format.DOCX, id="beginning of a docx"),
        pytest.param(archive({"_rels/.rels": b"", "xl/styles.xml": b"x"}), "", Format.XLSX, id="xlsx"),
        pytest.param(archive({"_rels/.rels": b"", "ppt/a.xml": b"x"}), "", Format.PPTX, id="pptx"),
        pytest.param(archive({"mimetype": ODT}), "", Format.ODT, id="odt"),
        pytest.param(archive({"word/a.txt": b"x"}), "", Format.ZIP, id="archive with a folder of that name"),
        pytest.param(archive({}), "", Format.ZIP, id="empty archive"),
        pytest.param(OLE2 + bytes(600) + "WordDocument".encode("utf-16-le"), "", Format.DOC, id="damaged doc"),
        pytest.param(OLE2 + bytes(600) + "Workbook".encode("utf-16-le"), "", Format.XLS, id="damaged xls"),
        pytest.param(OLE2 + bytes(600), "a.DOC", Format.DOC, id="OLE2 of which only the name speaks"),
        pytest.param(OLE2 + bytes(600), "a", Format.OLE, id="OLE2 of which nothing speaks"),
        pytest.param(b"\n\n%PDF-1.4", "", Format.PDF, id="pdf behind a few bytes"),
        pytest.param(b"{\\rtf1", "a.doc", Format.RTF, id="rtf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "", Format.PNG, id="png"),
        pytest.param(b"BM\x00\x01\x02\x03\x00\x00\x00\x00", "", Format.BMP, id="bmp"),
        pytest.param(b"BMW", "", Format.TEXT, id="text that begins like bmp"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBP", "", Format.WEBP, id="webp"),
        pytest.param(b"\xef\xbb\xbf <!DOCTYPE html>", "", Format.HTML, id="html"),
        pytest.param("<html>".encode("utf-16"), "", Format.HTML, id="html in UTF-16"),
        pytest.param(b"<!-- x --><?xml version='1.0'?><html>", "", Format.HTML, id="xhtml behind a remark"),
        pytest.param(b"<p>a</p>", "", Format.HTML, id="a fragment of html"),
        pytest.param(b"<p>a", "a.htm", Format.HTML, id="a fragment by its name"),
        pytest.param(b"<a> < b", "", Format.TEXT, id="text with angle brackets"),
        pytest.param(b"<?xml version='1.0'?><svg/>", "", Format.XML, id="xml"),
        pytest.param(MAIL, "", Format.EML, id="mail"),
        pytest.param("Số: 12/KH\nKính gửi: a\nNơi nhận: b\n".encode(), "", Format.TEXT, id="directive with colons"),
        pytest.param(b"# a", "a.md", Format.MARKDOWN, id="markdown by its name"),
        pytest.param("a".encode("utf-16-le") * 50, "", Format.TEXT, id="UTF-16 without a mark"),
        pytest.param(bytes(range(32)) * 9, "a.txt", Format.BINARY, id="binary"),
        pytest.param(b"", "a.docx", Format.TEXT, id="nothing"),
    ],
)
def test_sniff(content: bytes, name: str, kind: Format) -> None:
    assert sniff(content, name) is kind
