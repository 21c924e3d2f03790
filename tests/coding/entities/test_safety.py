"""Whatever the text: nothing raises, mentions lie on it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.model import Coding, Document
from tests.coding.entities.factory import cast

PIECES = st.sampled_from(
    "El La Los the The of de del y and ( ) , . : « ” ' 's alias Policía Nacional Police President presidente ministro Luis "
    "Paredes ELN FARC group grupo he él Sinaloa Cartel \n \u00a0 \u200b gunmen hombres armados 40 kilos cocaína".split(" ")
)
WEIRD = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join))


@pytest.mark.parametrize("code", ["en", "es"])
@given(text=WEIRD)
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_the_search(code: str, text: str) -> None:
    """A coding accepts every entity: names are not empty, and mentions hold the words that they quote."""
    found = cast(text, code).all
    coding = Coding(document=Document(id="x", text=text), entities=found)
    assert all(e.name and e.mentions for e in coding.entities)
    assert len(found) == len({e.id for e in found})
