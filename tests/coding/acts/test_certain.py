import pytest

from almenara.model import Language
from tests.coding.acts.reading import drafts, of


@pytest.mark.parametrize(
    ("reality", "act", "lang", "text"),
    [
        ("denied", "bombing", "en", "The army did not bomb the village, the minister said on Monday."),
        ("denied", "targeted_killing", "en", "The colonel denied that his men had killed the farmers in Arauca."),
        ("denied", "air_strike", "es", "El ministro negó que el Ejército haya bombardeado la aldea."),
        (
            "planned",
            "extradition",
            "en",
            "The government will extradite the trafficker Juan Mora to the United States next week.",
        ),
        ("planned", "state_of_emergency", "es", "El Gobierno decretará el estado de emergencia en tres distritos del VRAEM."),
        ("alleged", "kidnapping", "es", "El grupo habría secuestrado a un ganadero en Durango, según la fiscalía."),
        ("alleged", "money_laundering", "en", "Prosecutors accuse the former governor of laundering money for the cartel."),
        ("alleged", "kidnapping", "en", "Four men accused of kidnapping a rancher in Durango face a judge."),
        ("attempted", "targeted_killing", "en", "Gunmen tried to kill the mayor of Tumaco on Friday."),
        (
            "attempted",
            "drug_trafficking",
            "en",
            "The navy seized 40 kilos of cocaine hidden in a boat bound for Panama, smuggled by two men.",
        ),
        ("occurred", "threat", "es", "El cartel amenazó de muerte al alcalde mediante un panfleto."),
        ("occurred", "seizure", "en", "The navy seized 40 kilos of cocaine off the coast of Tumaco."),
    ],
)
def test_reality(reality: str, act: str, lang: Language, text: str) -> None:
    """Negation, denial, plans, allegations and plain facts."""
    assert [reality] == [draft.reality for draft in of(act, text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The new law could lead to clashes between the gangs of the port."),
        ("es", "La nueva ley podría provocar enfrentamientos entre las bandas del puerto."),
    ],
)
def test_what_only_may_come_is_no_event(lang: Language, text: str) -> None:
    """A hypothetical act is a forecast, not an event."""
    assert "armed_clash" not in {draft.act for draft in drafts(text, lang)}


def test_a_condition_is_no_event() -> None:
    """What stands in an if-clause is not told to have happened or not."""
    text = "The Tiger Front threatened to kill the mayor of Tumaco if he does not resign."
    assert ["threat"] == [draft.act for draft in drafts(text, "en")]


def test_what_was_long_ago_is_background() -> None:
    """An act of years before the news is told to explain it."""
    text = (
        "Soldiers arrested the smuggler Pedro Luna in Caqueta on Monday. The operation began at dawn. "
        "He had been convicted in 2009 of trafficking weapons and sentenced to six years in prison."
    )
    assert [True] == [draft.background for draft in of("conviction", text, "en")]
