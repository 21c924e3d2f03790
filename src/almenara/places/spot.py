"""Where a text may name a place: the parser's names, taken apart, and capitalised words that it missed."""

import re
from collections.abc import Callable, Iterator, Sequence

from almenara.places.countries import country_of_name, is_demonym
from almenara.places.cues import WINDOW, Cues, cues
from almenara.places.fold import fold
from almenara.places.titles import long_titles
from almenara.places.values import Kind, Spot

Named = tuple[int, int, str]  # start, end, label
Known = Callable[[str], bool]

_WORD = r"[A-ZÁÉÍÓÚÑÇÂÊÔÃÕÜ][\w'’]*(?:\.(?=[A-Z]))?(?:[-–][\w'’]+)*"
_RUN = re.compile(rf"{_WORD}(?: (?:(?:de|del|la|las|los|el|of|the|do|da|dos|y) ){{0,2}}{_WORD})*")
_HEAD = re.compile(r"^(?:[^\WA-ZÁÉÍÓÚÑÇ][\w'’]*\W+)+(?=[A-ZÁÉÍÓÚÑÇ])")
_JOINT = re.compile(r"\s*(?:[-–/,;]|\by\b|\be\b|\band\b|\()\s*\)?")
_POSSESSIVE = re.compile(r"['’]s?\b.*$")


