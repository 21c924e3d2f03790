"""Who took part in an event, in which role."""

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.roles.learn import Scenes, name_of
from almenara.coding.roles.model import ROLES, Model
from almenara.language import Parsed
from almenara.model import Participant

BY = "model:roles.1"


def participants(parsed: Parsed, draft: EventDraft, entities: Entities, *, threshold: float | None = None) -> list[Participant]:
    """The participants of an event, surest first; `threshold` is the least probability to keep one."""
    model = Model.shipped()
    scenes = Scenes(parsed, entities, model.triggers)
    return decode(scenes, draft, model, threshold=model.threshold if threshold is None else threshold)


def decode(scenes: Scenes, draft: EventDraft, model: Model, *, threshold: float) -> list[Participant]:
    """The candidates of an event that the model takes for participants, each in its likeliest role."""
    found = []
    for candidate, features in scenes.of(draft):
        probabilities = model.probabilities(features)
        best = int(probabilities[:-1].argmax())
        if probabilities[best] < threshold:
            continue
        name, span = name_of(scenes.parsed, scenes.entities, candidate)
        entity = next((e for o in candidate.occurrences if (e := scenes.entities.at(o.token))), None)
        found.append(
            Participant(
                role=ROLES[best],
                name=name,
                entity=entity.id if entity else None,
                evidence=(span,),
                by=BY,
                confidence=round(float(probabilities[best]), 3),
            )
        )
    return sorted(found, key=lambda p: -p.confidence)
