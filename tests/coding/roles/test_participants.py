"""Who takes part, whatever the construction, in both languages."""

import pytest

from almenara.coding import roles
from tests.coding.roles.factory import pairs, scene, who

EVENTS = [
    ("en", "arrest", "Police <arrested> Mateo Vargas in Pasto on Friday.", "authority: Police; subject: Mateo Vargas"),
    ("en", "arrest", "Mateo Vargas was <arrested> by soldiers.", "authority: soldiers; subject: Mateo Vargas"),
    ("en", "arrest", "The <arrest> of Mateo Vargas by soldiers ended the search.", "authority: soldiers; subject: Mateo Vargas"),
    ("en", "targeted_killing", "Gunmen who <killed> two farmers fled to the hills.", "perpetrator: Gunmen; victim: farmers"),
    ("en", "extortion", "The gang <extorted> farmers and drivers.", "perpetrator: gang; victim: farmers; victim: drivers"),
    ("en", "seizure", "The army <seized> 40 kilos of cocaine and a truck.", "authority: army; object: cocaine; object: truck"),
    ("es", "arrest", "La Policía <detuvo> a Mateo Vargas en Pasto el viernes.", "authority: Policía; subject: Mateo Vargas"),
    ("es", "arrest", "Mateo Vargas fue <detenido> por soldados.", "authority: soldados; subject: Mateo Vargas"),
    ("es", "arrest", "La <captura> de Mateo Vargas por la Policía cerró el caso.", "authority: Policía; subject: Mateo Vargas"),
    ("es", "targeted_killing", "Hombres armados <mataron> a dos mineros.", "perpetrator: Hombres armados; victim: mineros"),
    ("es", "extortion", "La banda <extorsionaba> a comerciantes y choferes.", "perpetrator: banda; victim: comerciantes"),
    ("es", "seizure", "El Ejército <incautó> 40 kilos de cocaína.", "authority: Ejército; object: cocaína"),
]


@pytest.mark.parametrize(("code", "act", "text", "expected"), EVENTS)
def test_participants_by_construction(code: str, act: str, text: str, expected: str) -> None:
    """Actives, passives, nouns of action, relative clauses and lists give the same roles; <> marks the trigger."""
    trigger = text[text.index("<") + 1 : text.index(">")]
    found = {f"{role}: {name}" for role, name in pairs(who(text.replace("<", "").replace(">", ""), code, act, trigger))}
    assert set(expected.split("; ")) <= found


@pytest.mark.parametrize(
    ("code", "text"), [("en", "The ELN kidnapped two engineers."), ("es", "El ELN secuestró a dos ingenieros.")]
)
def test_a_sentence_without_trigger_is_read_by_its_words(code: str, text: str) -> None:
    """Where no rule named the word of the act, the model finds it."""
    assert ("perpetrator", "ELN") in pairs(who(text, code, "kidnapping"))


def test_a_pronoun_takes_part_under_the_name() -> None:
    """Whom "him" means is the subject, with both the name and the pronoun as evidence."""
    found = who("Mateo Vargas fled the prison. Guards captured him near the river.", "en", "arrest", "captured")
    subject = next(p for p in found if p.role == "subject")
    assert "Mateo Vargas" == subject.name
    assert "Mateo Vargas" in {s.quote for s in subject.evidence}


def test_a_title_and_its_name_are_one() -> None:
    """A president is not appointing beside herself."""
    found = who("La presidenta Rosa Quiroga nombró a Mateo Vargas ministro.", "es", "appointment", "nombró", threshold=0.0)
    assert "presidenta" not in {p.name for p in found}


def test_no_participant_twice_in_a_role() -> None:
    """Of a body and its members in one role the surer stays."""
    found = who("Agentes de la Policía Nacional detuvieron a Mateo Vargas.", "es", "arrest", "detuvieron")
    assert 1 == sum(p.role == "authority" for p in found)


def test_participants_come_surest_first_above_the_threshold() -> None:
    """Probabilities fall, and none lies below what was asked."""
    text = "The army seized 40 kilos of cocaine and a truck near the border on Monday."
    chances = [p.confidence for p in who(text, "en", "seizure", "seized", threshold=0.05)]
    assert chances == sorted(chances, reverse=True)
    assert all(c >= 0.05 for c in chances)


def test_a_named_participant_points_to_its_entity() -> None:
    """The entity holds all mentions of the participant."""
    parsed, draft, cast = scene("Police arrested Mateo Vargas. Vargas is 40.", "en", "arrest", "arrested")
    subject = next(p for p in roles.participants(parsed, draft, cast) if p.role == "subject")
    entity = cast.get(subject.entity or "")
    assert entity is not None
    assert ["Mateo Vargas", "Vargas"] == [m.quote for m in entity.mentions]
