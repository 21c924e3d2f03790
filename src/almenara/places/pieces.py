"""A stretch of text taken apart: the name of a place in it, its neighbours, its list."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from almenara.places.aliases import aliases
from almenara.places.countries import country_of_name
from almenara.places.cues import WINDOW, Before, Cues
from almenara.places.fold import fold

Known = Callable[[str], bool]
Stretch = tuple[int, int]

_CAPITAL = "[A-ZÁÉÍÓÚÑÇÂÊÔÃÕÜ]"
_WORD = rf"{_CAPITAL}\w*(?:['’](?!s\b)\w+)*(?:\.(?=[A-Z]))?(?:[-–][\w'’]+)*"
RUN = re.compile(rf"{_WORD}(?: (?:(?:de|del|la|las|los|el|of|the|do|da|dos|y) ){{0,2}}{_WORD})*")
_HEAD = re.compile(rf"^(?:[^\WA-ZÁÉÍÓÚÑÇ][\w'’]*\W+)+(?={_CAPITAL})")
_JOINT = re.compile(r"\s*(?:[-–/,;(]|\by\b|\be\b|\bo\b|\band\b|\bor\b)\s*\)?")
_POSSESSIVE = re.compile(r"['’](?:s\b)?.*$")
_OWN = re.compile(r"['’]s?$")
_LAST = re.compile(rf"(?:^| )(?:de|del|en|of|in) (?={_CAPITAL})")
_WHERE = re.compile(rf" (?:en|in) (?:el |la |the )?(?={_CAPITAL})")
_ARTICLE = re.compile(r"(?:^|[\W_])((?:El|La|Los|Las) )\Z")
_MORE = re.compile(r", (?:(?:\w\.){2,}|\w+)")
_EDGES = " \n\t\"'“”«»(),."


class Pieces:
    """Takes stretches of one text apart; `known` says whether the gazetteer holds a name."""

    def __init__(self, text: str, cues: Cues, known: Known) -> None:
        self.text = text
        self.cues = cues
        self.known = known
        self._before: dict[int, Before] = {}

    def before(self, start: int) -> Before:
        """What stands before a stretch."""
        if start not in self._before:
            self._before[start] = self.cues.before(self.text[max(0, start - WINDOW) : start])
        return self._before[start]

    def core(self, start: int, end: int) -> Stretch | None:
        """The known name: wider than the stretch where the text goes on, else the whole, else without nouns and "'s"."""
        return next(
            ((a, b) for a, b in self._forms(start, end) if b - a > 1 and _is_name(self.text[a:b]) and self.known(self.text[a:b])),
            None,
        )

    def _forms(self, start: int, end: int) -> Iterator[Stretch]:
        if start == end:
            return
        piece = self.text[start:end]
        if own := _OWN.search(piece):
            yield from self._with_article(start, start + own.start())
            yield start, start + own.start()
        yield from self._with_article(start, end)
        yield from self._wider(start, end)
        yield start, end
        if head := _HEAD.match(piece):
            start, piece = start + head.end(), piece[head.end() :]
            yield from self._wider(start, end)
            yield start, end
        if possessive := _POSSESSIVE.search(piece):
            end, piece = start + possessive.start(), piece[: possessive.start()]
            yield start, end
        yield from self._bare(start, end, piece)

    def _wider(self, start: int, end: int) -> Iterator[Stretch]:
        """What goes on: "México" in "ciudad de México", "Foz" in "Foz do Iguaçu", "México, DF"."""
        if (more := _MORE.match(self.text, end)) and fold(self.text[start : more.end()]) in _with_comma():
            yield start, more.end()
        if noun := self.before(start).noun:
            yield start - noun, end
        if self.text[start - 2 : start] == ", " and self.text[start : end + 1] in aliases().abbreviations:
            yield start, end + 1
        run = RUN.match(self.text, start)
        if run and run.end() > end and run.end() - end < 30:
            yield run.span()

    def _with_article(self, start: int, end: int) -> Iterator[Stretch]:
        """With the article before it: "Salvador" in "El Salvador"."""
        if article := _ARTICLE.search(self.text, max(0, start - 5), start):
            yield article.start(1), end

    def _bare(self, start: int, end: int, piece: str) -> Iterator[Stretch]:
        """Without nouns: "Zacatecas" of "Estado de Zacatecas", "Bolivar" of "Bolivar state"."""
        blanks = [match.start() for match in re.finditer(" ", piece)]
        for blank in blanks[1:]:
            if self.cues.before(piece[: blank + 1]).noun == blank + 1:
                yield start + blank + 1, end
        if blanks and (self.cues.after(piece, blanks[-1]) or self.cues.facility_end(piece, blanks[-1])):
            yield start, start + blanks[-1]

    def parts(self, start: int, end: int) -> list[Stretch]:
        """The members of "Hurriyah y Dura", "Chihuahua, Sonora"; of "Zacatecas-Guadalupe" only where both are known."""
        found, at = [], start
        joints = list(_JOINT.finditer(self.text, start, end))
        for stop, following in [*((joint.start(), joint.end()) for joint in joints), (end, end)]:
            core = self.core(at, stop) if stop > at else None
            if core is None and self.text[at : at + 1].isupper() and "-" not in self.text[start:end]:
                core = at, stop
            if core is None:
                return []
            found.append(core)
            at = following
        return found if len(found) > 1 and any(self.known(self.text[a:b]) for a, b in found) else []

    def last(self, start: int, end: int) -> Stretch | None:
        """The known name behind the last "de", "of", "in" of a longer one that is no body's."""
        if fold(self.text[start:end].split()[0]) in self.cues.bodies:
            return None
        return self._behind(_LAST, start, end)

    def where(self, start: int, end: int) -> Stretch | None:
        """The known name behind "en" or "in" in a body's name: "Policía Nacional en Tumaco"."""
        return self._behind(_WHERE, start, end)

    def state(self, start: int, end: int) -> Stretch | None:
        """The country behind the name of one of its bodies: "Gobierno de Venezuela"."""
        if fold(self.text[start:end].partition(" ")[0]) not in self.cues.states:
            return None
        starts = [match.end() for match in _LAST.finditer(self.text, start, end)]
        return next(((at, end) for at in starts if country_of_name(self.text[at:end])), None)

    def _behind(self, link: re.Pattern[str], start: int, end: int) -> Stretch | None:
        starts = [match.end() for match in link.finditer(self.text, start, end)]
        return next(((at, end) for at in starts if self.known(self.text[at:end])), None)

    def trimmed(self, start: int, end: int) -> Stretch:
        """The stretch without blanks and punctuation at its ends; a final stop stays ("D.C.")."""
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip(_EDGES)), end - len(piece) + len(piece.rstrip(_EDGES[:-1]))


def _is_name(piece: str) -> bool:
    """Whether a capital stands in it: "siria" in small letters is a demonym."""
    return not piece.islower()


@cache
def _with_comma() -> frozenset[str]:
    """Names that hold a comma: "México, D.F."."""
    return frozenset(fold(name) for names in aliases().names.values() for name in names if ", " in name)
