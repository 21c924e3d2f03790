"""Finding the words that name acts in a parsed text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec import Struct

from almenara.codebook import syntax
from almenara.codebook.compiled import GAP, Pattern
from almenara.codebook.entries import Entry
from almenara.codebook.syntax import Word
from almenara.model import Language

NAME, MANY = "@name", "@many"  # in a constraint of syntax: any proper name; any number from MANY_FROM on
MANY_FROM = 4  # deaths that make a massacre
Children = Sequence[Sequence[int]]


class Hit(Struct, frozen=True, gc=False):
    """An entry that fires on tokens [first, last), with `head` the one that governs the others; `specificity` as of the entry."""

    entry: Entry
    first: int
    last: int
    head: int
    specificity: int

    @property
    def rank(self) -> tuple[int, float]:
        """The specific before the general, then the more precise."""
        return self.specificity, self.entry.weight


class Lexicon:
    """The entries of one language, indexed by the first word of their triggers."""

    def __init__(self, language: Language, patterns: Sequence[Pattern]) -> None:
        self.language = language
        self._first: dict[str, list[Pattern]] = {}
        for pattern in patterns:
            for word in pattern.steps[0] or ():
                self._first.setdefault(word, []).append(pattern)
        self.entries: Mapping[str, Entry] = MappingProxyType({p.entry.id: p.entry for p in patterns})

    def of(self, act: str) -> Iterator[Entry]:
        """The entries of one act."""
        return (entry for entry in self.entries.values() if entry.act == act)

    def match(self, tokens: Sequence[Word], children: Children) -> list[Hit]:
        """Hits in order of the text, no two on the same token: of entries that compete the most specific stays."""
        found = list(self.all(tokens, children))
        if len(found) < 2:
            return found
        kept: list[Hit] = []
        taken: set[int] = set()
        for hit in sorted(found, key=lambda h: h.rank, reverse=True):
            places = range(hit.first, hit.last)
            if taken.isdisjoint(places):
                taken.update(places)
                kept.append(hit)
        return sorted(kept, key=lambda h: h.first)

    def all(self, tokens: Sequence[Word], children: Children) -> Iterator[Hit]:
        """Every entry that fires anywhere. The loop over tokens is the hot path: two look-ups a token."""
        first = self._first
        empty: list[Pattern] = []
        context = _Context(tokens, children)
        for i, token in enumerate(tokens):
            lemma, lower = token.lemma, token.lower
            patterns = first.get(lemma, empty)
            if lower != lemma and lower in first:
                patterns = patterns + [p for p in first[lower] if p not in patterns]
            for pattern in patterns:
                hit = context.hit(pattern, i)
                if hit:
                    yield hit


class _Context:
    """One text while it is matched. What stands around a token is gathered once, when a constraint asks."""

    def __init__(self, tokens: Sequence[Word], children: Children) -> None:
        self.tokens = tokens
        self.children = children
        self.sentences: dict[int, set[str]] = {}
        self.objects: dict[int, set[str]] = {}
        self.subjects: dict[int, set[str]] = {}

    def hit(self, pattern: Pattern, i: int) -> Hit | None:
        """The hit of a pattern whose first word stands at token `i`, if all the rest holds."""
        if pattern.pos is not None and not self._speaks(pattern, pattern.pos, i):
            return None
        last = i + 1 if len(pattern.steps) == 1 else self._end(pattern, i)
        if last is None:
            return None
        head = next((j for j in range(i, last) if not i <= self.tokens[j].head < last or self.tokens[j].head == j), i)
        return Hit(pattern.entry, i, last, head, pattern.specificity) if self._holds(pattern, head) else None

    def _speaks(self, pattern: Pattern, wanted: frozenset[str], i: int) -> bool:
        """Whether the part of speech fits: participles pass for adjectives, but no verb's plain form ("free") does.

        The first word of a sentence is often a verb that the parser takes for a name.
        """
        token = self.tokens[i]
        if token.pos == "ADJ" and pattern.entry.row.verb == token.lower:
            return False
        return token.pos in wanted or (token.pos == "PROPN" and (i == 0 or self.tokens[i - 1].sentence != token.sentence))

    def _end(self, pattern: Pattern, i: int) -> int | None:
        """Where a phrase that begins at token `i` ends, or None where it is not there."""
        at, steps, tokens = i + 1, pattern.steps, self.tokens
        gap = False
        for step in steps[1:]:
            if step is None:
                gap = True
                continue
            limit = at + GAP if gap else at
            while not (at < len(tokens) and tokens[at].sentence == tokens[i].sentence and _is(tokens[at], step)):
                at += 1
                if at > limit or at >= len(tokens):
                    return None
            at, gap = at + 1, False
        return at

    def _holds(self, pattern: Pattern, head: int) -> bool:
        """Whether the constraints hold around the trigger that `head` governs."""
        if pattern.near and pattern.near.isdisjoint(self._sentence(head)):
            return False
        if pattern.not_near and not pattern.not_near.isdisjoint(self._sentence(head)):
            return False
        if pattern.object and pattern.object.isdisjoint(self._objects(head)):
            return False
        if pattern.not_object and not pattern.not_object.isdisjoint(self._objects(head)):
            return False
        return not pattern.subject or not pattern.subject.isdisjoint(self._subjects(head))

    def _sentence(self, i: int) -> set[str]:
        """The words of the sentence that holds token `i`."""
        number = self.tokens[i].sentence
        if number not in self.sentences:
            self.sentences[number] = self._words(_sentence(self.tokens, i))
        return self.sentences[number]

    def _objects(self, head: int) -> set[str]:
        if head not in self.objects:
            self.objects[head] = self._words(syntax.objects(self.tokens, self.children, head))
        return self.objects[head]

    def _subjects(self, head: int) -> set[str]:
        if head not in self.subjects:
            self.subjects[head] = self._words(syntax.subjects(self.tokens, self.children, head))
        return self.subjects[head]

    def _words(self, places: Iterable[int]) -> set[str]:
        """Lemmas and forms of tokens, with @name and @many where one is a name or such a number."""
        out: set[str] = set()
        for token in (self.tokens[i] for i in places):
            lower = token.lower
            out.add(lower)
            out.add(token.lemma)
            if token.pos == "PROPN":
                out.add(NAME)
            elif lower.isdecimal() and int(lower) >= MANY_FROM:
                out.add(MANY)
        return out


def _is(token: Word, words: frozenset[str]) -> bool:
    return token.lemma in words or token.lower in words


def _sentence(tokens: Sequence[Word], i: int) -> range:
    """The tokens of the sentence that holds token `i`."""
    number, first, last = tokens[i].sentence, i, i
    while first > 0 and tokens[first - 1].sentence == number:
        first -= 1
    while last < len(tokens) and tokens[last].sentence == number:
        last += 1
    return range(first, last)
