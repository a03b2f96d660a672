"""Lists of bodies: what joins them, and what an elliptic member leaves out."""

from __future__ import annotations

import regex

__all__ = ["joined"]

#: Persons that may stand among bodies; they are passed over.
_PERSONS = (
    r"(?:cá nhân|người dân|nhân dân|hộ gia đình|công dân|cán bộ|công chức|viên chức|đoàn viên|hội viên|người lao động"
    r"|cử tri|đảng viên|học sinh|sinh viên)"
)
_JOIN = regex.compile(
    rf"(?i)(?: \((?!chủ trì|qua|thông qua)[^()\n]{{1,90}}\))?(?:(?:[,;]? (?:và|hoặc|cùng|cùng với|cũng như|với)|[,;/]| [-–])(?: {_PERSONS}(?=[ ,;]))?+){{1,4}}+ ?"
    r"(?:toàn thể |một số |tất cả )?(?:các |những |mọi |từng |mỗi )?(?:\d{1,2} )?"
    r"|: ?(?:các )?|(?: như:?| gồm:?| bao gồm:?| \((?:như |gồm )?:?) ?(?:các )?"
)


def joined(between: str) -> bool:
    """Say whether `between`, the text from one name to the next, makes the two members of one list.

    >>> joined(", các "), joined(" và "), joined(" tổ chức cho ")
    (True, True, False)
    """
    return len(between) <= 130 and _JOIN.fullmatch(between) is not None
