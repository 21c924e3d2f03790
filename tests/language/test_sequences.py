"""Sentences as rows of pieces."""

from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.language.pieces import END, START, Pieces
from almenara.language.sequences import MOST_PIECES, rows, tensors
from tests.language.fakes import VOCABULARY

KNOWN = Pieces(VOCABULARY)


def test_a_word_is_found_by_its_first_piece() -> None:
    """A row begins and ends with its marks."""
    (row,) = rows(["ab", "c"], 10, KNOWN)
    assert (START, END) == (row.pieces[0], row.pieces[-1])
    assert ([1, 4], 10, 12) == (row.starts, row.first, row.last)
    assert (1, 7) == tensors(row)["input_ids"].shape


def test_a_long_sentence_is_cut_after_a_semicolon() -> None:
    """A semicolon of the second half before a comma, a comma before anything."""
    forms = ["a"] * 70 + [";"] + ["a"] * 20 + [","] + ["a"] * 60
    assert [(0, 71), (71, 152)] == [(r.first, r.last) for r in rows(forms, 0, KNOWN)]
    forms[70] = "a"
    assert [(0, 92), (92, 152)] == [(r.first, r.last) for r in rows(forms, 0, KNOWN)]


@given(st.lists(st.sampled_from(["abcdefgh", "a", ",", ";", "."]), min_size=1, max_size=400))
@settings(max_examples=60, deadline=None)
def test_rows_hold_every_word_once(forms: list[str]) -> None:
    """In order, none too long, the first alone counted as no later part."""
    found = rows(forms, 0, KNOWN)
    assert list(range(len(forms))) == [i for row in found for i in range(row.first, row.last)]
    assert all(len(row.pieces) <= MOST_PIECES + 2 for row in found)
    assert list(range(len(found))) == [row.part for row in found]
