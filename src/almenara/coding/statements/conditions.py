"""Conditions: the clause on which a forecast depends ("if clashes continue", "en caso de que sea condenado")."""

from functools import cache

from almenara.coding.entities.lexicon import fold
from almenara.coding.statements.frames import trimmed
from almenara.coding.statements.hedges import Hedge
from almenara.coding.statements.lexicon import by_first, load
from almenara.language import Parsed
from almenara.language.syntax import subtree_range
from almenara.model import Span

MAX_WORDS = 40
BEFORE_COMMA = 30


@cache
def _openers(language: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    return by_first(load("hedges")["conditions"][language])


def condition(parsed: Parsed, hedge: Hedge) -> Span | None:
    """The first conditional clause of the hedge's sentence."""
    sentence = parsed.sentence_of(hedge.first)
    tokens, openers = parsed.tokens, _openers(parsed.language)
    for i in range(sentence.first, sentence.last - 1):
        for words in openers.get(fold(tokens[i].text), ()):
            if tokens[i].text != "sí" and i + len(words) < sentence.last and _matches(parsed, i, words):
                return _span(parsed, i, hedge)
    return None


def _matches(parsed: Parsed, i: int, words: tuple[str, ...]) -> bool:
    """Whether words stand at a token, a single one as the mark of a clause."""
    tokens = parsed.tokens
    if len(words) == 1 and tokens[i].dep not in ("mark", "advmod", "case"):
        return False
    return all(fold(tokens[i + k].text) == w for k, w in enumerate(words))


def _span(parsed: Parsed, i: int, hedge: Hedge) -> Span | None:
    """From the word that opens a condition to the end of its clause, a comma or the hedged clause's verb."""
    tokens, sentence = parsed.tokens, parsed.sentence_of(i)
    head = tokens[i].head
    last = subtree_range(parsed, head)[1] if head > i and head != hedge.head else sentence.last
    last = min(last, i + MAX_WORDS, sentence.last)
    if i < hedge.head < last:
        comma = next((k for k in range(i, min(hedge.head, i + BEFORE_COMMA)) if tokens[k].text == ","), hedge.head)
        last = comma
    first, last = trimmed(parsed, i, last)
    is_clause = any(tokens[k].pos in ("VERB", "AUX") or tokens[k].lower in ("case", "caso") for k in range(first, last))
    return parsed.span(first, last) if last - first >= 2 and is_clause else None
