"""What a measure lets the authorities do, or takes from people, in the text's own words."""

from collections.abc import Iterator

from almenara.coding.circumstances.states import cues
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.entities import Entities
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range, with_conjuncts
from almenara.model import Span
from almenara.times.fold import fold

LONGEST = 16  # words of a power that is still a short phrase
FORCES = frozenset(("state_force", "government"))


def powers(tellings: Tellings, number: int, entities: Entities) -> list[Span]:
    """Phrases such as "the army may arrest suspects" from the sentences that tell the measure and the one after."""
    parsed = tellings.parsed
    told = sorted(tellings.of[number])
    after = told[-1] + 1
    if after < len(parsed.sentences) and parsed.sentences[after].paragraph == parsed.sentences[told[-1]].paragraph:
        told.append(after)
    found: dict[int, Span] = {}
    for index in told:
        sentence = parsed.sentences[index]
        for i in range(sentence.first, sentence.last):
            span = _power(parsed, i, entities)
            if span and not any(span.overlaps(other) for other in found.values()):
                found[span.start] = span
    return [found[start] for start in sorted(found)]


def _power(parsed: Parsed, i: int, entities: Entities) -> Span | None:
    table, word = cues("powers"), fold(parsed.tokens[i].text)
    if parsed.tokens[i].pos == "VERB" and _may(parsed, i, table["modals"]):
        return _allowed(parsed, i, entities)
    if word.startswith(table["grants"]):
        return _granted(parsed, i, entities)
    if word.startswith(table["suspended"]):
        return _suspended(parsed, i, table["rights"])
    return None


def _may(parsed: Parsed, verb: int, modals: tuple[str, ...]) -> bool:
    """Whether a verb stands under "may", "podrán"."""
    above = parsed.tokens[verb].head
    helpers = [*dependents(parsed, verb, "aux"), *([above] if parsed.tokens[verb].dep == "xcomp" else [])]
    return any(fold(parsed.tokens[h].text) in modals for h in helpers)


def _allowed(parsed: Parsed, verb: int, entities: Entities) -> Span | None:
    above = parsed.tokens[verb].head if parsed.tokens[verb].dep == "xcomp" else verb
    subjects = dependents(parsed, verb, "nsubj") or dependents(parsed, above, "nsubj")
    actor = next((s for s in subjects if _is_force(entities, s)), None)
    if actor is None:
        return None
    last = max(_ends(parsed, verb))
    first = phrase_range(parsed, actor, complements=False)[0]
    return parsed.span(first, last) if first < last <= first + LONGEST else None


def _granted(parsed: Parsed, verb: int, entities: Entities) -> Span | None:
    """Whom a measure empowers to do what: "authorises the army to arrest suspects"."""
    actor = next((o for o in dependents(parsed, verb, "obj", "iobj", "obl") if _is_force(entities, o)), None)
    deeds = dependents(parsed, verb, "xcomp", "ccomp", "advcl")
    deed = next((d for d in deeds if parsed.tokens[d].pos == "VERB"), None)
    if deed is None:
        return None
    if actor is None:  # English parsers hang it on the second verb
        actor = next((s for s in dependents(parsed, deed, "nsubj") if _is_force(entities, s)), None)
    if actor is None or deed < actor:
        return None
    first, last = phrase_range(parsed, actor, complements=False)[0], max(_ends(parsed, deed))
    return parsed.span(first, last) if last <= first + LONGEST else None


def _is_force(entities: Entities, token: int) -> bool:
    entity = entities.at(token)
    return entity is not None and entity.kind in FORCES


def _ends(parsed: Parsed, verb: int) -> Iterator[int]:
    """Where the phrases of a verb's objects and of its conjuncts' end."""
    for v in with_conjuncts(parsed, verb):
        yield v + 1
        for o in dependents(parsed, v, "obj"):
            for part in with_conjuncts(parsed, o):
                yield phrase_range(parsed, part)[1]


def _suspended(parsed: Parsed, i: int, rights: tuple[str, ...]) -> Span | None:
    """A right with the word that suspends it."""
    for c in parsed.children[i]:
        if fold(parsed.tokens[c].text).startswith(rights):
            first, last = phrase_range(parsed, c)
            first, last = min(first, i), max(last, i + 1)
            return parsed.span(first, last) if last <= first + LONGEST else None
    return None
