"""Errors of calibration are computed as they are defined."""

import numpy as np
import pytest
from evals.calibration import Judged, ece, judged_of, noise, points
from evals.curves import svg
from evals.rights import rights

EVENT = {"act": "arrest", "reality": "occurred", "evidence": [{"quote": "police arrested three men"}], "confidence": 0.7}
FOUND = {
    **dict.fromkeys(("claims", "forecasts", "figures"), ()),
    "events": [
        {**EVENT, "participants": [{"role": "subject", "name": "men", "confidence": 0.4}], "date": {"start": "2020-05-03"}},
        {**EVENT, "act": "seizure", "confidence": 0.2},
    ],
}
GOLD = {
    **dict.fromkeys(("claims", "forecasts", "figures"), ()),
    "language": "en",
    "events": [
        {**EVENT, "evidence": ["police arrested three men"], "participants": [{"role": "subject", "name": "three men"}],
         "date": {"start": "2020-05-04", "precision": "day"}},
    ],
}  # fmt: skip


def test_what_is_exactly_as_often_right_as_said_has_no_error():
    """Two bins, each with its share."""
    assert 0 == ece(np.array([0.5] * 4 + [1.0] * 4), np.array([0, 1, 0, 1, 1, 1, 1, 1.0]), bins=2)


def test_the_gap_of_each_bin_counts_by_its_size():
    """All wrong at 0.9 is an error of 0.9."""
    assert 0.9 == pytest.approx(ece(np.full(10, 0.9), np.zeros(10)))


def test_few_values_are_noisy_even_where_confidence_is_true():
    """The noise falls with the number of values."""
    assert noise(np.full(20, 0.5)) > 2 * noise(np.full(2000, 0.5))


def test_what_agrees_with_gold_is_right_and_what_hangs_on_a_false_event_is_false():
    """Kinds, places in the coding, rights."""
    assert [
        ("event", (0,), True), ("date", (0, 0), False), ("participant", (0, 0), True), ("event", (1,), False),
    ] == list(rights(FOUND, GOLD))  # fmt: skip


def test_values_are_gathered_by_kind_and_language():
    """Dates without a confidence are no part of it."""
    found = judged_of({"a": GOLD}, {"a": FOUND})
    assert {(kind, lang) for kind in ("event", "participant", "any") for lang in ("all", "en")} == set(found)
    assert [0.7, 0.2] == found["event", "en"].confidence.tolist()
    assert [0.7, 0.4, 0.2] == found["any", "all"].confidence.tolist()


def test_precision_and_recall_at_a_level():
    """Recall is of all the gold."""
    assert [(0.0, 0.5, 0.25), (0.5, 1.0, 0.25)] == points(Judged(np.array([0.9, 0.1]), np.array([1.0, 0.0]), 4), (0.0, 0.5, 0.95))


def test_a_curve_is_drawn_in_the_square():
    """(0, 1) lies at the upper left."""
    drawn = svg({"a<b": [(0, 1), (1, 0)]}, ("recall", "precision"))
    assert True is ('points="46.0,46.0 446.0,446.0"' in drawn and "a&lt;b" in drawn)
