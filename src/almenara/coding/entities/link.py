"""Mentions to entities: short forms, spellings, acronyms, aliases and descriptions of what was named before."""

from collections.abc import Sequence

from almenara.coding.entities.lexicon import fold
from almenara.coding.entities.mention import Mention
from almenara.language import Parsed

SMALL = frozenset("de del la las los el y e of the and for 's da dos".split())
OPEN_ACRONYM = frozenset("([-–—/")
BODIES = frozenset(("armed_group", "state_force", "government", "organisation"))
MAX_ALIAS_GAP = 2
MAX_NAMESAKES = 50  # people of one surname among whom a short form is sought
ALIAS_WORDS = frozenset(("alias", "apodado", "known", "nicknamed", "conocido", "aka"))


class Cluster:
    """The mentions of one entity while they are being gathered."""

    __slots__ = ("best", "mentions", "words")

    def __init__(self, mention: Mention, words: tuple[str, ...]) -> None:
        self.best = mention
        self.words = words
        self.mentions = [mention]


class Linker:
    """Puts each mention of a document with those that mean the same."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.clusters: list[Cluster] = []
        self.by_text: dict[tuple[str, ...], Cluster] = {}
        self.by_group: dict[int, Cluster] = {}
        self.by_acronym: dict[str, Cluster] = {}
        self.by_end: dict[int, Cluster] = {}
        self.persons: dict[str, list[Cluster]] = {}

    def link(self, names: Sequence[Mention], generics: Sequence[Mention]) -> list[Cluster]:
        """The clusters, in order of their first mention."""
        long_first = sorted(names, key=lambda m: (m.group is None, m.first - m.last, m.first))
        for mention in long_first:
            self._add_name(mention)
        for mention in generics:
            self._add(mention, ("generic", *self._words(mention)))
        for cluster in self.clusters:
            cluster.mentions.sort(key=lambda m: m.first)
        return sorted(self.clusters, key=lambda c: c.mentions[0].first)

    def _words(self, mention: Mention) -> tuple[str, ...]:
        tokens = self.parsed.tokens[mention.first : mention.last]
        return tuple(w for w in (fold(t.text) for t in tokens) if w not in SMALL and any(c.isalnum() for c in w))

    def _add_name(self, mention: Mention) -> None:
        words = self._words(mention) or ("?", str(mention.first))
        cluster = self._find(mention, words)
        if cluster is None:
            cluster = self._add(mention, words)
        else:
            self._join(cluster, mention, words)
        self._remember(cluster, mention, words)

    def _find(self, mention: Mention, words: tuple[str, ...]) -> Cluster | None:
        found = self.by_group.get(mention.group) if mention.group is not None else None
        found = found or self.by_text.get(words) or self._alias_of(mention)
        if found is None and mention.kind in BODIES:
            found = self._bracketed(mention) or (self.by_acronym.get(words[0]) if len(words) == 1 else None)
        if found is None and mention.group is None and mention.kind in ("person", "organisation", "place"):
            found = self._person(words, mention)
        return found

    def _person(self, words: tuple[str, ...], mention: Mention) -> Cluster | None:
        """The person whose fuller name holds all these words; the one named last before, where several do."""
        near = [c for c in self.persons.get(words[-1], [])[-MAX_NAMESAKES:] if set(words) <= set(c.words)]
        if mention.kind != "person":
            near = [c for c in near if words[-1] != c.words[0] and len(words) == 1]
        before = [c for c in near if c.mentions[0].first < mention.first]
        return max(before or near, key=lambda c: c.mentions[0].first, default=None)

    def _bracketed(self, mention: Mention) -> Cluster | None:
        """The name just before "(FARC)", or before another spelling in brackets."""
        at = mention.first - 1
        return self._ending_at(at) if at > 0 and self.parsed.tokens[at].text in OPEN_ACRONYM else None

    def _alias_of(self, mention: Mention) -> Cluster | None:
        """The person just before "alias El Coss"."""
        tokens, at = self.parsed.tokens, mention.first - 1
        while at > 0 and mention.first - at <= MAX_ALIAS_GAP and not tokens[at].text[-1].isalnum():
            at -= 1
        if at < 1 or tokens[at].lower not in ALIAS_WORDS:
            return None
        while at > 1 and tokens[at - 1].text in (",", "(", '"'):
            at -= 1
        return self._ending_at(at)

    def _ending_at(self, end: int) -> Cluster | None:
        cluster = self.by_end.get(end)
        return cluster if cluster and cluster.best.kind in (*BODIES, "person") else None

    def _add(self, mention: Mention, words: tuple[str, ...]) -> Cluster:
        cluster = self.by_text.get(words)
        if cluster is None:
            cluster = self.by_text[words] = Cluster(mention, words)
            self.clusters.append(cluster)
        else:
            cluster.mentions.append(mention)
        return cluster

    def _join(self, cluster: Cluster, mention: Mention, words: tuple[str, ...]) -> None:
        cluster.mentions.append(mention)
        if len(words) > len(cluster.words) and not cluster.best.generic and self._bracketed(mention) is not cluster:
            cluster.best, cluster.words = mention, words

    def _remember(self, cluster: Cluster, mention: Mention, words: tuple[str, ...]) -> None:
        self.by_end[mention.last] = cluster
        if mention.group is not None:
            self.by_group.setdefault(mention.group, cluster)
        self.by_text.setdefault(words, cluster)
        if cluster.best.kind == "person" and len(words) > 1:
            for word in words:
                holders = self.persons.setdefault(word, [])
                if cluster not in holders[-MAX_NAMESAKES:]:
                    holders.append(cluster)
        elif len(words) > 1 and cluster.best.kind in BODIES:
            self.by_acronym.setdefault("".join(w[0] for w in words), cluster)
