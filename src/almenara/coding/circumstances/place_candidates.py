"""Which named places may be where an event was: the document's places with all their mentions, seen from one event."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from almenara.coding.circumstances.back_reference import kind_of
from almenara.coding.circumstances.tellings import Tellings
from almenara.places.evidence import people
from almenara.places.values import Located

DATELINE = re.compile(r"(?:,[^.\n]{0,40})?(?: ?\([^)\n]{0,30}\))? ?(?:[.:]? ?[-–—]+|\.—|\n)|, \d{1,2} \w{3,10}\.? ?\(")
OPENING = 3  # sentences in which a dateline may stand


class Occurrence(Struct, frozen=True, gc=False):
    """One mention of a place: its number among the located ones, sentence and governing token."""

    located: int
    sentence: int
    token: int


class Site(Struct, gc=False):
    """A place of the document with its mentions in order."""

    occurrences: list[Occurrence]
    dateline: bool = False


class Sites:
    """The places of a document, each once, with what tells the main ones from those named in passing."""

    def __init__(self, tellings: Tellings, located: Sequence[Located]) -> None:
        self.tellings = tellings
        self.located = located
        self.all: list[Site] = []
        self.by_sentence: dict[int, list[tuple[Site, Occurrence]]] = {}
        self.kept: list[list[Site]] = [[] for _ in tellings.of]  # of each draft, among those that its sentences name
        self._neighbours: dict[int, list[int]] = {}
        self._peoples: dict[int, frozenset[str]] = {}
        known: dict[str, Site] = {}
        for number, found in enumerate(located):
            sentence, token = tellings.sentence_at(found.start), tellings.head_at(found.start, found.end)
            if sentence is None or token is None:
                continue
            site = known.get(_key(found)) or known.setdefault(_key(found), Site([]))
            occurrence = Occurrence(number, sentence, token)
            site.occurrences.append(occurrence)
            site.dateline = site.dateline or self.is_dateline(occurrence)
            self.by_sentence.setdefault(sentence, []).append((site, occurrence))
        self.all = list(known.values())

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Rank of each site (by id()) among the document's by number of mentions, parts of chains not counted."""
        ordered = sorted(self.all, key=lambda s: (-len(self.free(s)), s.occurrences[0].located))
        return {id(site): rank for rank, site in enumerate(ordered)}

    def first(self, site: Site) -> Located:
        """What the first mention of a site was resolved to."""
        return self.located[site.occurrences[0].located]

    def last_of_kind(self, kind: str, lead: int) -> Site | None:
        """The site of a kind that was named last before a sentence."""
        named = [(o.sentence, o.located, s) for s in self.all if kind_of(self.first(s).kind) == kind for o in s.occurrences]
        before = [found for found in named if found[0] < lead]
        return max(before, key=lambda found: found[:2])[2] if before else None

    @staticmethod
    def holds(outer: Located, inner: Located) -> bool:
        """Whether a country or first-order unit contains another place."""
        if outer.kind == "country":
            return inner.kind != "country" and inner.country == outer.country
        same = inner.country == outer.country and inner.admin1 is not None
        return outer.kind == "admin1" and inner.kind not in ("country", "admin1") and same and inner.admin1 == outer.admin1

    def free(self, site: Site) -> list[Occurrence]:
        """The mentions of a site that are no part of another's chain."""
        return [o for o in site.occurrences if self.located[o.located].part_of is None]

    def is_dateline(self, occurrence: Occurrence) -> bool:
        """Whether a mention opens a paragraph as newspapers say where a story was filed."""
        sentence = self.tellings.parsed.sentences[occurrence.sentence]
        found = self.located[occurrence.located]
        if sentence.index >= OPENING or found.start > sentence.start + 3:
            return False
        return DATELINE.match(self.tellings.parsed.text, found.end) is not None

    def told(self, number: int) -> list[tuple[Site, list[Occurrence]]]:
        """The sites that the sentences of draft `number` name, with their mentions there."""
        out: dict[int, tuple[Site, list[Occurrence]]] = {}
        for sentence in self.tellings.of[number]:
            for site, occurrence in self.by_sentence.get(sentence, ()):
                out.setdefault(id(site), (site, []))[1].append(occurrence)
        return list(out.values())

    def around(self, number: int) -> list[tuple[Site, Occurrence]]:
        """The sites that draft `number` may inherit, each with the mention it would be inherited from."""
        lead = next(iter(self.tellings.of[number]))
        own = set(self.tellings.of[number])
        out: dict[int, tuple[Site, Occurrence]] = {}
        for site, occurrence in self._near(lead, own):
            out.setdefault(id(site), (site, occurrence))
        kept = (site for n in self.neighbours(number) for site in self.kept[n])
        theirs = (site for site in self.all if self._is_country_of(site, self.peoples(number)))
        for site in (*kept, *theirs):
            if not any(o.sentence in own for o in site.occurrences):
                out.setdefault(id(site), (site, site.occurrences[0]))
        return list(out.values())

    def _is_country_of(self, site: Site, peoples: frozenset[str]) -> bool:
        found = self.first(site)
        return found.kind == "country" and found.country in peoples

    def peoples(self, number: int) -> frozenset[str]:
        """The countries whose people the sentences of a draft name."""
        if number not in self._peoples:
            sentences = (self.tellings.parsed.sentences[s] for s in self.tellings.of[number])
            text = " ".join(self.tellings.parsed.text[s.start : s.end] for s in sentences)
            self._peoples[number] = frozenset(people(text))
        return self._peoples[number]

    def settle(self, kept: Sequence[Sequence[Occurrence]]) -> None:
        """Note the places that each draft keeps of those that its sentences name."""
        owner = {o.located: site for site in self.all for o in site.occurrences}
        self.kept = [[owner[o.located] for o in mentions] for mentions in kept]
        self._neighbours = {}

    def neighbours(self, number: int) -> list[int]:
        """The nearest drafts before and behind one, in the order of the text, that keep a place of their own."""
        if number not in self._neighbours:
            self._neighbours[number] = self._beside(number)
        return self._neighbours[number]

    def _beside(self, number: int) -> list[int]:
        at = self.leads.index(number)
        before = next((n for n in reversed(self.leads[:at]) if self.kept[n]), None)
        behind = next((n for n in self.leads[at + 1 :] if self.kept[n]), None)
        return [n for n in (before, behind) if n is not None]

    @cached_property
    def leads(self) -> list[int]:
        """The drafts in the order of their first sentences."""
        return sorted(range(len(self.tellings.of)), key=lambda n: next(iter(self.tellings.of[n])))

    def _near(self, lead: int, own: set[int]) -> Iterator[tuple[Site, Occurrence]]:
        for sentence in (*range(lead - 1, max(lead - BACK, 0) - 1, -1), lead + 1):
            if sentence not in own:
                yield from self.by_sentence.get(sentence, ())
        for site in self.all:
            if site.dateline or site.occurrences[0].sentence == 0 or self.ranks[id(site)] < MAIN:
                before = [o for o in site.occurrences if o.sentence < lead]
                yield site, (before[-1] if before else site.occurrences[0])


BACK = 4  # sentences before the telling in which a named place counts as near
MAIN = 2  # so many of the most named places may be inherited from anywhere


def _key(found: Located) -> str:
    return found.gazetteer_id or found.name.casefold()
