"""Spans that cannot be wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almenara.model import Span, tidy


def test_span_refuses_to_be_empty() -> None:
    """A quote must have at least one character, or it proves nothing."""
    with pytest.raises(ValueError, match="empty, reversed or outside"):
        Span.of("coca", 2, 2)


def test_span_refuses_a_quote_of_another_length() -> None:
    """Offsets and quote must agree even without the text."""
    with pytest.raises(ValueError, match="not as long as its quote"):
        Span(0, 4, "co")


@given(st.text(min_size=1), st.data())
def test_span_of_any_text_quotes_it(text: str, data: st.DataObject) -> None:
    """Whatever the text, the quote is the words at the offsets."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert text[start:end] == Span.of(text, start, end).quote


def test_find_gives_none_where_the_words_are_not() -> None:
    """A value without its words in the text has no span."""
    assert Span.find("coca", "cocaine") is None


def test_tidy_sorts_and_drops_doubles() -> None:
    """Evidence reads in the order of the text, each piece once."""
    a, b = Span.of("one two", 0, 3), Span.of("one two", 4, 7)
    assert (a, b) == tidy([b, a, b])
