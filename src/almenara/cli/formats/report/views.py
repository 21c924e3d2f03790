"""A coding as the page shows it: marks numbered, anchors given, participants by role."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from almenara.cli.formats.report.marks import Block, Mark, blocks, marks_of
from almenara.cli.formats.report.refs import EventRef
from almenara.cli.formats.safe import line
from almenara.cli.formats.vocabulary import category
from almenara.model import Claim, Coding, Event, Participant

ROLES = ("perpetrator", "counterpart", "victim", "target", "authority", "subject", "object", "instrument")


class DocumentView(Struct, frozen=True):
    """One document: `number` counts from 1; `refs` stand in the order of the coding's events."""

    number: int
    coding: Coding
    marks: dict[str, Mark]
    refs: tuple[EventRef, ...]

    @property
    def name(self) -> str:
        """The title, else what the giver called it; empty where it has neither."""
        document = self.coding.document
        return next((line(text) for text in (document.title, document.source_id, document.url) if text and line(text)), "")

    def blocks(self) -> Iterator[Block]:
        """The text with its marks."""
        document = self.coding.document
        return blocks(document.text, document.sections, self.marks.values())

    def mark(self, path: str) -> Mark:
        """The mark of a value by its path in the record."""
        return self.marks[path]

    def acts(self) -> list[tuple[str, str, int]]:
        """Acts with category and how many events, the most frequent first."""
        found: dict[tuple[str, str], int] = {}
        for ref in self.refs:
            key = (ref.event.act, ref.category)
            found[key] = found.get(key, 0) + 1
        return sorted(((act, kind, n) for (act, kind), n in found.items()), key=lambda row: -row[2])

    def roles(self, event: Event) -> list[tuple[str, list[tuple[int, Participant]]]]:
        """Participants under their role, each with its index for the path of its mark."""
        numbered = list(enumerate(event.participants))
        grouped = ((role, [pair for pair in numbered if pair[1].role == role]) for role in ROLES)
        return [(role, pairs) for role, pairs in grouped if pairs]

    def entity(self, key: str | None) -> str | None:
        """The name of an entity; its id where the coding does not list it."""
        return next((entity.name for entity in self.coding.entities if entity.id == key), key)

    def claim(self, key: str | None) -> Claim | None:
        """The claim of that id."""
        return next((claim for claim in self.coding.claims if claim.id == key), None)


def view(number: int, coding: Coding) -> DocumentView:
    """The document under its number."""
    marks = marks_of(coding)
    refs = tuple(
        EventRef(f"{number}.{index}", f"d{number}r{marks[event.id].number}", number, event, category(event.act))
        for index, event in enumerate(coding.events)
    )
    return DocumentView(number, coding, marks, refs)


class Facet(Struct, frozen=True):
    """A filter: its name, the family of its labels, and its values with how many events each has."""

    name: str
    family: str
    values: tuple[tuple[str, int], ...]


def facets(refs: Sequence[EventRef]) -> tuple[Facet, ...]:
    """The filters of a page, each with only the values that occur."""
    return (
        Facet("act", "act", _tally([ref.event.act] for ref in refs)),
        Facet("reality", "reality", _tally([ref.event.reality] for ref in refs)),
        Facet("country", "country", _tally(ref.countries for ref in refs)),
    )


def _tally(values: Iterable[Iterable[str]]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for several in values:
        for value in several:
            found[value] = found.get(value, 0) + 1
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))
