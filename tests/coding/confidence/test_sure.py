"""What is less sure than wished is left out, with what hangs on it."""

from msgspec.structs import replace

from almenara.coding.confidence import at_least
from almenara.coding.confidence.sure import size
from almenara.model import Coding, Document, Forecast, Hedge
from tests.coding.confidence.test_calibrate import CLAIM
from tests.coding.factory import FIRST, SECOND, TEXT, told, who

FORECAST = Forecast(
    id="f1", content=SECOND, by="c1", hedge=Hedge(text="may", strength="may"), evidence=(SECOND,), made_by="test", confidence=0.9
)
SURE = replace(told(FIRST, who("subject", "e1"), day="2020-05-03", best=2), confidence=0.8, attribution=("c1",))
UNSURE = replace(told(SECOND, who("subject", "e1")), id="v2", confidence=0.2)
CODING = Coding(
    document=Document(id="0", text=TEXT, language="en"), events=(SURE, UNSURE), claims=(CLAIM,), forecasts=(FORECAST,)
)  # fmt: skip


def test_an_unsure_event_goes_with_all_that_hangs_on_it():
    """Its participant is counted too."""
    kept, dropped = at_least(CODING, 0.4)
    assert ((SURE,), 2) == (kept.events, dropped)


def test_an_unsure_value_leaves_its_event():
    """A participant below the limit goes, the event stays."""
    kept, _ = at_least(CODING, 0.55)
    assert [("v0", ())] == [(e.id, e.participants) for e in kept.events]


def test_a_dropped_claim_takes_its_forecasts_and_is_pointed_to_no_more():
    """No id points to nothing."""
    kept, _ = at_least(CODING, 0.7)
    assert ((), (), ()) == (kept.claims, kept.forecasts, kept.events[0].attribution)


def test_nothing_is_dropped_at_zero():
    """Everything is as sure as that."""
    assert (CODING, 0) == at_least(CODING, 0.0)


def test_what_is_dropped_and_kept_adds_up():
    """No value is counted twice."""
    for least in (0.1, 0.3, 0.5, 0.7, 0.9):
        kept, dropped = at_least(CODING, least)
        assert size(CODING) == size(kept) + dropped
