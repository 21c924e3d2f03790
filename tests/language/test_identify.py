"""Which language a text is in."""

import pytest

from almenara.language import identify
from almenara.model import Refused


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("en", "Police seized forty kilos of cocaine in a warehouse near the port."),
        ("es", "La Policía incautó cuarenta kilos de cocaína en una bodega cerca del puerto."),
        ("es", "LA POLICIA INCAUTO CUARENTA KILOS DE COCAINA EN UNA BODEGA CERCA DEL PUERTO."),
    ],
)
def test_our_languages_are_told_apart(expected: str, text: str) -> None:
    """Short, capitals and without accents included."""
    assert expected == identify(text)


def test_another_language_is_refused_by_name() -> None:
    """A Portuguese page is not coded as bad Spanish."""
    text = (
        "A polícia federal apreendeu quarenta quilos de cocaína em um galpão perto do porto, informou o delegado. "
        "Três homens foram presos e não quiseram falar. As investigações continuam, segundo a corporação, em todo o estado."
    )
    with pytest.raises(Refused, match="'pt'"):
        identify(text)


def test_a_text_without_letters_is_refused() -> None:
    """Numbers alone have no language."""
    with pytest.raises(Refused, match="no letters"):
        identify("12 345 — 67")
