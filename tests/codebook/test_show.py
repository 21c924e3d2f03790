"""What a reader sees of the codebook."""

import pytest

from almenara.codebook import acts, show
from almenara.codebook.entries import Row
from almenara.model import Refused


def test_the_overview_holds_every_act_once() -> None:
    """Each act stands under its category."""
    assert list(acts()) == [row["act"] for _, rows in show.overview("es") for row in rows]


def test_an_act_comes_with_its_words_in_both_languages() -> None:
    """Labels in one language, entries in both."""
    found = show.whole("seizure", "es")
    assert ("Incautación", {"en", "es"}) == (found["label"], {entry["id"].split(".")[1] for entry in found["entries"]})


def test_an_unknown_act_is_refused() -> None:
    """Nothing is shown for what is not there."""
    with pytest.raises(Refused, match="unknown_act"):
        show.whole("seisure", "en")


def test_a_condition_reads_in_one_line() -> None:
    """Lists by their names, single values as they are."""
    row = Row(verb="quemar", object=("@vehiculos", "tienda"), mode="x", example="Quemaron la tienda.")
    assert "object: @vehiculos tienda; mode: x" == show.condition(row)
