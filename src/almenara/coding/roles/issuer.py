"""Who issues a measure, and who is put in charge under it."""

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.roles.participants import participants
from almenara.coding.roles.wordlists import words
from almenara.language import Parsed
from almenara.language.syntax import dependents
from almenara.model import Entity

ISSUING = frozenset(("government", "state_force", "person"))
LEAST = 0.2


def issuer(parsed: Parsed, draft: EventDraft, entities: Entities) -> str | None:
    """The id of the body or person whose measure it is: the likeliest authority, a government before a force."""
    found = [p for p in participants(parsed, draft, entities, threshold=LEAST) if p.role == "authority" and p.entity]
    known = [(e, p) for p in found if (e := entities.get(p.entity or "")) and e.kind in ISSUING]
    best = max(known, key=lambda pair: pair[1].confidence + 0.2 * (pair[0].kind == "government"), default=None)
    return best[0].id if best else None


def in_charge(parsed: Parsed, draft: EventDraft, entities: Entities) -> str | None:
    """The id of who takes control ("the army will take charge", "la Policía Nacional mantendrá el control")."""
    for index in draft.sentences:
        sentence = parsed.sentences[index]
        for i in range(sentence.first, sentence.last):
            if parsed.tokens[i].lower in words("charge"):
                found = _holder(parsed, i, entities)
                if found:
                    return found.id
    return None


def _holder(parsed: Parsed, noun: int, entities: Entities) -> Entity | None:
    """Who holds the charge: the subject of its verb, or what it is of ("a cargo de la Marina")."""
    token = parsed.tokens[noun]
    verb = parsed.tokens[token.head]
    if token.lower == "cargo":
        of = dependents(parsed, noun, "nmod", "obl")
        actors = [e for c in of if (e := entities.at(c)) and e.kind in ("state_force", "government")]
        if actors:
            return actors[0]
    if verb.lemma not in words("charge_verbs"):
        return None
    subjects = dependents(parsed, verb.index, "nsubj", "nsubj:pass")
    actors = [e for c in subjects if (e := entities.at(c)) and e.kind in ("state_force", "government", "person")]
    return actors[0] if actors else None
