"""The road from a draft to candidates with features, the same when the model is trained and when it is used."""

from collections.abc import Iterator, Mapping

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.roles.candidates import Candidate, gather
from almenara.coding.roles.features import Scene
from almenara.coding.roles.naming import name_of
from almenara.language import Parsed

__all__ = ["Scenes", "name_of"]


class Scenes:
    """The events of one document as the model sees them; what sentences hold is looked up once."""

    def __init__(self, parsed: Parsed, entities: Entities, triggers: Mapping[str, float]) -> None:
        self.parsed = parsed
        self.entities = entities
        self.triggers = triggers
        self._heads: dict[int, list[int]] = {}

    def of(self, draft: EventDraft) -> Iterator[tuple[Candidate, set[str]]]:
        """Each candidate of an event with its features."""
        scene = Scene(self.parsed, draft, self.entities, self.triggers)
        for candidate in gather(self.parsed, draft, self.entities, self._heads):
            yield candidate, scene.features(candidate)
