"""The road from drafts to candidates with features, the same when the model is trained and when it is used."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.roles.candidates import Candidate, gather
from almenara.coding.roles.context import Neighbours, neighbours
from almenara.coding.roles.features import Scene
from almenara.coding.roles.naming import name_of
from almenara.coding.roles.signs import Array, signs
from almenara.language import Parsed

__all__ = ["Scenes", "View", "name_of"]


class View(Struct, frozen=True):
    """One event as the model sees it: its candidates, the features of each, how they hang together, what the reader says."""

    draft: EventDraft
    candidates: list[Candidate]
    features: list[set[str]]
    near: Neighbours
    signs: Array | None


class Scenes:
    """The events of one document as the model sees them; what sentences hold is looked up once."""

    def __init__(self, parsed: Parsed, entities: Entities, triggers: Mapping[str, float]) -> None:
        self.parsed = parsed
        self.entities = entities
        self.triggers = triggers
        self._heads: dict[int, list[int]] = {}

    def views(self, drafts: Sequence[EventDraft]) -> list[View]:
        """The events of a document, each seen beside the others."""
        scenes = [Scene(self.parsed, draft, self.entities, self.triggers) for draft in drafts]
        for scene in scenes:
            scene.meet(scenes)
        return [self._view(draft, scene) for draft, scene in zip(drafts, scenes, strict=True)]

    def _view(self, draft: EventDraft, scene: Scene) -> View:
        found = gather(self.parsed, draft, self.entities, self._heads)
        features = [scene.features(c) for c in found]
        return View(draft, found, features, neighbours(self.parsed, found), signs(self.parsed, self.entities, found))
