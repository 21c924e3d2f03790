"""Forecasts: statements about what will or may come, by the author or a speaker (CODEBOOK 4)."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from msgspec import Struct

from almenara import times
from almenara.coding.statements import model
from almenara.coding.statements.conditions import condition
from almenara.coding.statements.hedges import Hedge as Found
from almenara.coding.statements.hedges import find
from almenara.coding.statements.lexicon import load
from almenara.coding.statements.outlook import Outlook
from almenara.language import Parsed
from almenara.model import Claim, Forecast, Hedge, Span
from almenara.model.statement import ForecastDirection

AGAINST = frozenset(("unlikely", "will_not", "rarely"))


class Judged(Struct, frozen=True):
    """A hedge with the probability that a coder would keep its clause as a forecast."""

    hedge: Found
    probability: float


def forecasts(parsed: Parsed, claims: Sequence[Claim], *, threshold: float | None = None) -> list[Forecast]:
    """The forecasts of a document in order, ids o1, o2...; raises KeyError for a language without word lists."""
    trained = model.shipped("forecasts")
    limit = trained.thresholds[parsed.language] if threshold is None else threshold
    outlook = Outlook(parsed, claims)
    judged = [Judged(h, trained.probability(model.buckets(outlook.features(h)))) for h in find(parsed)]
    kept = distinct([j for j in judged if j.probability >= limit])
    return [_forecast(parsed, outlook, j, f"o{n}") for n, j in enumerate(kept, 1)]


def distinct(judged: Iterable[Judged]) -> list[Judged]:
    """The likeliest of those whose clauses lie in each other, in order of the text."""
    kept: list[Judged] = []
    taken: dict[int, Found] = {}
    for one in sorted(judged, key=lambda j: -j.probability):
        clause = range(one.hedge.start, one.hedge.end)
        if not any(_same(one.hedge, other) for other in {taken[k] for k in clause if k in taken}):
            kept.append(one)
            taken.update(dict.fromkeys(clause, one.hedge))
    return sorted(kept, key=lambda j: j.hedge.first)


def _same(a: Found, b: Found) -> bool:
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared > min(a.end - a.start, b.end - b.start)


def _forecast(parsed: Parsed, outlook: Outlook, judged: Judged, name: str) -> Forecast:
    hedge = judged.hedge
    claim = outlook.claim_of(hedge)
    sentence = parsed.sentence_of(hedge.first)
    lemmas = {t.lemma for t in parsed.tokens[hedge.start : hedge.end]}
    ahead = {t.lemma for t in parsed.tokens[hedge.last : hedge.end]}
    return Forecast(
        id=name,
        content=parsed.span(hedge.start, hedge.end),
        by=claim.id if claim else "author",
        hedge=Hedge(text=parsed.span(hedge.first, hedge.last).quote, strength=hedge.strength),
        about=_about(ahead) or _about(lemmas),
        direction=_direction(parsed.language, hedge, ahead or lemmas),
        horizon=_horizon(parsed, hedge),
        condition=condition(parsed, hedge),
        evidence=(parsed.sentence_span(sentence),),
        made_by=f"rule:forecast.{hedge.kind}.{parsed.language}",
        confidence=round(judged.probability, 3),
    )


@cache
def _topics() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((act, frozenset(lemmas.split())) for act, lemmas in load("hedges")["about"].items())


def _about(lemmas: set[str]) -> str | None:
    return next((act for act, known in _topics() if lemmas & known), None)


def _direction(language: str, hedge: Found, lemmas: set[str]) -> ForecastDirection:
    if hedge.strength in AGAINST:
        return "not_occur"
    data = load("hedges")
    if lemmas & set(data["more"][language].split()):
        return "increase"
    return "decrease" if lemmas & set(data["less"][language].split()) else "occur"


def _horizon(parsed: Parsed, hedge: Found) -> str | None:
    """The end of the first date that the clause names."""
    span: Span = parsed.span(hedge.start, hedge.end)
    published = parsed.document.published
    for expression in times.find(span.quote, parsed.language):
        found = times.resolve(expression, published=date.fromisoformat(published) if published else None, ahead=True)
        if found.end or found.start:
            return found.end or found.start
    return None
