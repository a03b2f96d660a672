"""The fixed phrases of the convention by their bare shape, as pieces of patterns.

Scanners damage the marks of letters more than the letters, so the shapes leave the marks open.
"""

from __future__ import annotations

from functools import cache

from extractor.lexicon import load
from extractor.outline.shapes import fold

__all__ = [
    "ACTING_FOR",
    "ADDRESS",
    "MOTTO",
    "NUMBER_WORD",
    "PARTY_TITLE",
    "RECIPIENTS",
    "STATE_TITLE",
    "SUBJECT",
    "may_hold_title",
    "national_titles",
]

#: CỘNG HÒA XÃ HỘI CHỦ NGHĨA (VIỆT NAM); one half of it tells it where a stamp covers the other.
STATE_TITLE = (
    r"(?:C\p{Lu}NG ?H\p{Lu}{1,2}A?\W{0,3}X\p{Lu} ?H\p{Lu}I(?: ?CH\p{Lu} ?NGH\p{Lu}{2})?"
    r"|H\p{Lu}I ?CH\p{Lu} ?NGH\p{Lu}{2}A? ?VI\p{Lu}T)"
)
PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
#: Độc lập - Tự do …
MOTTO = r"\p{L}{2,3}[cC]\s?[lL]\p{L}[pP]\b.{0,4}T\p{L}\s?[dD][oO]\b"
#: V/v, whose `v` scanners double
SUBJECT = r"(?:V/[vwyVW]|VV)\b\s?[:.]?\s?"
#: Số
NUMBER_WORD = r"(?:S[ốóôo6Ố]|SỐ)"
#: Kính gửi
ADDRESS = r"\W{0,3}[Kk][íi]nh g[ửởùủ]i\b\s?[:;.]?\s*"
#: Nơi nhận
RECIPIENTS = r"(?:N|(?<!\p{L}))[ơo][iI]\s?nh[ậâa]n"
#: TM., KT., TL., TUQ.: on whose behalf, or in whose place, one signs.
ACTING_FOR = r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\s?[.,]\s?"


def may_hold_title(text: str) -> bool:
    """Say whether `text` may hold a title of the state, the party or the youth union: the cheap question first.

    Each of them has one of a few sequences of letters. (Written out they are looked for in half the time of a loop.)

    >>> may_hold_title("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), may_hold_title("ỦY BAN NHÂN DÂN")
    (True, False)
    """
    return "NG H" in text or "NGH" in text or "NG S" in text or "TNCS" in text


@cache
def national_titles() -> dict[str, str]:
    """Return the titles of the state and of the party by their bare shape; that of the youth union is a body's too."""
    return {fold(title): title for title in load("letterhead")["titles"]["phrases"] if "VIỆT NAM" in title}
