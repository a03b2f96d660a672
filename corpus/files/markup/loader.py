"""The loader of web pages."""

from __future__ import annotations

from typing import cast

import regex
from lxml import etree, html

from corpus.errors import CorruptFileError, NestedTooDeepError
from corpus.files.blocks import flow
from corpus.files.loader import Body, Job
from corpus.files.markup.charset import decode_page
from corpus.files.markup.reader import blocks_of

__all__ = ["HtmlLoader"]

_DEEPEST = 250  # libxml2 stops at 256 elements, and drops what is deeper without a word
# Where well-known collections of law keep the document itself; around it are menus and lists of other documents.
_CONTENT = (
    "//*[@data-vbpl-content-root]",
    "//*[@id='toanvancontent']",  # vbpl.vn
    "//*[@id='divContentDoc']",
    "//*[@id='ctl00_Content_ThongTinVB_pnlDocContent']",  # thuvienphapluat.vn
    "//div[@class='content1']",
    "//article",
)
_LEAST_LETTERS = 200
_XML_DECLARATION = regex.compile(r"\s*+<\?xml[^>]*+>")


class HtmlLoader:
    """Reads web pages and what word processors save as such: what is shown, not what is hidden, run or fetched."""

    name = "html"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text. Raises ``CorruptFileError``, or ``NestedTooDeepError`` for elements in elements."""
        page = _XML_DECLARATION.sub("", decode_page(content), count=1).replace("\x00", "")
        parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        try:
            root = html.document_fromstring(page.encode("utf-8", "replace"), parser)
        except (etree.ParserError, etree.XMLSyntaxError, AssertionError) as error:
            raise CorruptFileError(name=job.name, reason=str(error) or "no markup") from error
        if any("depth" in entry.message for entry in parser.error_log):
            raise NestedTooDeepError(name=job.name, limit=_DEEPEST)
        job.seconds_left()
        text, warnings = flow(blocks_of(_content_root(root)))
        return Body(text, warnings=warnings)


def _content_root(root: etree._Element) -> etree._Element:
    """Return the part of a page that is the document, the page itself where no part says so."""
    for path in _CONTENT:
        elements = cast(list[etree._Element], root.xpath(path))
        found = [element for element in elements if _letters(element) >= _LEAST_LETTERS]
        if found:
            return max(found, key=_letters)
    return root


def _letters(element: etree._Element) -> int:
    return sum(len(text) for text in element.itertext())
