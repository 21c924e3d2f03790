"""Who took part in an event, in which role."""

from collections.abc import Sequence
from functools import lru_cache

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.entities.lexicon import fold
from almenara.coding.roles import sound
from almenara.coding.roles.candidates import Candidate
from almenara.coding.roles.learn import Scenes, View, name_of
from almenara.coding.roles.model import ROLES, Model
from almenara.language import Parsed
from almenara.model import Claim, Participant, Role

BY = "model:roles.1"
SMALL = frozenset("the a an of in on at to and for with by el la los las un una de del en al y por con que su sus".split())


def participants(
    parsed: Parsed, draft: EventDraft, entities: Entities, claims: Sequence[Claim] = (), *, threshold: float | None = None
) -> list[Participant]:
    """The participants of one event by itself, surest first; `threshold` is the least probability to keep one."""
    return cast(parsed, (draft,), entities, claims, threshold=threshold)[0]


def cast(
    parsed: Parsed,
    drafts: Sequence[EventDraft],
    entities: Entities,
    claims: Sequence[Claim] = (),
    *,
    threshold: float | None = None,
) -> list[list[Participant]]:
    """The participants of each event of a document, surest first, the events seen beside each other.

    `threshold` is the least probability to keep one. Who only says what happened, in one of the `claims`, took no part.
    """
    model = Model.shipped()
    limit = model.threshold if threshold is None else threshold
    scenes = _scenes(parsed, entities)
    return [decode(scenes, view, model, threshold=limit, claims=claims) for view in scenes.views(drafts)]


@lru_cache(maxsize=1)  # issuers of measures are asked for event by event
def _scenes(parsed: Parsed, entities: Entities) -> Scenes:
    return Scenes(parsed, entities, Model.shipped().triggers)


def decode(scenes: Scenes, view: View, model: Model, *, threshold: float, claims: Sequence[Claim] = ()) -> list[Participant]:
    """The candidates of an event that the model takes for participants, each in its likeliest role."""
    found = []
    chances = model.probabilities(view.features, view.near, view.signs)
    for candidate, row in zip(view.candidates, chances, strict=True):
        best = int(row[:-1].argmax())
        if row[best] < threshold or sound.only_tells(scenes.parsed, view.draft, candidate, ROLES[best], claims):
            continue
        role = sound.role_for(scenes.parsed, candidate, ROLES[best])
        made = _participant(scenes, candidate, role, float(row[best]))
        if sound.names_something(candidate, made.name):
            found.append(made)
    bodies_first = sorted(found, key=lambda p: (_is_place(scenes.entities, p), -p.confidence))
    return sorted(without_repeats(bodies_first), key=lambda p: -p.confidence)


def _is_place(entities: Entities, participant: Participant) -> bool:
    """Whether a participant is only a place: a body of its name says more ("Peru", "Peru's government")."""
    entity = entities.get(participant.entity) if participant.entity else None
    return entity is not None and entity.kind == "place"


def _participant(scenes: Scenes, candidate: Candidate, role: Role, probability: float) -> Participant:
    name, spans = name_of(scenes.parsed, scenes.entities, candidate)
    entity = candidate.entity
    return Participant(
        role=role, name=name, entity=entity.id if entity else None, evidence=spans, by=BY, confidence=round(probability, 3)
    )


def without_repeats(found: list[Participant]) -> list[Participant]:
    """Each participant once: of two in one role whose words contain the other's ("agents of the DEA", "DEA") the surer stays."""
    kept: list[tuple[Role, set[str], Participant]] = []
    for participant in found:
        words = {w.removesuffix("'s").removesuffix("’s") for w in fold(participant.name).split() if w not in SMALL}
        if not any(role == participant.role and (words <= other or other <= words) for role, other, _ in kept):
            kept.append((participant.role, words, participant))
    return [p for _, _, p in kept]
