"""The article that started the project: what must be found in it, read off the corpus where that is there."""

import pytest

import almenara
from almenara.model import Coding, Event
from tests.corpora import corpus

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def coding() -> Coding:
    """The coding of the seed."""
    path = next(corpus("seed").glob("*.txt"))
    return almenara.code(path.read_bytes(), name=path.name, published="2016-10-07")


def emergencies(coding: Coding) -> list[Event]:
    """The events that are states of emergency."""
    return [e for e in coding.events if e.act == "state_of_emergency"]


def test_the_planned_measure_has_its_term_and_territory(coding: Coding):
    """Sixty days from 11 October to 9 December 2016 in the VRAEM, by an issuer."""
    planned = next(e for e in emergencies(coding) if e.reality == "planned")
    assert planned.measure is not None
    assert (60, "2016-10-11", "2016-12-09") == (planned.measure.days, planned.measure.start, planned.measure.end)
    assert "region:vraem" in {p.gazetteer_id for p in planned.places}
    assert planned.measure.issuer is not None


def test_the_lifting_the_year_before_is_background(coding: Coding):
    """The end of the earlier measure is told to explain."""
    assert any(e.background and e.measure and e.measure.state == "lifted" for e in emergencies(coding))


@pytest.mark.parametrize(("name", "channel"), [("Zavala", "El Comercio"), ("Tubino", "Andina")])
def test_claims_have_speaker_office_and_channel(coding: Coding, name: str, channel: str):
    """Who said it, as what, through whom."""
    claim = next(c for c in coding.claims if name in c.speaker.name)
    assert (True, True) == (channel in (claim.channel or ""), bool(claim.speaker.office))


def test_figures(coding: Coding):
    """Sixty-four bases; coca down nearly 65 percent in the Alto Huallaga."""
    assert {("military_bases", 64.0)} <= {(f.indicator, f.value) for f in coding.figures}
    changes = [(f.change.direction, f.change.percent, f.places[0].gazetteer_id) for f in coding.figures if f.change and f.places]
    assert ("decrease", 65.0, "region:alto_huallaga") in changes


def test_forecasts_have_hedges(coding: Coding):
    """At least three of the four."""
    assert len([f for f in coding.forecasts if f.hedge.text and f.hedge.strength]) >= 3


def test_nothing_comes_from_other_stories(coding: Coding):
    """Every event's evidence lies in a section that is coded."""
    kinds = {coding.document.section_at(span.start) for e in coding.events for span in e.evidence}
    assert kinds <= {"headline", "caption", "body", "analysis"}
