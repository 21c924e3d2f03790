"""The acts and their codes."""

import pytest

from almenara.codebook import CATEGORIES, SCHEMES, Scheme, act, acts, crosswalk
from almenara.model import Refused

ACLED = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
CODEBOOK = """armed_clash attack targeted_killing massacre bombing air_strike shelling kidnapping sexual_violence torture arson
sabotage robbery body_found prison_violence escape extortion threat armed_stoppage displacement forced_recruitment
drug_trafficking drug_production arms_trafficking human_trafficking migrant_smuggling contraband environmental_crime corruption
money_laundering fraud cybercrime seizure eradication arrest charge conviction release extradition sanction operation deployment
state_of_emergency curfew restriction law plan negotiation ceasefire agreement surrender group_change appointment protest riot
repression strike other"""


def test_the_acts_are_those_of_the_codebook_in_its_order() -> None:
    """No act is missing, none is invented."""
    assert CODEBOOK.split() == list(acts())


def test_every_category_has_acts() -> None:
    """The four categories are all in use."""
    assert list(CATEGORIES) == list(dict.fromkeys(one.category for one in acts().values()))


@pytest.mark.parametrize("name", list(CODEBOOK.split()))
def test_every_act_has_a_code_somewhere(name: str) -> None:
    """Only `other` has no word in any scheme."""
    codes = [crosswalk(name, scheme) for scheme in SCHEMES]
    assert (name == "other") == (codes == [None] * len(SCHEMES))


def test_acled_names_are_verbatim() -> None:
    """Event and sub-event types are spelt as ACLED spells them, or both absent."""
    codes = [codes for one in acts().values() for codes in (one.codes, *one.by_mode.values())]
    pairs = [(each.acled_event, each.acled_sub_event) for each in codes]
    wrong = [(event, sub) for event, sub in pairs if (event or sub) and sub not in ACLED.get(event or "", set())]
    assert [] == wrong


def test_labels_are_distinct_in_each_language() -> None:
    """Two acts with one name could not be told apart on a screen."""
    for language in ("en", "es"):
        labels = [one.label.of(language) for one in acts().values()]
        assert sorted(set(labels)) == sorted(labels)


def test_crosswalk_joins_the_names_of_acled() -> None:
    """ACLED's two columns read as one code."""
    assert "Battles / Armed clash" == crosswalk("armed_clash", "acled")


@pytest.mark.parametrize(
    ("mode", "scheme", "expected"),
    [
        ("suicide", "acled", "Explosions/Remote violence / Suicide bomb"),
        ("suicide", "muc4", "BOMBING"),
        ("by night", "cameo", "183"),
        (None, "cameo", "183"),
    ],
)
def test_a_mode_may_have_codes_of_its_own(mode: str | None, scheme: Scheme, expected: str) -> None:
    """What the mode does not say comes from the act."""
    assert expected == crosswalk("bombing", scheme, mode=mode)


def test_an_unknown_act_is_refused_with_its_neighbours() -> None:
    """A slip of the pen gets an answer that helps."""
    with pytest.raises(Refused, match=r"unknown_act.*'seisure'.*did you mean seizure"):
        act("seisure")


def test_an_unknown_scheme_is_refused() -> None:
    """A scheme that we do not map is no empty code."""
    with pytest.raises(Refused, match="unknown_scheme"):
        crosswalk("arrest", "gtd")  # type: ignore[arg-type]
