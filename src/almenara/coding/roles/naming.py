"""What a participant is called: the words of its most informative mention, without article."""

from almenara.coding.entities import Entities, without_article
from almenara.coding.entities.lexicon import word_class
from almenara.coding.roles.candidates import Candidate
from almenara.language import Parsed
from almenara.language.syntax import dependents, phrase_range
from almenara.model import Span

EMPTY_HEADS = frozenset(("person", "band", "official", "group"))
MAX_COMPLEMENT = 8


def name_of(parsed: Parsed, entities: Entities, candidate: Candidate) -> tuple[str, Span]:
    """The name and the span it stands at, or for a name that stands elsewhere the span of its mention in the event."""
    tokens = [o.token for o in candidate.occurrences]
    named = [i for i in tokens if (e := entities.at(i)) and entities.is_named(e)]
    if named:
        entity = entities.at(named[0])
        mention = entities.mention_at(named[0])
        if entity and mention:
            return entity.name, parsed.span(mention.first, mention.last)
    best = max((phrase(parsed, entities, i) for i in tokens[:3]), key=lambda s: min(len(s.quote), 60))
    return without_article(best.quote), best


def phrase(parsed: Parsed, entities: Entities, i: int) -> Span:
    """The bare noun phrase of a token; heads that say little keep their complement ("members of the union")."""
    mention = entities.mention_at(i)
    first, last = (mention.first, mention.last) if mention else phrase_range(parsed, i, complements=False)
    if word_class(parsed.tokens[i], parsed.language) in EMPTY_HEADS:
        for c in dependents(parsed, i, "nmod"):
            end = phrase_range(parsed, c, complements=False)[1]
            if c > i and end - last <= MAX_COMPLEMENT and parsed.tokens[c].lower not in ("años", "years"):
                last = max(last, end)
                break
    while first < i and parsed.tokens[first].pos in ("DET", "ADP", "PUNCT"):
        first += 1
    while last > i + 1 and parsed.tokens[last - 1].pos in ("PUNCT", "ADP", "DET", "CCONJ"):
        last -= 1
    return parsed.span(first, max(last, first + 1))
