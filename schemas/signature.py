"""Who signed."""

from typing import Self

from pydantic import Field, model_validator

from schemas.record import Filled, Record
from schemas.span import Span


class Signature(Record):
    """The signature block: under whose authority, in what position, and who."""

    authority: Filled | None = Field(
        None, description="The organ signed for, with its form of authority as printed: TM. BAN THƯỜNG VỤ."
    )
    position: Filled | None = Field(None, description="Position of the signer, as printed: PHÓ CHỦ TỊCH.")
    signer: Filled | None = Field(None, description="Name of the signer, without titles.")
    span: Span = Field(description="Where the block stands in the source text.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.authority is None and self.position is None and self.signer is None:
            raise ValueError("a signature needs an authority, a position or a signer")
        return self
