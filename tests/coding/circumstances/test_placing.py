"""Where an event was."""

import pytest
from msgspec.structs import replace

from almenara.coding import circumstances
from almenara.coding.circumstances.place_candidates import Sites
from almenara.coding.circumstances.tellings import Tellings
from almenara.coding.draft import ActMention, EventDraft
from tests.coding.circumstances.factory import draft, located, parse, where

TOWN, STATE, COUNTRY = "populated", "admin1", "country"


@pytest.mark.parametrize(
    ("code", "text", "act", "word"),
    [
        ("en", "Gunmen killed three farmers in Caucasia on Monday.", "massacre", "killed"),
        ("es", "Hombres armados mataron a tres campesinos en Caucasia el lunes.", "massacre", "mataron"),
    ],
)
def test_the_place_beside_the_act_is_its_scene(code: str, text: str, act: str, word: str) -> None:
    """A place in the clause of the act is where it was."""
    (places,) = where(text, code, {"Caucasia": TOWN}, (act, word))
    assert [("Caucasia", "scene")] == [(p.name, p.role) for p in places]


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "Police arrested a mayor in Tibú, Norte de Santander.", "arrested"),
        ("es", "La Policía detuvo a un alcalde en Tibú, Norte de Santander.", "detuvo"),
    ],
)
def test_the_smallest_of_a_chain_is_the_place(code: str, text: str, word: str) -> None:
    """In "town, state" the town is the place."""
    (places,) = where(text, code, {"Tibú": TOWN, "Norte de Santander": STATE}, ("arrest", word))
    assert ["Tibú"] == [p.name for p in places]


@pytest.mark.parametrize(
    ("code", "text", "events"),
    [
        (
            "en",
            "Gunmen killed a teacher in Caucasia, while police arrested two brothers in Tumaco.",
            [("targeted_killing", "killed"), ("arrest", "arrested")],
        ),
        (
            "es",
            "Sicarios asesinaron a un maestro en Caucasia, mientras la Policía detuvo a dos hermanos en Tumaco.",
            [("targeted_killing", "asesinaron"), ("arrest", "detuvo")],
        ),
    ],
)
def test_each_act_has_the_place_of_its_own_clause(code: str, text: str, events: list[tuple[str, str]]) -> None:
    """Two acts of one sentence have two places."""
    found = where(text, code, {"Caucasia": TOWN, "Tumaco": TOWN}, *events)
    assert ["Caucasia", "Tumaco"] == [places[0].name for places in found]


@pytest.mark.parametrize(
    ("code", "text", "events"),
    [
        (
            "en",
            "Gunmen attacked a police post in Caucasia on Monday. Two officers were killed.",
            [("attack", "attacked"), ("targeted_killing", "killed")],
        ),
    ],
)
def test_an_inherited_place_says_where_it_comes_from(code: str, text: str, events: list[tuple[str, str]]) -> None:
    """What a sentence does not name is taken from an earlier one, with the reason and the words it rests on."""
    _, places = where(text, code, {"Caucasia": TOWN}, *events)
    (place,) = places
    assert ("Caucasia", True) == (place.name, "earlier sentence" in (place.basis or ""))
    assert "Caucasia" == place.evidence[0].quote


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The gang trafficked cocaine from Colombia to Spain.", "trafficked"),
        ("es", "La banda traficaba cocaína desde Colombia hacia España.", "traficaba"),
    ],
)
def test_what_moves_has_an_origin_and_a_destination(code: str, text: str, word: str) -> None:
    """From and to say the roles of places."""
    names = {"Colombia": COUNTRY, "Spain" if code == "en" else "España": COUNTRY}
    (places,) = where(text, code, names, ("drug_trafficking", word))
    assert {"Colombia": "origin", names.popitem()[0]: "destination"} == {p.name: p.role for p in places}


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("en", "The government passed a law against smuggling in Colombia.", "passed"),
        ("es", "El Congreso aprobó una ley contra el contrabando en Colombia.", "aprobó"),
    ],
)
def test_a_measure_has_a_jurisdiction(code: str, text: str, word: str) -> None:
    """Where a law applies is a jurisdiction, not a scene."""
    (places,) = where(text, code, {"Colombia": COUNTRY}, ("law", word))
    assert [("Colombia", "jurisdiction")] == [(p.name, p.role) for p in places]


