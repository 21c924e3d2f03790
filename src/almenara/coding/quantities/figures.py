"""Numbers about a state of the world (CODEBOOK 5): which numbers are figures a learned model says, what they say rules."""

from almenara.coding.quantities import describe, features, model
from almenara.coding.quantities.counts import words
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.language import Parsed
from almenara.model import Figure

BY, STOCK = "model:figures.1", "rule:figures.stock.1"
STOCK_CONFIDENCE = 0.6  # share that were figures on the training articles
LEAST_STOCK = 10
HOLDING = frozenset("have operate exist count hold tener haber contar existir poseer operar".split())


def figures(quantities: Quantities, *, threshold: float | None = None) -> list[Figure]:
    """The figures of a document in order, ids f1, f2...; one number of one indicator is told once."""
    parsed = quantities.parsed
    trained = model.shipped("figures")
    limit = trained.thresholds[parsed.language] if threshold is None else threshold
    out: list[Figure] = []
    seen = set()
    for quantity in quantities.all:
        sentence = parsed.tokens[quantity.first].sentence
        probability = trained.probabilities(features.of(parsed, quantity, quantities.kinds(sentence)))["figure"]
        stock = probability < limit and is_stock(parsed, quantity)
        if probability < limit and not stock:
            continue
        by = (STOCK, STOCK_CONFIDENCE) if stock else (BY, probability)
        figure = _figure(quantities, quantity, f"f{len(out) + 1}", by)
        key = (figure.indicator, figure.unit, figure.value, figure.low, figure.high, figure.change)
        if key not in seen:
            seen.add(key)
            out.append(figure)
    return out


def is_stock(parsed: Parsed, quantity: Quantity) -> bool:
    """Of a number that somebody has, or that exists: "the army has 64 bases", which is a state however rare its words."""
    if quantity.noun is None or quantity.kind not in {"item", "person"} or quantity.number.value < LEAST_STOCK:
        return False
    noun = parsed.tokens[quantity.noun]
    verb = parsed.tokens[noun.head]
    definite = quantity.first > 0 and parsed.tokens[quantity.first - 1].lower in {"the", "los", "las", "these", "estos", "those"}
    return verb.lemma in HOLDING and noun.dep in {"obj", "nsubj"} and not definite


def _figure(quantities: Quantities, quantity: Quantity, name: str, by: tuple[str, float]) -> Figure:
    parsed, number = quantities.parsed, quantity.number
    sentence = parsed.sentence_of(quantity.first)
    change = describe.change(parsed, quantity)
    of_change = change is not None and change.percent is not None
    span = words(parsed, quantity)
    return Figure(
        id=name,
        indicator=describe.indicator(parsed, quantity, moved=of_change),
        value=None
        if of_change or number.side == "between"
        else quantity.scaled(number.best if number.best is not None else number.value),
        low=None if of_change else quantity.scaled(number.low),
        high=None if of_change else quantity.scaled(number.high),
        unit=describe.unit(parsed, quantity),
        change=change,
        period=describe.period(quantities, quantity),
        places=describe.places(parsed, sentence),
        text=span.quote,
        evidence=(parsed.sentence_span(sentence),),
        by=by[0],
        confidence=round(by[1], 3),
    )
