"""Who issues a measure and who is put in charge."""

import pytest

from almenara.coding import roles
from tests.coding.roles.factory import scene

MEASURES = [
    ("en", "The government declared a curfew, and the army will take control of the town.", "government", "army"),
    ("en", "The government declared a curfew. The National Police will be in charge.", "government", "National Police"),
    ("en", "President Rosa Quiroga announced a curfew in three towns.", "Rosa Quiroga", None),
    ("es", "El gobierno decretó un toque de queda, a cargo de la Marina.", "gobierno", "Marina"),
    ("es", "El gobierno decretó un toque de queda. La Marina mantendrá el control.", "gobierno", "Marina"),
    ("en", "The mayor declared a curfew. It adds no towns. The police stay in charge of public order.", "mayor", "police"),
    ("es", "La presidenta Rosa Quiroga anunció un toque de queda en tres municipios.", "Rosa Quiroga", None),
]


@pytest.mark.parametrize(("code", "text", "issuer", "holder"), MEASURES)
def test_issuer_and_holder(code: str, text: str, issuer: str, holder: str | None) -> None:
    """The one who decides, and the body that takes control, in the sentence or the next."""
    parsed, draft, cast = scene(text, code, "curfew")
    names = {e.id: e.name for e in cast.all}
    assert issuer == names.get(roles.issuer(parsed, draft, cast) or "")
    assert holder == names.get(roles.in_charge(parsed, draft, cast) or "")


def test_a_measure_without_actor_has_no_issuer() -> None:
    """Nobody is made up."""
    parsed, draft, cast = scene("The curfew began at nine.", "en", "curfew", "curfew")
    assert roles.issuer(parsed, draft, cast) is None
    assert roles.in_charge(parsed, draft, cast) is None
