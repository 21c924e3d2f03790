"""Where a text may name a place: the parser's names, taken apart, and capitalised words that it missed."""

import re
from collections.abc import Sequence

from almenara.places.countries import countries, country_of_demonym, country_of_name, is_demonym
from almenara.places.cues import WINDOW, cues
from almenara.places.fold import fold
from almenara.places.pieces import RUN, Known, Pieces
from almenara.places.regions import region_of_name
from almenara.places.titles import long_titles
from almenara.places.values import Kind, Spot

Named = tuple[int, int, str]  # start, end, label
LISTED = re.compile(r"(?:,|;| and| y| e| or| o|/|-|–) ?$")
LIST_GOES_ON = re.compile(r",? (?:and|y|e|or|o) |, |-|–|/")
ARTICLES = frozenset(("The", "El", "La", "Los", "Las"))  # at the head of a sentence; "El Salvador" is known as a whole
HEADLINE = 200  # characters of a first line that is a headline
_DATELINE = re.compile(r",? ?(?:[A-ZÁÉÍÓÚ]\w+\.?)? ?(?:\([A-Z]\w+\)|—|–|\.? ?-|\.[—–])|, \d{1,2} \w{3,10}\.? ?\(")
_STOP = re.compile(r"(?:, [A-ZÁÉÍÓÚ]\w+)?\. (?=[A-ZÁÉÍÓÚ])")
_WEAK = re.compile(r"\b[a-záéíóúñ]{4,} (?:de|of|like|como) $")
_TERRITORY = {
    "es": re.compile(r"\b(?:territorios?|suelo) (?P<people>[^\W\d_]{4,})"),
    "en": re.compile(r"\b(?P<people>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)?) (?:territory|soil)\b"),
}
_OPEN_SEA = re.compile(r"\b(?:alta mar|aguas internacionales|high seas|open sea|international waters)\b")
_WATER: frozenset[Kind] = frozenset(("water",))
_COUNTRY: frozenset[Kind] = frozenset(("country",))
_TITLE_WORD = re.compile(r"[A-ZÁÉÍÓÚÑ][\w']*(?: (?:de |del |la )?[A-ZÁÉÍÓÚÑ][\w']*)?")


