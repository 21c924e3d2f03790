"""Participants of given events."""

from evals import participants
from tests.coding.entities.factory import parse

TEXT = "Police arrested Mateo Vargas in Pasto on Friday. It rained."
EVENT = {
    "act": "arrest",
    "reality": "occurred",
    "background": False,
    "evidence": ["Police arrested Mateo Vargas in Pasto on Friday."],
    "participants": [{"role": "authority", "name": "Police"}, {"role": "subject", "name": "Mateo Vargas"}],
}


def test_an_event_is_given_by_the_sentences_of_its_evidence() -> None:
    """What the coder finds in them stands beside what is wanted."""
    ((found, wanted),) = participants.told(parse(TEXT, "en"), {"events": [EVENT]})
    assert {("authority", "Police"), ("subject", "Mateo Vargas")} == {a[:2] for a in wanted}
    assert {("authority", "Police"), ("subject", "Mateo Vargas")} <= {a[:2] for a in found}


def test_nothing_is_found_of_an_event_that_the_text_does_not_hold() -> None:
    """Its participants are missed all the same."""
    ((found, wanted),) = participants.told(
        parse(TEXT, "en"), {"events": [{**EVENT, "evidence": ["Nothing of the kind was told."]}]}
    )
    assert ([], 2) == (found, len(wanted))


def test_f1_of_nothing_is_nothing() -> None:
    """No division by zero."""
    assert (0.0, 0.5) == (participants.f1(0, 0, 0), participants.f1(1, 2, 2))