class Spotter:
    """One text being searched; `taken` marks characters that belong to a spot or to somebody else's name."""

    def __init__(self, text: str, language: str, known: Known) -> None:
        self.text = text
        self.cues: Cues = cues(language)
        self.known = known
        self.taken = bytearray(len(text))
        self.found: list[Spot] = []

    def titles(self) -> None:
        """Long names of regions, which parsers cut in pieces."""
        for start, end in long_titles(self.text):
            self.add(start, end, "LOC")

    def names(self, names: Sequence[Named]) -> None:
        """The parser's names: places taken apart, others where their whole is a known name."""
        for start, end, label in names:
            if label == "LOC":
                self.place(start, end)
        for start, end, label in names:
            if label != "LOC" and self.is_free(start, end):
                self.other(start, end, label)

    def place(self, start: int, end: int) -> None:
        """One LOC name: itself, what is left of it without nouns around, its parts, or a spot of its own."""
        if not self.is_free(start, end):
            return
        start, end = self.trim(start, end)
        inner = self.core(start, end)
        if inner:
            self.add(*inner, "LOC")
        elif parts := self.parts(start, end):
            for part in parts:
                self.add(*part, "LOC")
        elif body := self.inside(start, end):
            self.add(*body, "LOC")
        else:
            self.unknown(start, end)

    def other(self, start: int, end: int, label: str) -> None:
        """A name that the parser gives to a person, a body or nobody: a place where its whole is one, or its tail after "in"."""
        inner = self.core(start, end)
        if inner and not is_demonym(self.text[slice(*inner)]):
            self.add(*inner, label)
        elif label in ("ORG", "MISC") and (tail := self.tail(start, end)):
            self.add(*tail, label)
        if label in ("PER", "ORG"):
            self.taken[start:end] = b"\1" * (end - start)

    def runs(self) -> None:
        """Capitalised words that belong to no name, where a cue or a country's name speaks for a place."""
        for match in _RUN.finditer(self.text):
            if self.is_free(*match.span()):
                self.run(*match.span())

    def run(self, start: int, end: int) -> None:
        """The longest known name at the start of a run; a first word such as "En" is a cue, not a name."""
        first = self.text[start:end].split(" ", 1)
        if len(first) == 2 and self.cues.locative.search(f" {first[0]} "):
            start += len(first[0]) + 1
        core = self.core(start, end) or self.prefix(start, end)
        if core:
            spot = self.spot(*core, "")
            if spot.locative or spot.kinds or country_of_name(spot.text) or self.weak(core[0]):
                self.keep(spot)

    def facilities(self) -> None:
        """Named spots behind a noun: "barrio El Jordán", "vereda La Paz"."""
        for match in self.cues.facility.finditer(self.text):
            run = _RUN.match(self.text, match.end())
            if run and self.is_free(match.start(), run.end()):
                self.keep(Spot(start=match.start(), end=run.end(), text=self.text[match.start() : run.end()], facility=True))

    def core(self, start: int, end: int) -> tuple[int, int] | None:
        """The known name in a stretch: whole, without lower-case words before, without a noun before or behind, without "'s"."""
        for a, b in self.shorter(start, end):
            if b - a > 1 and self.known(self.text[a:b]):
                return a, b
        return None

    def shorter(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch and what is left of it, longest first."""
        piece = self.text[start:end]
        yield start, end
        if head := _HEAD.match(piece):
            start += head.end()
            yield start, end
            piece = self.text[start:end]
        if possessive := _POSSESSIVE.search(piece):
            end = start + possessive.start()
            yield start, end
            piece = self.text[start:end]
        for blank in re.finditer(" ", piece):
            if self.cues.before.fullmatch(piece[: blank.end()]):
                yield start + blank.end(), end
            elif self.cues.after.fullmatch(piece[blank.start() :]):
                yield start, start + blank.start()

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The known names of "Zacatecas-Guadalupe", "Cali y Palmira"; empty unless all are known."""
        found, at = [], start
        for joint in [*_JOINT.finditer(self.text, start, end), None]:
            stop = joint.start() if joint else end
            core = self.core(at, stop) if stop > at else None
            if core:
                found.append(core)
            elif stop > at:
                return []
            at = joint.end() if joint else end
        return found if len(found) > 1 else []

    def inside(self, start: int, end: int) -> tuple[int, int] | None:
        """A known name at the end of a longer one behind "de", "in" ..., or at its start before "'s"."""
        piece = self.text[start:end]
        for match in re.finditer(r"(?:^| )(?:de|del|en|of|in) (?=[A-ZÁÉÍÓÚÑ])", piece):
            if self.known(piece[match.end() :]) and fold(piece.split()[0]) not in self.cues.bodies:
                return start + match.end(), end
        return None

    def tail(self, start: int, end: int) -> tuple[int, int] | None:
        """The known name behind "en" or "in" inside a body's name: "Policía Nacional en Tumaco"."""
        piece = self.text[start:end]
        for match in re.finditer(r" (?:en|in) (?:el |la |the )?(?=[A-ZÁÉÍÓÚÑ])", piece):
            if self.known(piece[match.end() :]):
                return start + match.end(), end
        return None

    def prefix(self, start: int, end: int) -> tuple[int, int] | None:
        """The longest known name that begins a run."""
        stops = [m.start() for m in re.finditer(" ", self.text[start:end])]
        return next(((start, start + stop) for stop in reversed(stops) if self.known(self.text[start : start + stop])), None)

    def unknown(self, start: int, end: int) -> None:
        """A place that the gazetteer does not hold: kept as a spot of its own where its words or a cue say so."""
        piece = self.text[start:end]
        facility = bool(self.cues.facility.match(piece) or self.cues.facility_after.match(piece))
        spot = self.spot(start, end, "LOC")
        if (facility or spot.locative or spot.kinds) and fold(piece.split()[0]) not in self.cues.bodies and not is_demonym(piece):
            self.keep(Spot(start=start, end=end, text=piece, label="LOC", locative=spot.locative, near=spot.near, facility=True))

    def add(self, start: int, end: int, label: str) -> None:
        """A spot with what stands around it."""
        self.keep(self.spot(start, end, label))

    def spot(self, start: int, end: int, label: str) -> Spot:
        """The stretch with its cues."""
        before, cue = self.text[max(0, start - WINDOW) : start], self.cues
        behind = cue.after.match(self.text, end)
        ahead = cue.before.search(before)
        noun = ahead or behind
        kinds: frozenset[Kind] = cue.kinds[noun.lastgroup] if noun and noun.lastgroup else frozenset()
        near = bool(cue.near.search(before))
        locative = near or bool(cue.locative.search(before)) or (ahead is not None and bool(kinds))
        return Spot(start=start, end=end, text=self.text[start:end], label=label, kinds=kinds, locative=locative, near=near)

    def keep(self, spot: Spot) -> None:
        """Take the characters for the spot."""
        if self.is_free(spot.start, spot.end):
            self.found.append(spot)
            self.taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nobody has any of the characters."""
        return self.taken.find(1, start, end) < 0

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without blanks and punctuation at its ends."""
        piece = self.text[start:end]
        return start + len(piece) - len(piece.lstrip(" \n\t\"'“”«»(),.")), end - (
            len(piece) - len(piece.rstrip(" \n\t\"'“”«»(,."))
        )

    def weak(self, start: int) -> bool:
        """Whether a lower-case noun and "de" or "of" stand before."""
        return bool(_WEAK.search(self.text, max(0, start - WINDOW), start))


_WEAK = re.compile(r"\b[a-záéíóúñ]{4,} (?:de|of) $")


def spots(text: str, language: str, names: Sequence[Named], known: Known) -> list[Spot]:
    """The spots of a text in order, none overlapping another. `known` says whether the gazetteer holds a name."""
    spotter = Spotter(text, language, known)
    spotter.titles()
    spotter.names(names)
    spotter.facilities()
    spotter.runs()
    return sorted(spotter.found, key=lambda spot: spot.start)
