"""How places found in texts are scored against annotated ones.

Conventions, the same for every corpus:
- counted are the annotated names, in the English corpora those with coordinates; a name found elsewhere, also on an
  annotated name without coordinates or inside the name of a body, is wrong, unless it touches a stretch that the
  annotation leaves out on purpose;
- found and annotated names are paired one to one, equal stretches first, then overlapping ones, in the order of the text;
- F1 strict: pairs with equal stretches; F1 (overlap): all pairs;
- Acc@161, AUC, mean error: over the pairs whose annotated place has coordinates. AUC is the mean of ln(1 + km) over
  ln(1 + 20,039), half the earth's girth, so less is better; a place that the system leaves without a point counts as
  20,039 km away;
- id: pairs whose identifier is one of the annotated ones, where identifiers are annotated.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from almenara.places import Located
from almenara.places.geometry import distance_km

FAR = 161.0  # kilometres, a hundred miles: the yardstick of the field
MOST = 20_039.0
DRAWS = 1000
COLUMNS = ("gold", "found", "strict", "overlap", "near", "km", "log", "named", "right", "placed")


class Toponym(NamedTuple):
    """An annotated name [start, end) with its point (None where the gazetteer has none) and the identifiers that are right."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    ids: tuple[str, ...] = ()


class Article(NamedTuple):
    """A text with its annotated names.

    `within` is the stretch that was annotated, `left_out` what is not to be judged, `outlet` who published it.
    """

    text: str
    gold: list[Toponym]
    within: tuple[int, int] | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    outlet: str = ""


def judged(article: Article, found: Sequence[Located]) -> list[Located]:
    """The places found that are to be judged."""
    low, high = article.within or (0, len(article.text))
    inside = [f for f in found if low <= f.start < high]
    return [f for f in inside if not any(f.start < end and start < f.end for start, end in article.left_out)]


def pairs(gold: Sequence[Toponym], found: Sequence[Located]) -> list[tuple[Toponym, Located]]:
    """One to one: equal stretches, then overlapping ones."""
    equal = {(f.start, f.end): f for f in found}
    out = [(g, equal[g.start, g.end]) for g in gold if (g.start, g.end) in equal]
    taken = {id(f) for _, f in out}
    done = {id(g) for g, _ in out}
    for g in gold:
        other = next((f for f in found if id(f) not in taken and f.start < g.end and g.start < f.end), None)
        if id(g) not in done and other is not None:
            taken.add(id(other))
            out.append((g, other))
    return out


def error(gold: Toponym, place: Located) -> float:
    """Kilometres between a place and where it should be."""
    if gold.lat is None or gold.lon is None or place.lat is None or place.lon is None:
        return MOST
    return distance_km(place.lat, place.lon, gold.lat, gold.lon)


def row(article: Article, found: Sequence[Located]) -> tuple[float, ...]:
    """One article's sums, in the order of COLUMNS."""
    known = judged(article, found)
    matched = pairs(article.gold, known)
    errors = [error(g, f) for g, f in matched if g.lat is not None]
    strict = sum((g.start, g.end) == (f.start, f.end) for g, f in matched)
    named = [(g, f) for g, f in matched if g.ids]
    right = sum(f.gazetteer_id in g.ids for g, f in named)
    logs = sum(math.log1p(km) / math.log1p(MOST) for km in errors)
    near = sum(km <= FAR for km in errors)
    return (len(article.gold), len(known), strict, len(matched), near, sum(errors), logs, len(named), right, len(errors))


def f1(column: int) -> Callable[[np.ndarray], float]:
    """F1 of the pairs counted in a column."""
    return lambda sums: float(2 * sums[column] / max(sums[0] + sums[1], 1))


def share(column: int, whole: int) -> Callable[[np.ndarray], float]:
    """One column over another."""
    return lambda sums: float(sums[column] / max(sums[whole], 1))


FIGURES: dict[str, Callable[[np.ndarray], float]] = {
    "precision": share(3, 1),
    "recall": share(3, 0),
    "f1_strict": f1(2),
    "f1": f1(3),
    "acc161": share(4, 9),
    "auc": share(6, 9),
    "mean_km": share(5, 9),
    "id": share(8, 7),
}


def figures(rows: np.ndarray) -> dict[str, float]:
    """Every figure of some articles."""
    return {name: figure(rows.sum(axis=0)) for name, figure in FIGURES.items()}


def interval(rows: np.ndarray, figure: Callable[[np.ndarray], float]) -> str:
    """The figure of all rows with its 95 % bootstrap interval over articles."""
    random = np.random.default_rng(7)
    draws = [figure(rows[random.integers(0, len(rows), len(rows))].sum(axis=0)) for _ in range(DRAWS)]
    low, high = np.percentile(draws, (2.5, 97.5))
    return f"{figure(rows.sum(axis=0)):.3f} [{low:.3f}, {high:.3f}]"
