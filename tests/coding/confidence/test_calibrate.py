"""Scores of models become shares of right values."""

from msgspec.structs import replace

from almenara.coding.confidence import calibrated
from almenara.coding.confidence.calibrate import KINDS, Judge, shipped
from almenara.model import Claim, Coding, Document, Event, Speaker
from tests.coding.factory import FIRST, SECOND, TEXT, told, who

CLAIM = Claim(
    id="c1", speaker=Speaker(name="police"), verb="said", stance="asserts", content=FIRST, direct=False, anonymous=False,
    evidence=(FIRST,), by="rule:claim.before.en", confidence=0.6,
)  # fmt: skip
FLAT = {kind: {"bias": 0.0, "score": 1.0, "sure": 0.5} for kind in KINDS}


def coding(*events: Event) -> Coding:
    """A coding of the factory's text."""
    return Coding(document=Document(id="0", text=TEXT, language="en"), events=events, claims=(CLAIM,))


def test_every_kind_has_weights():
    """Nothing is left at the score of its model."""
    assert set(KINDS) == set(shipped())


def test_a_higher_score_is_a_higher_confidence():
    """The order of one kind's like values is kept."""
    low, high = (calibrated(coding(replace(told(FIRST), confidence=c))).events[0].confidence for c in (0.3, 0.9))
    assert True is (0 < low < high < 1)


def test_a_participant_is_less_sure_where_its_event_is():
    """Who took part in what did not happen is wrong too."""
    event = told(FIRST, who("subject", "e1"))
    sure, unsure = (calibrated(coding(replace(event, confidence=c)), FLAT).events[0].participants[0] for c in (0.9, 0.1))
    assert sure.confidence > unsure.confidence


def test_nothing_but_confidences_changes():
    """The values stay as they were coded."""
    before = coding(told(FIRST, who("subject", "e1"), day="2020-05-03", best=3), told(SECOND))
    after = calibrated(before)
    same = [
        replace(b, confidence=a.confidence, participants=a.participants) for a, b in zip(after.events, before.events, strict=True)
    ]
    assert [(e.act, e.evidence) for e in same] == [(e.act, e.evidence) for e in after.events]
    assert CLAIM == replace(after.claims[0], confidence=CLAIM.confidence)


def test_spanish_has_a_bias_of_its_own():
    """The same score may mean more in one language."""
    weights = {"claim": {"bias": 0.0, "es": 1.0, "score": 0.0}}
    assert (0.5, 0.731) == tuple(Judge(weights, lang).of("claim", {"score": 2.0}) for lang in ("en", "es"))
