"""What stands before a head: a determiner, a title, a class of persons."""

from __future__ import annotations

from extractor.find.bodies import patterns

__all__ = ["DETERMINERS", "LEADING", "OFFICES", "TELLING", "with_persons", "word_before"]

#: The last syllables of determiners: `toàn thể`, `một số`.
DETERMINERS = frozenset({"các", "mọi", "mỗi", "từng", "những", "thể", "số"})
#: Those of titles (`Giám đốc`), and what may stand between a title and the body.
_TITLES = frozenset(
    {"của", "diện", "thể", "tập", "nhiệm", "tra", "toán", "lệnh", "đốc", "tịch", "trưởng", "chánh", "án", "thư", "đạo",
     "đầu", "các"}
)  # fmt: skip
_AFTER_TITLES = ("các", "của")
#: Titles after which the office begins small: `Chánh văn phòng`.
OFFICES = frozenset({"chánh", "trưởng", "đốc"})
#: The last syllables of classes of persons: `đại biểu`.
_PEOPLE = frozenset({"đầu", "biểu", "bộ", "viên", "chức"})
#: Words behind which the body may stand that a person stands for.
LEADING = _TITLES | _PEOPLE
#: How the words end, with the space after them, that tell something of the head behind them: the cheap question before
#: the word is cut out. Numbers are among them.
TELLING = frozenset(
    (
        *(f"{word[-2:]} " for word in DETERMINERS | LEADING),
        *(f"{before}{digit} " for before in " \n0123456789" for digit in "0123456789"),
    )
)
#: How far persons are looked for.
_LONGEST_TITLE, _LONGEST_CLASS, _LONGEST_WORD = 40, 20, 20


def word_before(lower: str, position: int) -> str:
    """Return the word before `position` in a text in small letters, if only a space parts them; else nothing."""
    if lower[position - 1 : position] != " ":
        return ""
    word = lower[max(0, position - _LONGEST_WORD) : position - 1].rpartition(" ")[2]
    return word.rpartition("\n")[2] if "\n" in word else word


def with_persons(text: str, lower: str, start: int, word: str) -> tuple[int, bool]:
    """Return where a name begins with the persons before its head, and whether it only tells whose they are.

    Args:
        text: The flow.
        lower: The flow in small letters.
        start: Where the head begins.
        word: The word before it.
    """
    if word in _AFTER_TITLES:
        before = start - len(word) - 1
        if lower[before - 3 : before] not in TELLING or word_before(lower, before) not in _TITLES:
            return start, False
    if word in _TITLES and (person := patterns.PERSON.match(text, max(0, start - _LONGEST_TITLE), start)):
        start = person.start()
        word = word_before(lower, start)
    if word in _PEOPLE and (persons := patterns.PERSONS.match(lower, max(0, start - _LONGEST_CLASS), start)):
        return persons.start(), True
    return start, False
