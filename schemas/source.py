"""The text that a record was extracted from."""

from bisect import bisect_right
from typing import Annotated, Self

from pydantic import Field, model_validator

from schemas.record import Filled, PageNumber, Record
from schemas.span import Span

OcrConfidence = Annotated[float, Field(ge=0, le=1)]
"""Mean confidence of a recognition engine in the words that it read, by its own account: 0 to 1."""


class Page(Record):
    """The stretch of the source text that stood on one page. A page without text has no record."""

    number: PageNumber = Field(description="Its place in the file, from 1, whatever number is printed on it.")
    span: Span = Field(description="What of the source text stood on it.")
    ocr_confidence: OcrConfidence | None = Field(
        None, description="Mean confidence of the recognition; null where the page carried its text."
    )


class Source(Record):
    """The loaded text: what every span counts in."""

    path: Filled | None = Field(None, description="The file, as it was given; null for a text that came from none.")
    media_type: Filled = Field("text/plain", description="Media type of the file (IANA), without parameters.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the file's bytes (or of a bare text's UTF-8 bytes), in lower-case hexadecimal."
    )
    chars: Annotated[int, Field(strict=True, ge=0)] = Field(description="Length of the text in Unicode code points.")
    loader: Filled | None = Field(None, description="What made the text of the file; null for a bare text.")
    loader_version: Filled | None = Field(
        None, description="Version of the loader's rules, then of the programs that it ran."
    )
    ocr: bool = Field(default=False, description="Whether any of the text comes from optical character recognition.")
    ocr_confidence: OcrConfidence | None = Field(
        None, description="Mean confidence of the recognition over its pages; null where nothing was recognised."
    )
    pages: tuple[Page, ...] = Field((), description="The pages in order; empty for formats that know none.")

    @model_validator(mode="after")
    def _pages_are_in_order(self) -> Self:
        for before, page in zip(self.pages, self.pages[1:], strict=False):
            if page.number <= before.number or page.span.start < before.span.end:
                raise ValueError(f"page {page.number} must stand after page {before.number}")
        if self.pages and self.pages[-1].span.end > self.chars:
            raise ValueError(f"page {self.pages[-1].number} ends after the text of {self.chars} code points")
        return self

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page that holds a position of the text; null where there are no pages.

        What stands between two pages belongs to the first of them.
        """
        if not self.pages:
            return None
        index = bisect_right(self.pages, offset, key=lambda page: page.span.start) - 1
        return self.pages[max(index, 0)].number
