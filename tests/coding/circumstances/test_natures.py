"""How an event is told: as done, planned, alleged, denied; as the news or as background."""

import numpy as np
import pytest

from almenara.coding import circumstances, entities
from almenara.coding.circumstances.nature_features import LAYER, Natures, features
from almenara.coding.circumstances.natures import VOTE, is_background, likely
from almenara.coding.circumstances.scorer import Scorer
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.draft import EventDraft
from almenara.coding.quantities import Quantities
from almenara.coding.statements import claims
from almenara.language import Parsed
from tests.coding.circumstances.factory import draft, parse


def told(text: str, code: str, *events: tuple[str, str]) -> list[EventDraft]:
    """The drafts of events, (act, word) each, with their reality and background."""
    parsed = parse(text, code)
    cast = entities.find(parsed)
    drafts = [draft(parsed, act, word) for act, word in events]
    return circumstances.natures(drafts, Quantities(parsed), claims(parsed, cast), cast)


def seen(parsed: Parsed, *drafts: EventDraft) -> set[str]:
    """The features of the first of some drafts."""
    cast = entities.find(parsed)
    return features(Natures(Tellings(parsed, drafts), Quantities(parsed), claims(parsed, cast), cast), 0)


@pytest.mark.parametrize(
    ("code", "text", "act", "word", "reality"),
    [
        ("en", "Police arrested four men in Tumaco on May 3.", "arrest", "arrested", "occurred"),
        ("en", "The governor will declare a curfew in Tumaco next week.", "curfew", "curfew", "planned"),
        ("es", "La Policía detuvo a cuatro hombres en Tumaco.", "arrest", "detuvo", "occurred"),
        ("es", "El alcalde habría recibido sobornos de los contratistas.", "corruption", "recibido", "alleged"),
        ("es", "El ministro firmará el acuerdo el próximo lunes.", "agreement", "firmará", "planned"),
    ],
)
def test_tense_and_mood_say_whether_it_happened(code: str, text: str, act: str, word: str, reality: str) -> None:
    """Done, to come, or only said against somebody."""
    assert [reality] == [d.reality for d in told(text, code, (act, word))]


def test_what_was_stopped_stays_an_attempt() -> None:
    """Goods that are seized in the sentence of their transport settle its reality beforehand."""
    parsed = parse("The navy seized a boat that carried cocaine.", "en")
    cast = entities.find(parsed)
    made = draft(parsed, "drug_trafficking", "carried", "attempted")
    assert ["attempted"] == [d.reality for d in circumstances.natures([made], Quantities(parsed), [], cast)]


def test_old_news_is_background() -> None:
    """A date of years ago, in the perfect of the past, is no news."""
    text = (
        "Police arrested Mateo Vargas in Tumaco on Tuesday. He had no lawyer. His case goes to a court in Pasto. "
        "His brother had been killed in an ambush in 2009."
    )
    arrest, killing = told(text, "en", ("arrest", "arrested"), ("targeted_killing", "killed"))
    assert (False, True) == (arrest.background, killing.background)


def test_the_age_of_a_date_is_counted_from_the_news() -> None:
    """Days before publication, in steps."""
    parsed = parse("Police arrested Mateo Vargas on Tuesday.", "en")
    assert "age=week" in seen(parsed, draft(parsed, "arrest", "arrested"))


def test_the_other_acts_of_a_sentence_are_seen() -> None:
    """A charge beside it makes a killing an allegation."""
    parsed = parse("Prosecutors charged Mateo Vargas with killing two guards.", "en")
    found = seen(parsed, draft(parsed, "targeted_killing", "killing"), draft(parsed, "charge", "charged"))
    assert "with=charge|targeted_killing" in found


def test_the_scores_of_the_reader_are_seen_in_steps() -> None:
    """Each score as the steps that it reaches; a parse without scores has none."""
    parsed = parse("Police arrested Mateo Vargas.", "en")
    made = draft(parsed, "arrest", "arrested")
    parsed.scores = {LAYER: np.array([[0.5, -9.0]], np.float32)}
    assert {f"read0>{step}" for step in range(-5, 1)} == {f for f in seen(parsed, made) if f.startswith("read")}


def test_the_model_of_acts_has_a_vote() -> None:
    """It decides between what weighs nearly the same, and no more than that."""
    known = {"a": [0.0, VOTE["reality"] / 2, 0.0, 0.0, 0.0, 0.0, 0.0], "b": [0.0, 0.0, 0.0, 9.0, 0.0, 0.0, 0.0]}
    assert ("occurred", "ongoing", "planned") == (
        likely(known, {"a"}, "occurred"), likely(known, {"a"}, "ongoing"), likely(known, {"a", "b"}, "occurred"),
    )  # fmt: skip
    assert (True, False) == tuple(is_background(Scorer({}), set(), voted=v) for v in (True, False))
