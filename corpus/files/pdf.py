"""PDF: the text layer of a page where it has one worth reading, recognition where it has none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from itertools import zip_longest

from corpus.errors import CorruptFileError, FileError, NoTextError, ToolMissingError, TooManyPagesError
from corpus.files.encodings import Run, unicode_of
from corpus.files.isolated import Reader, reader
from corpus.files.layout import Rule, Sheet, Word, compose, mend
from corpus.files.loaded import LoadWarning, WarningCode
from corpus.files.loader import Body, Job, Recognition
from corpus.files.recognition import DPI, Picture, Reading, recognise, warnings_of, why_not
from corpus.files.textlayer import TextQuality

__all__ = ["PdfLoader"]

_ENGINE = f"pypdfium2/{version('pypdfium2')}"  # where it is missing, this module cannot be imported either
#: A page with fewer letters than this that is mostly an image, or many shapes, is a scan: what text it carries is a
#: stamp, a signature or a page number.
_FEW_LETTERS = 300
_FEWEST_LETTERS = 40
_MOSTLY = 0.5
_MANY_SHAPES = 100
#: So much of a page's text is shown where it is useless.
_SAMPLE = 40
# Signs that fonts without a mapping give for common bullets and dashes (the private area of the font Symbol), letters
# joined by the typesetter, and what PDF writers make of two letters of TCVN3: ã (B7, a dot) and ư (AD, a soft hyphen).
_SIGNS = str.maketrans(
    {
        "\uf0b7": "•",
        "\uf0a7": "•",
        "\uf0d8": "•",
        "\uf0fc": "•",
        "\uf02d": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
    }
)
_STORED_SIGNS = str.maketrans({"\u2219": "\xb7", "\u2212": "\xad", "\u2010": "\xad"})


@dataclass(slots=True)
class _Page:
    """A page as it is stored, and what to say of it."""

    number: int
    sheet: Sheet
    pictured: float = 0.0
    shapes: int = 0
    damaged: bool = False
    quality: TextQuality = field(default_factory=lambda: TextQuality(0, 0, 0))

    @property
    def is_scan(self) -> bool:
        letters = sum(len(word.text) for word in self.sheet.words)
        if letters < _FEWEST_LETTERS:
            return self.pictured > 0 or self.shapes > _MANY_SHAPES
        return letters < _FEW_LETTERS and self.pictured > _MOSTLY


class PdfLoader:
    """Reads .pdf, page by page."""

    name = "pdf"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text in reading order, or raise a ``FileError``: a password, damage, a limit, no text at all."""
        with reader("pdf", content, job) as opened:
            pages, warnings = _stored(opened, job)
            wanted = [page for page in pages if _is_wanted(page, job.recognition)]
            warnings += (
                LoadWarning(WarningCode.BAD_TEXT_LAYER, _sample(page), page.number)
                for page in wanted
                if page.quality.is_bad
            )
            read: dict[int, Sheet] = {}
            reason: FileError = NoTextError(name=job.name, reason="its pages are images")
            try:
                if wanted and job.recognition is not Recognition.NEVER:
                    read, more = _recognised(opened, wanted, job)
                    warnings += more
            except ToolMissingError as error:
                reason = error
            if isinstance(reason, ToolMissingError) or job.recognition is Recognition.NEVER:
                detail = str(reason.facts.get("package", job.recognition.value))
                warnings += (LoadWarning(WarningCode.NOT_RECOGNISED, detail, page.number) for page in wanted)
        composed = compose([read.get(page.number, page.sheet) for page in pages], job.seconds_left)
        if wanted and not composed.text.strip():
            raise reason
        return Body(composed.text, composed.pages, tuple(warnings), _ENGINE)


