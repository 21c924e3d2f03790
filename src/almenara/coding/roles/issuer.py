"""Who issues a measure, and who is put in charge under it."""

from almenara.coding.draft import EventDraft
from almenara.coding.entities import Entities
from almenara.coding.roles.participants import participants
from almenara.coding.roles.wordlists import words
from almenara.language import Parsed
from almenara.language.syntax import dependents
from almenara.model import Entity

ISSUING = frozenset(("government", "state_force", "person"))
HOLDING = frozenset(("government", "state_force"))
LEAST = 0.2
AHEAD = 3  # sentences after the telling that may still say who is in charge
REACH = 5  # tokens behind the word of charge


def issuer(parsed: Parsed, draft: EventDraft, entities: Entities) -> str | None:
    """The id of the body or person whose measure it is: the likeliest authority, a government before a force."""
    found = [p for p in participants(parsed, draft, entities, threshold=LEAST) if p.role == "authority" and p.entity]
    known = [(e, p) for p in found if (e := entities.get(p.entity or "")) and e.kind in ISSUING]
    best = max(known, key=lambda pair: pair[1].confidence + 0.2 * (pair[0].kind == "government"), default=None)
    return best[0].id if best else None


def in_charge(parsed: Parsed, draft: EventDraft, entities: Entities) -> str | None:
    """The id of who takes control ("the army will take charge", "la Policía Nacional mantendrá el control")."""
    told = draft.sentences
    after = range(told[0] + 1, min(told[0] + 1 + AHEAD, len(parsed.sentences)))
    for index in (*told, *(s for s in after if s not in told)):
        sentence = parsed.sentences[index]
        far = index not in told and index > told[0] + 1
        for i in range(sentence.first, sentence.last):
            if parsed.tokens[i].lower in words("charge") and not (far and not _of_order(parsed, i)):
                found = _under(parsed, i, entities) or _holder(parsed, i, entities)
                if found:
                    return found.id
    return None


def _of_order(parsed: Parsed, noun: int) -> bool:
    """Whether a charge is of what a measure is about: "in charge of public order", "el control del orden interno"."""
    last = min(noun + REACH, parsed.sentence_of(noun).last)
    return any(t.lower in words("order") for t in parsed.tokens[noun + 1 : last])


def _under(parsed: Parsed, noun: int, entities: Entities) -> Entity | None:
    """Whom a phrase puts in charge ("a cargo de la Marina"): the body named within three words behind it."""
    sentence = parsed.sentence_of(noun)
    behind = range(noun + 1, min(noun + 5, sentence.last))
    around = " ".join(t.lower for t in parsed.tokens[max(noun - 3, sentence.first) : noun + 2]).replace("del", "de")
    if not any(phrase in around for phrase in words("charge_phrases")):
        return None
    return next((e for i in behind if (e := entities.at(i)) and e.kind in HOLDING), None)


def _holder(parsed: Parsed, noun: int, entities: Entities) -> Entity | None:
    """Who holds the charge: the subject of its verb ("the army will take charge"), or whoever stands just before the verb."""
    token = parsed.tokens[noun]
    verbs = [v for v in (noun, token.head) if v == noun or parsed.tokens[v].lemma in words("charge_verbs")]
    subjects = [c for v in verbs for c in (*dependents(parsed, v, "nsubj", "nsubj:pass"), max(v - 1, 0))]
    return next((e for c in subjects if (e := entities.at(c)) and e.kind in HOLDING), None)
