"""An event as the page points to it."""

from msgspec import Struct

from almenara.model import Event


class EventRef(Struct, frozen=True, eq=False):
    """`key` names it across the page; `anchor` is the id of its card; `document` the number of its document."""

    key: str
    anchor: str
    document: int
    event: Event
    category: str

    @property
    def countries(self) -> tuple[str, ...]:
        """Codes of the countries of its places, each once."""
        return tuple(dict.fromkeys(place.country for place in self.event.places if place.country))

    @property
    def measured(self) -> tuple[str, str]:
        """Sorts measures by instrument, then by the start of their term."""
        measure = self.event.measure
        return (measure.instrument, measure.start or "~") if measure else ("~", "~")

    @property
    def order(self) -> tuple[str, str]:
        """Sorts by date, the undated last."""
        date = self.event.date
        return ((date.start or date.end or "") if date else "") or "~", self.key