class Spotter:
    """One text being searched; `taken` marks characters that belong to a spot or to somebody else's name."""

    def __init__(self, text: str, language: str, known: Known) -> None:
        self.text = text
        self.language = language
        self.cues = cues(language)
        self.pieces = Pieces(text, self.cues, known)
        self.taken = bytearray(len(text))
        self.found: list[Spot] = []

    def titles(self) -> None:
        """Long names of regions and countries, which parsers cut in pieces."""
        for start, end in long_titles(self.text):
            self.add(start, end, "LOC")

    def names(self, names: Sequence[Named]) -> None:
        """The parser's names: places taken apart, others where their whole is a known name."""
        headline = min(self.text.find("\n") % (len(self.text) + 1), HEADLINE)
        for start, end, label in names:
            if label == "LOC" and self.is_free(start, end):
                self.place(*self.pieces.trimmed(start, end))
        for start, end, label in names:
            if label != "LOC" and self.is_free(start, end):
                self.other(start, end, label, is_title=end <= headline)

    def place(self, start: int, end: int) -> None:
        """One LOC name: itself, what is left of it without nouns around, its parts, or a spot of its own."""
        if start >= end:
            return
        core = self.pieces.core(start, end)
        if core and self.is_natural(*core):
            start, end, core = *core, None
            found = []
        else:
            found = [core] if core else self.pieces.parts(start, end)
        if not found and (last := self.pieces.last(start, end)):
            found = [last]
        for stretch in found:
            self.add(*stretch, "LOC")
        if not found:
            self.unknown(start, end, "LOC")

    def other(self, start: int, end: int, label: str, *, is_title: bool) -> None:
        """A name that the parser gives to a person, a body or nobody: perhaps a place all the same."""
        core = self.pieces.core(start, end)
        found = [core] if core else self.pieces.parts(start, end) if label in ("ORG", "MISC") else []
        if not found and label in ("ORG", "MISC") and (where := self.pieces.where(start, end)):
            found = [where]
        for stretch in found:
            if not is_demonym(self.text[slice(*stretch)]):
                self.add(*stretch, label)
        if not found and self.cues.facility_end(self.text, end):
            self.unknown(start, end, label)
        if not found and label == "ORG" and (state := self.pieces.state(start, end)):
            self.add(*state, label)
        if label in ("PER", "ORG") and not is_title:
            self.taken[start:end] = b"\1" * (end - start)

    def runs(self) -> None:
        """Capitalised words that belong to no name, where a cue, a list or a country's name speaks for a place."""
        for match in RUN.finditer(self.text):
            start, end = match.span()
            first, _, rest = match.group().partition(" ")
            opens = first.lower() in self.cues.locative or (first in ARTICLES and not self.is_titled(first, rest, match))
            if len(first) < end - start and opens:
                start += len(first) + 1
            if self.is_free(start, end):
                self.run(start, end)

    def is_titled(self, article: str, rest: str, run: re.Match[str]) -> bool:
        """Whether an article belongs to a name: "Los Mochis", "El Salvador" in a headline that goes on."""
        return bool(country_of_name(f"{article} {rest.partition(' ')[0]}") or self.pieces.core(*run.span()))

    def run(self, start: int, end: int) -> None:
        """A run as a whole, or the countries of a headline's run."""
        core = self.pieces.core(start, end)
        if core and self.is_natural(*core):
            self.unknown(*core, "")
        elif core:
            spot = self.spot(*core, "")
            wide = country_of_name(spot.text) or region_of_name(spot.text)
            if wide or spot.locative or spot.kinds or self.may_follow(core[0]):
                self.keep(spot)
        elif end <= HEADLINE or "-" in self.text[start:end]:
            for match in _TITLE_WORD.finditer(self.text, start, end):
                if country_of_name(match.group()):
                    self.add(*match.span(), "")
                elif country_of_name(match.group().split()[0]):
                    self.add(match.start(), match.start() + len(match.group().split()[0]), "")

    def territories(self) -> None:
        """A country by its people: "territorio ecuatoriano", "Colombian soil"."""
        for match in _TERRITORY[self.language].finditer(self.text):
            code = country_of_demonym(match["people"])
            if code and self.is_free(*match.span()):
                words, asked = match.group(), countries()[code]
                self.keep(Spot(start=match.start(), end=match.end(), text=words, asked=asked, kinds=_COUNTRY, locative=True))

    def open_sea(self) -> None:
        """Waters of no country: "alta mar", "international waters"."""
        for match in _OPEN_SEA.finditer(self.text):
            if self.is_free(*match.span()):
                self.keep(
                    Spot(start=match.start(), end=match.end(), text=match.group(), kinds=_WATER, facility=True, locative=True)
                )

    def facilities(self, *, linked: bool) -> None:
        """Named spots behind a noun: "vereda La Paz"; with `linked` those behind "de" too ("penal de Los Pinos")."""
        for run in RUN.finditer(self.text):
            start = run.start() - self.noun_before(run.start(), furthest=5 if linked else 3)
            named = start < run.start() or self.is_named(run.group())
            if named and run.group() not in ("La", "El", "Los", "Las") and self.is_free(start, run.end()):
                words = self.text[start : run.end()]
                self.keep(Spot(start=start, end=run.end(), text=words, facility=True, locative=True))

    def is_named(self, run: str) -> bool:
        """Whether a run begins with such a noun and is no known place, nor ends with one: "Río Quito"."""
        words = run.split(" ")
        if len(words) < 2 or words[0].lower() not in self.cues.facilities_before or not words[1][0].isupper():
            return False
        known = self.pieces.known
        return not (known(run) or any(link in run and known(run.rpartition(link)[2]) for link in (" de ", " del ", " of ")))

    def noun_before(self, at: int, *, furthest: int) -> int:
        """How many characters before a run the noun of a named spot begins: "barrio ", "calle de la "; 0 where none does."""
        words = self.text[max(0, at - WINDOW) : at].split(" ")
        for n in range(2, min(furthest, len(words) + 1)):
            if words[-n].lower() in self.cues.facilities_before:
                return sum(map(len, words[-n:])) + n - 1
            if words[-n] not in ("de", "del", "la", "los", "las"):
                return 0
        return 0

    def is_natural(self, start: int, end: int) -> bool:
        """Whether the noun behind a known name says that a river or mine bears it, and no region does with that noun."""
        if not self.cues.is_natural(self.text, end):
            return False
        return not region_of_name(self.text[start : self.cues.facility_end(self.text, end)])

    def unknown(self, start: int, end: int, label: str) -> None:
        """A place that the gazetteer does not hold, with the noun behind it: "Luis Mora prison"."""
        end = self.cues.facility_end(self.text, end) or end
        piece = self.text[start:end]
        words = piece.lower().split()
        if piece.islower() or fold(words[0]) in self.cues.bodies or any(map(is_demonym, words)):
            return
        spot = self.spot(start, end, label)
        named = words[0] in self.cues.facilities_before or words[-1] in self.cues.facilities_after
        sure = spot.locative or named or bool(spot.kinds)
        self.keep(Spot(start=start, end=end, text=piece, label=label, locative=sure, near=spot.near, facility=True))

    def add(self, start: int, end: int, label: str) -> None:
        """A spot with what stands around it."""
        self.keep(self.spot(start, end, label))

    def spot(self, start: int, end: int, label: str) -> Spot:
        """The stretch with its cues."""
        before = self.pieces.before(start)
        kinds = before.kinds or self.cues.after(self.text, end)
        locative = before.locative or self.is_dateline(start, end)
        of_body = fold(before.of) in self.cues.bodies
        words = self.text[start:end]
        return Spot(
            start=start, end=end, text=words, label=label, kinds=kinds, locative=locative, near=before.near, of_body=of_body
        )

    def is_dateline(self, start: int, end: int) -> bool:
        """Whether a line, or what follows a picture, begins with the name and goes on so: "TIBÚ, Colombia (AP) —", "Lima. El"."""
        if self.text[start - 1 : start] in ("", "\n"):
            return bool(_DATELINE.match(self.text, end) or _STOP.match(self.text, end))
        return self.text[start - 1 : start] == ")" and bool(_STOP.match(self.text, end))

    def keep(self, spot: Spot) -> None:
        """Take the characters for the spot."""
        if fold(spot.text) in self.cues.common or self.pieces.before(spot.start).of in self.cues.titles:
            return
        if self.is_free(spot.start, spot.end) and spot.start < spot.end:
            self.found.append(spot)
            self.taken[spot.start : spot.end] = b"\1" * (spot.end - spot.start)

    def is_free(self, start: int, end: int) -> bool:
        """Whether nobody has any of the characters."""
        return self.taken.find(1, start, end) < 0

    def may_follow(self, start: int) -> bool:
        """Whether a list, or a lower-case noun and "de", "of", "like", stand before."""
        before = self.text[max(0, start - WINDOW) : start]
        return bool(_WEAK.search(before) or LISTED.search(before))


def spots(text: str, language: str, names: Sequence[Named], known: Known) -> list[Spot]:
    """The spots of a text in order, none overlapping another. `known` says whether the gazetteer holds a name."""
    spotter = Spotter(text, language, known)
    spotter.titles()
    spotter.territories()
    spotter.open_sea()
    spotter.facilities(linked=False)
    spotter.names(names)
    spotter.facilities(linked=True)
    spotter.runs()
    return sorted(spotter.found, key=lambda spot: spot.start)
