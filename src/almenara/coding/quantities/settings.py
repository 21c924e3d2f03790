"""Where a figure holds: the places of its sentence, or the one that "the area" or "el país" stands for."""

import re
from collections.abc import Sequence
from typing import Protocol

from almenara.language import Parsed, Sentence
from almenara.model import FigurePlace
from almenara.times.fold import fold

CAPITALS = r"[A-ZÁÉÍÓÚÑ]\w+(?:(?: de| del| la)* [A-ZÁÉÍÓÚÑ]\w+)*"
IN_PLACE = re.compile(
    rf"\b(?:in|en)(?: the| el| la)? (?P<name>{CAPITALS})"
    rf"|\bthe (?P<region>{CAPITALS}) (?:region|area|valley|department|state|province)"
)
THERE = re.compile(
    r"\b(?:the|this|that|la|el|esta|este|esa|ese|dicha|dicho) (?:area|region|country|state|province|department|municipality|city"
    r"|town|district|zone|pais|estado|provincia|departamento|municipio|ciudad|distrito|zona|entidad)\b"
)
MOST = 3
LOOK_BACK = 2  # sentences


class Located(Protocol):
    """A place found in the text, as almenara.places hands it out."""

    @property
    def start(self) -> int:
        """First character."""

    @property
    def end(self) -> int:
        """After the last character."""

    @property
    def name(self) -> str:
        """The name as written or as the gazetteer has it."""

    @property
    def country(self) -> str | None:
        """ISO 3166-1 alpha-2."""

    @property
    def gazetteer_id(self) -> str | None:
        """Where it stands in the gazetteer."""


class Scene:
    """The places of a document by sentence: located ones where they are given, else the names as the parser sees them."""

    def __init__(self, parsed: Parsed, located: Sequence[Located] = ()) -> None:
        self.parsed = parsed
        self.located = sorted(located, key=lambda place: place.start)

    def places(self, sentence: Sentence) -> tuple[FigurePlace, ...]:
        """The places of a sentence; where it names none but says "the area", the last place named shortly before."""
        named = self._named(sentence)
        if not named and THERE.search(fold(self.parsed.text[sentence.start : sentence.end])):
            for back in range(sentence.index - 1, max(-1, sentence.index - 1 - LOOK_BACK), -1):
                if before := self._named(self.parsed.sentences[back]):
                    return (before[-1],)
        return tuple(dict.fromkeys(named))[:MOST]

    def _named(self, sentence: Sentence) -> list[FigurePlace]:
        if self.located:
            inside = (p for p in self.located if sentence.start <= p.start < sentence.end)
            return [FigurePlace(name=p.name, country=p.country, gazetteer_id=p.gazetteer_id) for p in inside]
        text, names = self.parsed.text, self.parsed.names_by_sentence[sentence.index]
        spelled = [text[n.start : n.end] for n in names if n.label == "LOC"]
        spelled = spelled or [m["name"] or m["region"] for m in IN_PLACE.finditer(text, sentence.start, sentence.end)]
        return [FigurePlace(name=name) for name in spelled]
