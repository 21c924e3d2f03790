"""Entities of a document with the way from a token to its entity."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from almenara.coding.entities.lexicon import fold
from almenara.coding.entities.link import Cluster
from almenara.coding.entities.mention import Mention, text_of
from almenara.coding.entities.offices import OfficeWords, all_offices, body_of
from almenara.language import Parsed
from almenara.model import Entity, Office

COUNTING = re.compile(
    r"^(?:(?:at least|at most|more than|fewer than|some|about|around|nearly|al menos|por lo menos|m[aá]s de|menos de|cerca de"
    r"|casi|unos|unas|alrededor de)(?: a)? +)(?:(?:the|los|las) +)?(?:[\d.,]+ +)?|^\d[\d.,]* +",
    re.IGNORECASE,
)
LEADING = frozenset("the a an el la los las un una unos unas".split())


class Entities:
    """All entities of a document, `all` in order of first mention; generic ones ("gunmen") among them."""

    def __init__(self, parsed: Parsed, clusters: Sequence[Cluster]) -> None:
        self.parsed = parsed
        self._number: list[int] = [-1] * len(parsed.tokens)
        self._offices: dict[int, OfficeWords] = {}
        self._mention_at: dict[int, Mention] = {}
        self._clusters = clusters
        for number, cluster in enumerate(clusters):
            for mention in cluster.mentions:
                self._number[mention.first : mention.last] = [number] * (mention.last - mention.first)
                self._mention_at.update(dict.fromkeys(range(mention.first, mention.last), mention))
        self.all: tuple[Entity, ...] = tuple(self._entity(n, c) for n, c in enumerate(clusters))
        self._by_id = {e.id: e for e in self.all}

    def at(self, token: int) -> Entity | None:
        """The entity that a token is a mention of, or a part of one."""
        number = self._number[token]
        return self.all[number] if number >= 0 else None

    def mention_at(self, token: int) -> Mention | None:
        """The mention that covers a token."""
        return self._mention_at.get(token)

    def get(self, entity_id: str) -> Entity | None:
        """The entity of an id."""
        return self._by_id.get(entity_id)

    def is_named(self, entity: Entity) -> bool:
        """Whether some mention of an entity is a name rather than a description."""
        return any(not m.generic for m in self._clusters[int(entity.id[1:]) - 1].mentions)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of the entities that some mention names."""
        return frozenset(e.id for e in self.all if self.is_named(e))

    def best_name(self, entity: Entity) -> str:
        """The mention that says most, as it stands in the text, without article."""
        return entity.name

    def speaker_for(self, token: int) -> str:
        """What to call the one that a token mentions: the entity's best name, else the token's own words."""
        entity = self.at(token)
        return entity.name if entity else self.parsed.text[self.parsed.tokens[token].start : self.parsed.tokens[token].end]

    def office_at(self, token: int) -> OfficeWords | None:
        """The office that the mention at a token, or an earlier one of the same person, states."""
        number = self._number[token]
        return self._offices.get(number) if number >= 0 else None

    def listed(self, used: Iterable[str] = ()) -> tuple[Entity, ...]:
        """The entities worth listing: all that are named, and descriptions among the `used` ids."""
        wanted = set(used)
        return tuple(e for e in self.all if e.id in wanted or self.is_named(e))

    def _entity(self, number: int, cluster: Cluster) -> Entity:
        best = cluster.best
        offices = self._offices_of(number, cluster) if best.kind == "person" and not best.generic else ()
        return Entity(
            id=f"e{number + 1}",
            kind=best.kind,
            name=self._name(number, cluster),
            mentions=tuple(self.parsed.span(m.first, m.last) for m in cluster.mentions),
            offices=offices,
            by="rule:entities.generic"
            if best.generic
            else "rule:entities.known"
            if best.group is not None
            else "rule:entities.name",
            confidence=0.9 if best.group is not None else 0.6 if best.generic else 0.75,
        )

    def _name(self, number: int, cluster: Cluster) -> str:
        """The words of the best mention without article; a description drops what only counts ("at least 15 inmates")."""
        best = self._with_brackets(number, cluster)
        name = without_article(text_of(self.parsed, best), keep=not cluster.best.generic)
        return (COUNTING.sub("", name) or name) if cluster.best.generic else name

    def _with_brackets(self, number: int, cluster: Cluster) -> Mention:
        """The best mention, with another spelling that follows it in brackets ("National Liberation Army (ELN)")."""
        size, tokens = cluster.best.last - cluster.best.first, self.parsed.tokens
        for mention in cluster.mentions:
            at = mention.last
            if mention.last - mention.first < size or at + 2 >= len(tokens) or tokens[at].text != "(":
                continue
            inner = self._mention_at.get(at + 1)
            if inner and self._number[at + 1] == number and inner.last < len(tokens) and tokens[inner.last].text == ")":
                return Mention(mention.first, inner.last + 1, mention.head, mention.kind, mention.group)
        return cluster.best

    def _offices_of(self, number: int, cluster: Cluster) -> tuple[Office, ...]:
        out: dict[str, Office] = {}
        for mention in cluster.mentions:
            for words in all_offices(self.parsed, mention):
                self._offices.setdefault(number, words)
                span, body = self.parsed.span(words.first, words.last), body_of(self.parsed, words)
                out.setdefault(fold(span.quote), Office(title=span.quote, body=body.quote if body else None, evidence=(span,)))
        return tuple(out.values())


def without_article(name: str, *, keep: bool = False) -> str:
    """The words of a name without a leading article; `keep` leaves one with a capital ("El Universal", "Los Zetas")."""
    first, _, rest = name.partition(" ")
    if rest and first.lower() in LEADING and not (keep and first[0].isupper()):
        return rest.lstrip()
    return name
