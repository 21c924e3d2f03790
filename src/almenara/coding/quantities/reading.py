"""The quantities of a parsed document, found once for counts, figures and measures alike."""

from datetime import date
from functools import cached_property

from msgspec import structs

from almenara.coding.quantities import features, filters
from almenara.coding.quantities.features import Told, Wide
from almenara.coding.quantities.numbers import Number, numbers
from almenara.coding.quantities.units import ARTICLES, PESO, Quantity, peso, quantity, single, tokens_at
from almenara.language import Parsed
from almenara.times import Expression, Resolved, find, resolve_all

MULTIPLES = frozenset({"times", "veces", "fold"})  # "three times as many" counts nothing


class Quantities:
    """Numbers that count something, by sentence, and the temporal expressions beside them.

    Dates, clock times, ages and terms are left out of `all`: they are in `times`. `home` is the country of the document.
    """

    def __init__(self, parsed: Parsed, times: list[Expression] | None = None, *, home: str | None = None) -> None:
        self.parsed = parsed
        self.times = find(parsed.text, parsed.language) if times is None else times
        self._singles: dict[int, list[Quantity]] = {}
        self._wide: dict[int, Wide] = {}
        self._told: dict[tuple[int, int], Told] = {}
        found = numbers(parsed.text, parsed.language)
        pairs = zip(found, tokens_at(parsed, found), strict=True)
        taken = _Within(self.times)
        every = [(quantity(parsed, n, t), taken.holds(n)) for n, t in pairs if t is not None]
        amounts = filters.amounts(parsed, [q for q, _ in every], [dated for _, dated in every])
        whole = shared(parsed, [q for q in amounts if q.noun is None or parsed.tokens[q.noun].lower not in MULTIPLES])
        whose = peso(parsed.text, home) if any(q.unit == PESO for q in whole) else PESO
        self.all = [structs.replace(q, unit=whose) if q.unit == PESO else q for q in whole]

    @cached_property
    def by_sentence(self) -> dict[int, list[Quantity]]:
        """Quantities by the index of their sentence."""
        out: dict[int, list[Quantity]] = {}
        for found in self.all:
            out.setdefault(self.parsed.tokens[found.first].sentence, []).append(found)
        return out

    def singles(self, sentence: int) -> list[Quantity]:
        """What a sentence counts by an article: "un civil", "another inmate". Counts of events only; figures have none."""
        if sentence not in self._singles:
            articles = ARTICLES[self.parsed.language]
            tokens = self.parsed.tokens_of(self.parsed.sentences[sentence])[:-1]
            counted = {i for q in self.by_sentence.get(sentence, ()) for i in range(q.first, q.last)}  # "treinta y un reclusos"
            found = [single(self.parsed, t.index) for t in tokens if t.text.lower() in articles and t.index not in counted]
            self._singles[sentence] = [q for q in found if q is not None]
        return self._singles[sentence]

    def told(self, quantity: Quantity) -> Told:
        """A quantity as the models see it, looked at once however many events ask."""
        key = (quantity.first, quantity.number.start)
        if key not in self._told:
            sentence = self.parsed.tokens[quantity.first].sentence
            if sentence not in self._wide:
                self._wide[sentence] = features.wide(self.parsed, self.parsed.sentences[sentence])
            self._told[key] = features.told(self.parsed, quantity, self.kinds(sentence), self._wide[sentence])
        return self._told[key]

    @cached_property
    def resolved(self) -> list[Resolved]:
        """The dates of `times`."""
        published = self.parsed.document.published
        return resolve_all(self.times, published=date.fromisoformat(published) if published else None)

    @cached_property
    def dates_by_sentence(self) -> dict[int, list[tuple[Expression, Resolved]]]:
        """Temporal expressions with their dates by sentence."""
        out: dict[int, list[tuple[Expression, Resolved]]] = {}
        sentences = self.parsed.sentences
        at = 0
        for expression, made in zip(self.times, self.resolved, strict=True):
            while at < len(sentences) and sentences[at].end <= expression.start:
                at += 1
            if at < len(sentences) and sentences[at].start <= expression.start:
                out.setdefault(at, []).append((expression, made))
        return out

    def kinds(self, sentence: int) -> frozenset[str]:
        """The kinds of temporal expression in a sentence."""
        return frozenset(e.kind for e, _ in self.dates_by_sentence.get(sentence, ()))


def shared(parsed: Parsed, found: list[Quantity]) -> list[Quantity]:
    """Quantities with what the last of a list says for all: "28, 22 and 17 cases", "40 y 50 por ciento"."""
    out = list(found)
    for i in range(len(out) - 2, -1, -1):
        one, other = out[i], out[i + 1]
        if one.kind == "none" and other.kind != "none" and not other.number.currency and filters.joined(parsed, one, other):
            number = structs.replace(one.number, percent=other.number.percent)
            out[i] = structs.replace(one, number=number, noun=other.noun, kind=other.kind, unit=other.unit, factor=other.factor)
    return out


class _Within:
    """Whether a number lies inside one of some expressions; both must be asked for in order of the text."""

    def __init__(self, expressions: list[Expression]) -> None:
        self.expressions = expressions
        self.at = 0

    def holds(self, number: Number) -> bool:
        while self.at < len(self.expressions) and self.expressions[self.at].end < number.end:
            self.at += 1
        return self.at < len(self.expressions) and self.expressions[self.at].start <= number.start
