"""Words in both languages, and the fixed phrases of a basis."""

import tomllib
from importlib.resources import files

from almenara.cli.formats.strings import catalogue, phrases, word
from almenara.codebook import acts


def test_every_word_has_both_languages():
    """And neither is empty."""
    assert [] == [key for key, both in catalogue().items() if not (both.get("en") and both.get("es"))]


def test_modes_of_the_codebook_have_spanish():
    """Each mode that an act lists."""
    said = tomllib.loads(files("almenara.cli.formats").joinpath("phrases.toml").read_text("utf-8"))
    assert set() == {mode for act in acts().values() for mode in act.modes} - said["mode"].keys()


def test_an_unknown_mode_reads_as_written():
    """An analyst's own words need no list."""
    assert "road paint" == word("mode.road paint", "es")


def test_a_basis_falls_into_phrases_and_quotes():
    """The pieces put together are the text; those known have a key."""
    text = 'year from the publication date; end from the start and the term "45 days"'
    pieces = list(phrases("basis", text))
    assert text == "".join(piece for _, piece in pieces)
    assert ["basis.year from the publication date", "basis.end from the start and the term"] == [k for k, _ in pieces if k]
