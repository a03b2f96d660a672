"""What a user would pick instead, or compare with: each does a part of the work, most of them a small one.

| peer | does |
| --- | --- |
| bare scan | one pattern for document numbers: the floor of any citation finder that is written in Python |
| NFC | composes letters: what any text needs first |
| pydantic | makes the records again from plain values: what validation alone costs |
| underthesea | sentences, words, names: what most Vietnamese pipelines begin with |
| dateparser | dates, and nothing else |
| eyecite, refex | citations of American courts and of German statutes, in texts of their own languages |
"""

from __future__ import annotations

import contextlib
import importlib.util
import io
import logging
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import extractor
from schemas import Directive

__all__ = ["Peer", "peers"]

_BARE_NUMBER = re.compile(r"\d+[-/][A-ZĐ]")

# Invented, in the form of the peer's material, with about one citation to four hundred letters, as directives have.
_ENGLISH = (
    "The parties agree that the notice was served in time, and the district court found no reason to doubt the "
    "record on this point. Where a statute leaves the form of service open, the question is whether the addressee "
    "could learn of it without undue effort, a standard that the court stated in Harrow v. Millstone Works, 512 "
    "U.S. 331, 334 (1994). The appellant answers that the warehouse had been empty since spring and that nobody "
    "collected the mail there. That may be so, yet the lease named the warehouse as the place of business until "
    "the end of the year. We have held in a like case that a tenant who leaves without a forwarding address bears "
    "the risk, Orchard Supply v. Finch, 45 F.3d 1200 (9th Cir. 1995), and see no ground to depart from it here, "
    "for the duty to keep the address current is a light one.\n"
)
_GERMAN = (
    "Die Beteiligten streiten darüber, ob der Bescheid rechtzeitig bekannt gegeben worden ist. Das Gericht geht "
    "nach der Aktenlage davon aus, dass er am dritten Tage nach der Aufgabe zur Post zugegangen ist. Wer den "
    "Zugang bestreitet, muss Umstände vortragen, die einen anderen Ablauf als möglich erscheinen lassen (§ 41 "
    "Abs. 2 VwVfG). Daran fehlt es hier. Der Kläger hat lediglich mitgeteilt, das Lager sei seit dem Frühjahr "
    "leer gestanden. Einen Nachsendeauftrag hat er nicht erteilt, obwohl ihm dies ohne Weiteres möglich gewesen "
    "wäre. Die Kostenentscheidung folgt aus § 154 Abs. 1 VwGO, die Entscheidung über die vorläufige "
    "Vollstreckbarkeit beruht auf § 167 VwGO in Verbindung mit den §§ 708 und 711 ZPO.\n"
)


@dataclass(frozen=True, slots=True)
class Peer:
    """Something else that reads text. ``most`` is how many code points of each text it is given: slow ones get less."""

    name: str
    run: Callable[[str], object]
    most: int | None = None
    at_most: int | None = None
    """Code points altogether."""
    own_text: str | None = None
    """A paragraph in the peer's own language, repeated to the length of the texts."""

    def share(self, texts: Sequence[str]) -> list[str]:
        """What the peer is given of the texts."""
        if self.own_text is not None:
            length = min(sum(map(len, texts)), self.at_most or len(self.own_text))
            return [self.own_text * max(length // len(self.own_text), 1)]
        if self.at_most is None:
            return list(texts)
        share: list[str] = []
        room = self.at_most
        for text in texts:
            if room <= 0:
                break
            share.append(text[: min(self.most or len(text), room)])
            room -= len(share[-1])
        return share


def peers(texts: Sequence[str]) -> Iterator[Peer]:
    """Those that are installed, the quickest first."""
    yield Peer("bare scan for document numbers", _BARE_NUMBER.findall)
    yield Peer("unicodedata NFC", lambda text: unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)))
    yield Peer("pydantic: the records from plain values", _validation(texts))
    if importlib.util.find_spec("refex"):
        from refex.orchestrator import CitationExtractor

        yield Peer("refex (German)", CitationExtractor().extract, at_most=200_000, own_text=_GERMAN)
    if importlib.util.find_spec("eyecite"):
        yield Peer("eyecite (English)", _quietly(_eyecite()), at_most=100_000, own_text=_ENGLISH)
    from underthesea import ner, sent_tokenize, word_tokenize

    yield Peer("underthesea.sent_tokenize", sent_tokenize, at_most=2_000_000)
    yield Peer("underthesea.word_tokenize", word_tokenize, at_most=200_000)
    yield Peer("underthesea.ner", ner, most=5_000, at_most=20_000)
    if importlib.util.find_spec("dateparser"):
        from dateparser.search import search_dates

        yield Peer("dateparser.search_dates", lambda text: search_dates(text, languages=["vi"]), 5_000, 15_000)


def _validation(texts: Sequence[str]) -> Callable[[str], object]:
    plain = {text: extractor.extract(text).model_dump() for text in texts}
    return lambda text: Directive.model_validate(plain[text])


def _eyecite() -> Callable[[str], object]:
    from eyecite import get_citations

    find: Callable[[str], object] = get_citations
    return find


def _quietly(run: Callable[[str], object]) -> Callable[[str], object]:
    """The peer writes remarks while it works."""

    def quiet(text: str) -> object:
        logging.disable(logging.CRITICAL)
        try:
            with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                return run(text)
        finally:
            logging.disable(logging.NOTSET)

    return quiet
