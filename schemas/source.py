"""The text that a record was extracted from."""

from typing import Annotated

from pydantic import Field

from schemas.record import Filled, Record


class Source(Record):
    """The loaded text: what every span counts in."""

    path: Filled | None = Field(None, description="The file, as it was given; null for a text that came from none.")
    media_type: Filled = Field("text/plain", description="Media type of the file (IANA), without parameters.")
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 of the file's bytes (or of a bare text's UTF-8 bytes), in lower-case hexadecimal."
    )
    chars: Annotated[int, Field(strict=True, ge=0)] = Field(description="Length of the text in Unicode code points.")
