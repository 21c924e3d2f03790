"""What a participant is called: the words of its most informative mention, without article."""

from almenara.coding.entities import Entities, without_article
from almenara.coding.roles.candidates import Candidate
from almenara.coding.roles.wordlists import words
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range
from almenara.model import Span, tidy

MAX_COMPLEMENT = 8
BREAKS = frozenset(',;:()[]—–«»“”"')
OPENING = frozenset("DET ADP PUNCT PRON PART CCONJ ADV VERB AUX NUM".split())


def name_of(parsed: Parsed, entities: Entities, candidate: Candidate) -> tuple[str, tuple[Span, ...]]:
    """The name and where it stands: in the event, or for a pronoun both the pronoun and the entity's first mention."""
    tokens = [o.token for o in candidate.occurrences]
    entity = candidate.entity
    if entity and entities.is_named(entity):
        mention = next((m for i in tokens if (m := entities.mention_at(i)) and not m.generic), None)
        if mention:
            return entity.name, (parsed.span(mention.first, mention.last),)
        return entity.name, tidy((entity.mentions[0], *(parsed.span(i, i + 1) for i in tokens[:1])))
    told = [o.token for o in candidate.occurrences if o.where != "prev"] or tokens
    best = max((phrase(parsed, entities, i) for i in told[:3]), key=lambda s: min(len(s.quote), 60))
    return without_article(best.quote), (best,)


def phrase(parsed: Parsed, entities: Entities, i: int) -> Span:
    """The bare noun phrase of a token; heads that say little keep their complement ("members of the union")."""
    mention = entities.mention_at(i)
    if mention and not mention.generic:
        return parsed.span(mention.first, mention.last)
    first, last = (mention.first, mention.last) if mention else phrase_range(parsed, i, complements=False)
    if parsed.tokens[i].lower in words("empty_heads"):
        for c in dependents(parsed, i, "nmod"):
            end = phrase_range(parsed, c, complements=False)[1]
            if c > i and end - last <= MAX_COMPLEMENT and parsed.tokens[c].lower not in ("años", "years"):
                last = max(last, end)
                break
    first, last = _cut(parsed, i, first, last)
    while first < i and (parsed.tokens[first].pos in OPENING or parsed.tokens[first].lower in words("hedges")):
        first += 1
    while last > i + 1 and parsed.tokens[last - 1].pos in ("PUNCT", "ADP", "DET", "CCONJ", "ADV"):
        last -= 1
    return parsed.span(first, max(last, first + 1))


def _cut(parsed: Parsed, i: int, first: int, last: int) -> tuple[int, int]:
    """The phrase up to the nearest comma or clause on either side: what the parser hung on too much is dropped."""
    tokens = parsed.tokens
    relative = words("relative_pronouns")
    stop = next((k for k in range(i + 1, last) if tokens[k].text in BREAKS or tokens[k].lower in relative), last)
    start = next((k + 1 for k in range(i - 1, first - 1, -1) if tokens[k].text in BREAKS), first)
    return start, stop
