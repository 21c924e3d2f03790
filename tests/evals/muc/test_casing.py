"""Lower-case reports get ordinary case, offset by offset."""

from evals.muc.casing import prepared, recased


def test_names_get_capitals() -> None:
    """A country and its demonym take a capital, ordinary words do not."""
    assert recased("a colombian farmer left peru.") == "A Colombian farmer left Peru."


def test_capital_letters_are_taken_away_first() -> None:
    """A report set in capitals reads like one in lower case."""
    assert recased("THE FARMERS LEFT PERU.") == "The farmers left Peru."


def test_a_title_ends_no_sentence() -> None:
    """The point of an abbreviated title is no end of a sentence."""
    assert recased("it was col. who left. then he sat.") == "It was col. who left. Then he sat."


def test_a_word_without_vowels_is_an_acronym() -> None:
    """A word of no dictionary without a vowel is set in capitals."""
    assert "XQZT" in recased("they joined the xqzt yesterday.")


def test_four_blanks_part_paragraphs_and_no_offset_moves() -> None:
    """Blank lines stand where the corpus writes four blanks; the text stays as long as it was."""
    text = "one ended.    another began."
    assert prepared(text) == "One ended.  \n\nAnother began."
    assert len(prepared(text)) == len(text)
