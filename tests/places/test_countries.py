"""Countries and their people."""

import pytest

from almenara.places import countries, country_of_demonym, country_of_name, is_demonym


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Peru", "PE"),
        ("PERÚ", "PE"),
        ("Estados Unidos", "US"),
        ("EE.UU.", "US"),
        ("U.S.", "US"),
        ("Brasil", "BR"),
        ("Narnia", None),
    ],
)
def test_a_country_by_any_of_its_names(name: str, code: str | None) -> None:
    """Both languages, short forms, accents and case apart."""
    assert code == country_of_name(name)


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("peruana", "PE"),
        ("Colombians", "CO"),
        ("hondureñas", "HN"),
        ("francés", "FR"),
        ("francesas", "FR"),
        ("Costa Rican", "CR"),
        ("mesa", None),
    ],
)
def test_a_country_by_the_word_for_its_people(word: str, code: str | None) -> None:
    """All forms of a Spanish demonym, English plurals."""
    assert code == country_of_demonym(word)


def test_a_country_s_own_name_is_no_demonym() -> None:
    """Argentina and Suiza are both."""
    assert [False, False, True] == [is_demonym("Argentina"), is_demonym("Suiza"), is_demonym("argentinos")]


def test_names_of_all_countries_in_both_languages() -> None:
    """By ISO code."""
    assert ("Germany", "Alemania", 250) == (countries()["DE"], countries("es")["DE"], len(countries()))
