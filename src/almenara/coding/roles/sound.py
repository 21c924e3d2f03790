"""What cannot be, whatever the model makes of it: a speaker who only tells of the act, a mine that lays itself."""

from collections.abc import Sequence

from almenara.coding.draft import EventDraft
from almenara.coding.entities.lexicon import word_class
from almenara.coding.roles.candidates import Candidate
from almenara.language import Parsed
from almenara.model import Claim, Role

ORDERING = frozenset(("state_force", "government", "person"))  # who says what was done may have had it done
LEAST_LETTERS = 3


def role_for(parsed: Parsed, candidate: Candidate, role: Role) -> Role:
    """The role itself, but a weapon is what an act was done with."""
    head = parsed.tokens[candidate.occurrences[0].token]
    unnamed = candidate.entity is None or candidate.entity.by == "rule:entities.generic"
    return "instrument" if role == "perpetrator" and unnamed and word_class(head, parsed.language) == "weapon" else role


def only_tells(parsed: Parsed, draft: EventDraft, candidate: Candidate, role: Role, claims: Sequence[Claim]) -> bool:
    """Whether a candidate is the one who says what happened and is not named in it."""
    entity = candidate.entity
    if entity is None or draft.lead.trigger is None or (role == "authority" and entity.kind in ORDERING):
        return False
    at = parsed.tokens[draft.lead.trigger[0]].start
    own = [c.content for c in claims if c.speaker.entity == entity.id and c.content.start <= at < c.content.end]
    starts = [parsed.tokens[o.token].start for o in candidate.occurrences]
    return bool(own) and not any(c.start <= start < c.end for c in own for start in starts)


def names_something(candidate: Candidate, name: str) -> bool:
    """Whether a name is more than a letter or two; acronyms of countries and bodies stand in the lists or the gazetteer."""
    letters = sum(c.isalpha() for c in name)
    kind = candidate.entity.kind if candidate.entity else None
    if kind == "place" and name.isupper() and letters > LEAST_LETTERS and "." not in name:
        return False  # the town of a dateline
    return letters >= LEAST_LETTERS or (letters == 2 and name.isupper() and kind in ("place", "government", "organisation"))
