"""Which rules are asked of a list: the word before it tells most of them apart, and that most lists need none."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from extractor.find.responsibilities.cues import triggers
from extractor.find.responsibilities.groups import Group
from extractor.find.responsibilities.rules import NEAR, RULES, WORKED_WITH, Rule, Ruling, joining
from extractor.reading import Reading

__all__ = ["role_by_cue", "rules_at"]


def rules_at(near: str, last: str) -> tuple[Rule, ...]:
    """Return the rules that may give a list its role, by the words `near` before it and the `last` of them.

    This is all that most lists need: none applies, and their clauses are not looked at.
    """
    ending = _endings().get(last)
    if ending is None:
        return (WORKED_WITH,) if "phối hợp, " in near else ()
    if ending.others and ", " in near and any(map(near.__contains__, _then_others())):
        return ending.others
    if ending.needed and not any(map(near.__contains__, ending.needed)):
        return ()
    return ending.rules


#: What a cue that ends with one of these words holds: without it, the word is a mere preposition, or a verb.
_NEEDED = {
    "của": ("hợp của", "chẽ của", "trì của", "phối của", "yêu cầu của", "trách nhiệm của", "vai trò của"),
    "là": ("trì là", "mối là", "hợp là", "hiện là"),
    "được": ("phải được",),
}


class _Ending(NamedTuple):
    """What the last word of a cue tells.

    Attributes:
        rules: Those whose cues may end with it.
        others: The same with that of working together, if it is none of them or not at once: a verb or two may stand
            after `phối hợp`, which then ends with any word.
        needed: Words of which the cue holds one.
    """

    rules: tuple[Rule, ...]
    others: tuple[Rule, ...]
    needed: tuple[str, ...]


@cache
def _endings() -> dict[str, _Ending]:
    return {word: _ending(word) for word in triggers()}


def _ending(word: str) -> _Ending:
    rules = tuple(rule for rule in RULES if word in rule.endings())
    others = tuple(rule for rule in RULES if rule is WORKED_WITH or word in rule.endings())
    needed = _NEEDED.get(word, ())
    return _Ending(rules, others if others != rules or needed else (), needed)


@cache
def _then_others() -> tuple[str, ...]:
    """Return the ends of cues of working together before which another verb stands: `phối hợp, hỗ trợ`."""
    return tuple(f"{word}, " for word in joining())


def role_by_cue(
    reading: Reading, group: Group, near: str, last: str, rules: tuple[Rule, ...], heard: int
) -> Ruling | None:
    """Return the role that a cue right before the list gives it; words before `heard` speak of another list."""
    start = group.start
    if last == ":" and len(near) <= _SHORT and start - group.paragraph.content == len(near) and near.endswith(": "):
        near = _wrapped(reading, group) + near
    words = reading.lowered[max(group.clause, heard) : start]
    for name, decide, _ in rules:
        if role := decide(near, words, last, group):
            return role, name
    return None


#: The longest rest of a label that has been wrapped.
_SHORT = 14


def _wrapped(reading: Reading, group: Group) -> str:
    """Return the line above, in small letters, if a label goes on from it: `Đơn vị phối hợp` / `thực hiện: Sở …`."""
    start = group.paragraph.start
    if not start or not reading.text[start].islower():
        return ""
    above = reading.text[max(0, start - NEAR) : start - 1].rpartition("\n")[2]
    return f"{above} ".lower()
