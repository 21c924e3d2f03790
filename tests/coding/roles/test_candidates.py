"""Who may have taken part."""

import pytest

from almenara.coding.roles.candidates import gather, unsaid
from tests.coding.roles.factory import scene

SPANISH = "Mateo Vargas llegó a Pasto el lunes. Fue detenido por soldados."


def test_a_clause_without_subject_speaks_of_the_last_one() -> None:
    """Spanish leaves it out; the candidate is the person with the occurrence that says so."""
    parsed, draft, cast = scene(SPANISH, "es", "arrest", "detenido")
    at = unsaid(parsed, draft, cast)
    assert at is not None
    found = next(c for c in gather(parsed, draft, cast, {}) if c.entity == cast.at(at))
    assert ("Mateo Vargas", True) == (
        found.entity.name if found.entity else "",
        any(o.where == "unsaid" for o in found.occurrences),
    )


@pytest.mark.parametrize(
    ("code", "text", "word"),
    [
        ("es", "Mateo Vargas llegó a Pasto. La Policía detuvo a dos hombres.", "detuvo"),
        ("en", "Mateo Vargas came to Pasto. Police arrested two men.", "arrested"),
        ("en", "Mateo Vargas came to Pasto. The arrest of two men followed.", "arrest"),
    ],
)
def test_a_clause_with_a_subject_speaks_for_itself(code: str, text: str, word: str) -> None:
    """Nor do nouns of action ask for one."""
    assert unsaid(*scene(text, code, "arrest", word)) is None
