"""Places found are paired and measured as the definitions say; the Spanish set is whole."""

import json

import numpy as np
from evals.geocorpora import SPANISH
from evals.geoscores import MOST, Article, Toponym, figures, pairs, row

from almenara.places import Located

HUARAZ = (-9.53, -77.53)


def located(
    start: int, end: int, lat: float | None = HUARAZ[0], lon: float | None = HUARAZ[1], ref: str = "geonames:1"
) -> Located:
    """A place that some system found."""
    return Located(
        name="",
        kind="populated",
        gazetteer_id=ref,
        lat=lat,
        lon=lon,
        precision=1,
        basis="",
        confidence=1,
        start=start,
        end=end,
        text="",
    )


def test_equal_stretches_pair_before_overlapping_ones():
    """One found name serves one annotated name only."""
    gold = [Toponym(0, 6, *HUARAZ), Toponym(8, 12, *HUARAZ)]
    found = [located(0, 12), located(8, 12)]
    assert [(8, 12), (0, 12)] == [(f.start, f.end) for _, f in pairs(gold, found)]


def test_each_figure_of_one_article():
    """One name right, one far off, one missed, one of nothing."""
    gold = [Toponym(0, 6, *HUARAZ, ("geonames:1",)), Toponym(10, 16, 40.0, -3.0, ("geonames:2",)), Toponym(20, 26, *HUARAZ)]
    found = [located(0, 6), located(10, 14), located(40, 44)]
    known = figures(np.array([row(Article("x" * 50, gold), found)]))
    assert (2 / 3, 2 / 3, 1 / 3, 0.5, 0.5) == tuple(known[name] for name in ("precision", "recall", "f1_strict", "acc161", "id"))


def test_a_place_without_a_point_lies_at_the_other_end_of_the_world():
    """Not to say where is no way to a better mean."""
    article = Article("x" * 10, [Toponym(0, 6, *HUARAZ)])
    assert MOST == figures(np.array([row(article, [located(0, 6, None, None)])]))["mean_km"]


def test_what_is_left_out_and_what_lies_outside_is_not_judged():
    """Neither right nor wrong."""
    article = Article("x" * 30, [Toponym(0, 6, *HUARAZ)], (0, 20), ((8, 14),))
    assert 1.0 == figures(np.array([row(article, [located(0, 6), located(9, 14), located(22, 28)])]))["precision"]


def test_the_spanish_set_has_offsets_and_identifiers_only():
    """No word of the texts is kept, and no name."""
    lines = [json.loads(line) for line in SPANISH.read_text("utf-8").splitlines()]
    assert {"document", "start", "end", "toponyms", "left_out"} == {key for line in lines for key in line}
    assert {"start", "end", "ids", "lat", "lon"} == {key for line in lines for t in line["toponyms"] for key in t}
    assert 389 == sum(len(line["toponyms"]) for line in lines)


def test_the_spanish_set_lies_inside_its_stretches_in_order():
    """Each name behind the one before it."""
    for line in (json.loads(text) for text in SPANISH.read_text("utf-8").splitlines()):
        stops = [line["start"], *(at for t in line["toponyms"] for at in (t["start"], t["end"])), line["end"]]
        assert sorted(stops) == stops
