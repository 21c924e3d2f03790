"""Forms by rule."""

import pytest

from almenara.codebook.inflect import noun_forms, verb_forms
from almenara.model import Language


@pytest.mark.parametrize(
    ("noun", "language", "plural"),
    [
        ("seizure", "en", "seizures"),
        ("robbery", "en", "robberies"),
        ("convoy", "en", "convoys"),
        ("incautación", "es", "incautaciones"),
        ("cruz", "es", "cruces"),
        ("soborno", "es", "sobornos"),
        ("penal", "es", "penales"),
    ],
)
def test_plurals(noun: str, language: Language, plural: str) -> None:
    """The regular plural of each ending."""
    assert {plural} == noun_forms(noun, language)


def test_spanish_verbs_have_participles_and_clitics() -> None:
    """Participles in both genders and numbers, and the infinitive with a pronoun."""
    assert {"detenido", "detenidas", "detenerlo", "detenerse"} <= verb_forms("detener", "es")


@pytest.mark.parametrize(("verb", "form"), [("seize", "seizing"), ("kidnap", "kidnapping"), ("rearrest", "rearrested")])
def test_english_verbs_have_their_regular_forms(verb: str, form: str) -> None:
    """Lemmatisers take "kidnapping" for a noun and do not know every verb."""
    assert form in verb_forms(verb, "en")
