"""Scores of codings against gold."""

import importlib.util
import json
import random
from types import ModuleType
from typing import Any

import pytest

from almenara.scoring import read_gold, score
from tests.corpora import corpus

TEXT = "Police arrested three men in Tumaco on Monday. The navy seized 40 kilos of cocaine, officials said."


def span(words: str) -> dict[str, Any]:
    """Evidence as codings write it."""
    at = TEXT.index(words)
    return {"start": at, "end": at + len(words), "quote": words}


def coding(*events: dict[str, Any]) -> dict[str, Any]:
    """A coding with nothing but events."""
    return {"document": {"text": TEXT, "id": "d"}, "events": list(events), "claims": [], "forecasts": [], "figures": []}


ARREST = {"act": "arrest", "reality": "occurred", "background": False, "evidence": ["Police arrested three men in Tumaco"]}
SEIZURE = {"act": "seizure", "reality": "occurred", "background": False, "evidence": ["The navy seized 40 kilos of cocaine"]}
GOLD = {"d": {"id": "d", "events": [ARREST, SEIZURE], "claims": [], "forecasts": [], "figures": []}}


def test_an_event_with_the_same_act_and_evidence_is_a_hit() -> None:
    """Half of the gold found and nothing else gives P 1, R 0.5."""
    found = coding({**ARREST, "evidence": [span("Police arrested three men in Tumaco on Monday")]})
    result = score(GOLD, {"d": found}).result()["events_strict"]
    assert {"P": 1.0, "R": 0.5, "F1": 2 / 3, "gold": 2, "pred": 1} == result


def test_a_wrong_act_is_missed_and_spurious() -> None:
    """Both lists name it, so that the page of misses can show it."""
    found = coding({**ARREST, "act": "kidnapping", "evidence": [span("Police arrested three men in Tumaco")]})
    scores = score({"d": {**GOLD["d"], "events": [ARREST]}}, {"d": found})
    assert ["arrest"] == [e["act"] for _, e in scores.missed]
    assert ["kidnapping"] == [e["act"] for _, e in scores.spurious]


def test_a_false_quote_lowers_the_share_of_valid_spans() -> None:
    """Offsets that do not hold the quote are counted, whatever else is right."""
    found = coding({**ARREST, "evidence": [{"start": 0, "end": 6, "quote": "Troops"}]})
    assert {"valid": 0.0, "of": 1} == score(GOLD, {"d": found}).result()["spans"]


def test_a_document_without_coding_counts_as_empty() -> None:
    """Refusing a document must not raise a score."""
    assert 2 == score(GOLD, {}).result()["events_strict"]["gold"]


def _reference() -> ModuleType:
    path = corpus("gold").parent.parent / "score" / "records.py"
    if not path.exists():
        pytest.skip("the reference scorer is not beside the corpora")
    spec = importlib.util.spec_from_file_location("records", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _disturbed(gold: dict[str, Any], text: str, draw: random.Random) -> dict[str, Any]:
    """A coding like the gold with drops, changed acts and swapped values, so that every branch of the scorer is met."""
    out = json.loads(json.dumps(gold))
    out["document"] = {"text": text, "id": gold["id"], "source_id": gold["id"]}
    for kind in ("events", "claims", "forecasts", "figures"):
        out[kind] = [item for item in out[kind] if draw.random() > 0.3]
        draw.shuffle(out[kind])
    for event in out["events"]:
        if draw.random() < 0.2:
            event["act"] = draw.choice(["arrest", "seizure", "attack"])
        if draw.random() < 0.2:
            event["date"] = None
        event["participants"] = event["participants"][:1]
        event["evidence"] = [
            {"start": text.find(q), "end": text.find(q) + len(q), "quote": q} if draw.random() < 0.9 else q
            for q in event["evidence"]
        ]
    return out


@pytest.mark.corpus
def test_the_numbers_are_those_of_the_reference_scorer() -> None:
    """On the whole dev set, disturbed in five ways, every figure equals the reference's."""
    reference, folder = _reference(), corpus("gold")
    golds = read_gold(folder / "codings")
    texts = {name: json.loads((folder / "docs" / f"{name}.json").read_text("utf-8"))["text"] for name in golds}
    for seed in range(5):
        draw = random.Random(seed)  # noqa: S311 a seed, not a secret
        codings = {name: _disturbed(dict(gold), texts[name], draw) for name, gold in golds.items()}
        expected, actual = reference.score(golds, codings), score(golds, codings).result()
        expected["overall"] = pytest.approx(expected["overall"])
        assert expected == actual
