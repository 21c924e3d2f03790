"""Whom a pronoun or a bare description stands for: the person or group that was the talk just before."""

from collections.abc import Iterator

from almenara.coding.entities.index import Entities
from almenara.language import Parsed
from almenara.model import Entity

PERSONS = frozenset("he him his she her él ella".split())
REACH = 2  # sentences that a pronoun may look back


def antecedent(entities: Entities, i: int) -> Entity | None:
    """The named person that a singular pronoun at token `i` means: the subject of the nearest sentence, else its last person."""
    parsed = entities.parsed
    if parsed.tokens[i].lower not in PERSONS:
        return None
    here = parsed.tokens[i].sentence
    for sentence in range(here, max(here - REACH, 0) - 1, -1):
        stop = i if sentence == here else parsed.sentences[sentence].last
        heads = list(_persons(entities, parsed.sentences[sentence].first, stop))
        if heads:
            return entities.at(next((h for h in heads if _is_subject(parsed, h)), heads[-1]))
    return None


def _persons(entities: Entities, first: int, stop: int) -> Iterator[int]:
    for i in range(first, stop):
        mention = entities.mention_at(i)
        if mention and mention.head == i and not mention.generic and mention.kind == "person":
            yield i


def _is_subject(parsed: Parsed, i: int) -> bool:
    token = parsed.tokens[i]
    return token.dep.startswith("nsubj") or (token.dep == "appos" and parsed.tokens[token.head].dep.startswith("nsubj"))
