"""Numbers about a state of the world (CODEBOOK 5): which numbers are figures a learned model says, what they say rules."""

from almenara.coding.quantities import describe, features, model
from almenara.coding.quantities.counts import words
from almenara.coding.quantities.reading import Quantities
from almenara.coding.quantities.units import Quantity
from almenara.model import Figure

BY = "model:figures.1"


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
        if probability < limit:
            continue
        figure = _figure(quantities, quantity, f"f{len(out) + 1}", probability)
        key = (figure.indicator, figure.unit, figure.value, figure.low, figure.high, figure.change)
        if key not in seen:
            seen.add(key)
            out.append(figure)
    return out


def _figure(quantities: Quantities, quantity: Quantity, name: str, probability: float) -> Figure:
    parsed, number = quantities.parsed, quantity.number
    sentence = parsed.sentence_of(quantity.first)
    change = describe.change(parsed, quantity)
    of_change = change is not None and change.percent is not None
    span = words(parsed, quantity)
    return Figure(
        id=name,
        indicator=describe.indicator(parsed, quantity),
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
        by=BY,
        confidence=round(probability, 3),
    )