def _stored(opened: Reader, job: Job) -> tuple[list[_Page], list[LoadWarning]]:
    """Read the text layers of all pages, in Unicode."""
    if not opened.pages:
        raise CorruptFileError(name=job.name, reason="it has no pages")
    if opened.pages > job.limits.pages:
        raise TooManyPagesError(name=job.name, pages=opened.pages, limit=job.limits.pages)
    pages: list[_Page] = []
    warnings: list[LoadWarning] = []
    for number in range(1, opened.pages + 1):
        try:
            facts = opened.content(number - 1)
        except CorruptFileError as error:
            warnings.append(LoadWarning(WarningCode.DAMAGED_PART, str(error.facts["reason"]), number))
            pages.append(_Page(number, Sheet(number, 0, 0), damaged=True))
            continue
        fonts = [name.rpartition("+")[2] or None for name in facts["fonts"]]  # less the tag of a subset
        words = mend(
            Word(text, left, top, right, bottom, size, fonts[font])
            for text, left, top, right, bottom, size, font in facts["words"]
        )
        rules = tuple(Rule(*rule) for rule in facts["rules"])
        sheet = Sheet(number, facts["width"], facts["height"], words, rules)
        pages.append(_Page(number, sheet, facts["pictured"], facts["shapes"]))
    if all(page.damaged for page in pages):
        raise CorruptFileError(name=job.name, reason=warnings[0].detail)
    warnings += _decode(pages)
    return pages, warnings


def _decode(pages: Sequence[_Page]) -> tuple[LoadWarning, ...]:
    """Put the words of all pages in Unicode, by their fonts and letters; judge the text of each page."""
    runs = list(_runs(pages))
    decoded = unicode_of(runs)
    texts = iter(decoded.texts)
    for page in pages:
        words = []
        for word in page.sheet.words:
            text = unicodedata.normalize("NFC", next(texts).translate(_SIGNS))
            next(texts)  # the space or line end after it
            words.append(Word(text, word.left, word.top, word.right, word.bottom, word.size))
        page.sheet = Sheet(
            page.number,
            page.sheet.width,
            page.sheet.height,
            tuple(word for word in words if word.text.strip()),
            page.sheet.rules,
        )
        page.quality = _quality(words)
    return decoded.warnings


def _runs(pages: Sequence[_Page]) -> Iterator[Run]:
    """Yield each word, and what parts it from the next one."""
    for page in pages:
        for word, following in zip_longest(page.sheet.words, page.sheet.words[1:]):
            stored = word.text.translate(_STORED_SIGNS) if _is_tcvn(word.font) else word.text
            yield Run(stored, word.font)
            same_line = following is not None and abs(following.bottom - word.bottom) < word.size
            yield Run(" " if same_line else "\n", word.font)


@lru_cache(maxsize=256)
def _is_tcvn(font: str | None) -> bool:
    """Say whether a font is one of TCVN3, by the name that PDF writers leave of ``.VnTime``."""
    return font is not None and font.lstrip(".").lower().startswith("vn")


def _is_wanted(page: _Page, recognition: Recognition) -> bool:
    """Say whether a page is to be recognised."""
    if page.damaged:
        return False
    return recognition is Recognition.ALWAYS or page.is_scan or page.quality.is_bad


def _recognised(opened: Reader, wanted: Sequence[_Page], job: Job) -> tuple[dict[int, Sheet], list[LoadWarning]]:
    """Recognise pages; return those that came out better than they were, and what there is to say of each.

    Raises ``ToolMissingError`` where this machine cannot recognise anything.
    """
    sheets: dict[int, Sheet] = {}
    warnings: list[LoadWarning] = []
    if missing := why_not(job):
        raise missing
    pictures = (Picture(*opened.picture(page.number - 1, DPI)) for page in wanted)
    for page, reading in zip(wanted, recognise(pictures, job), strict=True):
        if isinstance(reading, Reading):
            if page.quality.is_bad and _quality(reading.words).share <= page.quality.share:
                continue  # as bad as it was
            sheets[page.number] = _sheet(page, reading)
        warnings += warnings_of(reading, page.number)
    return sheets, warnings


def _sheet(page: _Page, reading: Reading) -> Sheet:
    return Sheet(page.number, page.sheet.width, page.sheet.height, reading.words, page.sheet.rules, reading.confidence)


def _quality(words: Sequence[Word]) -> TextQuality:
    return TextQuality.of(word.text for word in words)


def _sample(page: _Page) -> str:
    """Return how the text of a page begins."""
    return " ".join(word.text for word in page.sheet.words)[:_SAMPLE]
