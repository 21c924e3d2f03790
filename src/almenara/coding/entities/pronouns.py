"""Whom a pronoun or a bare description stands for: the person or group that was the talk just before."""

from collections.abc import Iterator

from almenara.coding.entities.index import Entities
from almenara.language import Parsed
from almenara.model import Entity, EntityKind

PERSONS = frozenset("he him his she her él ella".split())
BARE = frozenset("group gang cartel organization organisation grupo banda cártel cartel organización pandilla guerrilla".split())
DEFINITE = frozenset(("the", "el", "la"))
MAX_WORDS = 150  # of a sentence that are looked at, lest an endless one cost a square
REACH = 2  # sentences that a pronoun may look back


def antecedent(entities: Entities, i: int) -> Entity | None:
    """Whom a pronoun ("he") or a bare description ("the group") at token `i` means: the nearest name, a subject first."""
    kind = _wanted(entities.parsed, i)
    if kind is None:
        return None
    parsed, here = entities.parsed, entities.parsed.tokens[i].sentence
    for sentence in range(here, max(here - REACH, 0) - 1, -1):
        stop = i if sentence == here else parsed.sentences[sentence].last
        first = max(parsed.sentences[sentence].first, stop - MAX_WORDS)
        heads = list(_named(entities, kind, first, stop))
        if heads:
            return entities.at(next((h for h in heads if _is_subject(parsed, h)), heads[-1]))
    return None


def _wanted(parsed: Parsed, i: int) -> EntityKind | None:
    """The kind of what a word stands for, where it stands for something named before."""
    word = parsed.tokens[i].lower
    if word in PERSONS:
        return "person"
    if word in BARE and all(parsed.tokens[c].lower in DEFINITE for c in parsed.children[i] if c < i) and parsed.children[i]:
        alone = all(parsed.tokens[c].dep in ("det", "case", "punct") for c in parsed.children[i])
        return "armed_group" if alone else None
    return None


def _named(entities: Entities, kind: EntityKind, first: int, stop: int) -> Iterator[int]:
    for i in range(first, stop):
        mention = entities.mention_at(i)
        if mention and mention.head == i and not mention.generic and mention.kind == kind:
            yield i


def _is_subject(parsed: Parsed, i: int) -> bool:
    token = parsed.tokens[i]
    return token.dep.startswith("nsubj") or (token.dep == "appos" and parsed.tokens[token.head].dep.startswith("nsubj"))