def test_a_curfew_has_a_jurisdiction() -> None:
    """So has every exceptional measure."""
    text = "The governor imposed a curfew in Tumaco on Monday."
    (places,) = where(text, "en", {"Tumaco": TOWN}, ("curfew", "curfew"))
    assert [("Tumaco", "jurisdiction")] == [(p.name, p.role) for p in places]


def test_a_measure_told_again_keeps_its_territory() -> None:
    """A later telling of a curfew that names no place has the territory of the earlier one, and says so."""
    text = "The governor imposed a curfew in Tumaco on Monday. Shops closed early. Residents obeyed the curfew."
    parsed = parse(text, "en")
    last = max(t.index for t in parsed.tokens if t.text == "curfew")
    mention = ActMention("curfew", parsed.tokens[last].sentence, (last, last + 1), 1.0, "test")
    again = EventDraft("curfew", (mention,), "ongoing", False, 1.0)
    _, (place,) = circumstances.places(parsed, [draft(parsed, "curfew", "curfew"), again], located(text, {"Tumaco": TOWN}))
    assert ("Tumaco", "jurisdiction") == (place.name, place.role)
    assert (place.basis or "").startswith("where the measure was told to apply before")


def test_no_named_place_is_none() -> None:
    """An event of a document without places has none."""
    assert [()] == where("Police arrested four men on Monday.", "en", {}, ("arrest", "arrested"))


def test_a_container_beside_the_place_is_left_out() -> None:
    """The country of a town named elsewhere in the sentence is no second place of the event."""
    text = "Police in Colombia arrested six men during a raid in Tumaco."
    (places,) = where(text, "en", {"Colombia": COUNTRY, "Tumaco": TOWN}, ("operation", "raid"))
    assert "Tumaco" == places[0].name


def test_the_town_of_a_dateline_is_no_place_beside_the_places_told() -> None:
    """It is where the story was filed."""
    text = "LIMA, Oct 4 (Correo) - The government declared a state of emergency in Satipo and Huanta."
    kinds = {"LIMA": "populated", "Satipo": "admin2", "Huanta": "admin2"}
    (places,) = where(text, "en", kinds, ("state_of_emergency", "emergency"))
    assert {"Satipo", "Huanta"} == {p.name for p in places}


def test_a_dateline_is_not_spelled_in_capitals() -> None:
    """The name is a name."""
    text = "QUIBDÓ, Sept 4 (Correo) - Soldiers arrested nine men on Thursday."
    (places,) = where(text, "en", {"QUIBDÓ": "populated"}, ("arrest", "arrested"))
    assert ["Quibdó"] == [p.name for p in places]


def test_a_people_told_of_brings_its_country_into_question() -> None:
    """The country may be named far away from the event."""
    fill = " ".join(["Officials met in private."] * 8)
    parsed = parse(f"Chile opened the talks. {fill} Chilean judges sentenced two men on Monday.", "en")
    event = draft(parsed, "conviction", "sentenced")
    places = [replace(p, country="CL") for p in located(parsed.text, {"Chile": COUNTRY}) if p.start == 0]
    sites = Sites(Tellings(parsed, [event]), places)
    assert frozenset({"CL"}) == sites.peoples(0)
    assert ["Chile"] == [sites.first(site).text for site, _ in sites.around(0)]


def test_the_neighbours_of_an_event_are_those_that_keep_a_place() -> None:
    """Nearest before and behind, in the order of the text."""
    parsed = parse("Police arrested a man in Tumaco. They seized a boat. Soldiers killed two men in Cali.", "en")
    drafts = [draft(parsed, "arrest", "arrested"), draft(parsed, "seizure", "seized"), draft(parsed, "attack", "killed")]
    sites = Sites(Tellings(parsed, drafts), located(parsed.text, {"Tumaco": "populated", "Cali": "populated"}))
    sites.settle([[s.occurrences[0]] if s else [] for s in (sites.all[0], None, sites.all[1])])
    assert [[2], [0, 2], [0]] == [sites.neighbours(n) for n in range(3)]
