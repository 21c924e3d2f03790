"""Words and their offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.language.words import words


@given(st.text(max_size=80), st.sampled_from(["en", "es"]))
@settings(max_examples=100, deadline=None)
def test_words_lie_on_the_text(text: str, language: str) -> None:
    """Every letter that is no blank belongs to exactly one word."""
    found = words(text, language)
    assert all(text.startswith(form, start) for start, form in zip(found.starts, found.forms, strict=True))
    assert "".join(text.split()) == "".join("".join(form.split()) for form in found.forms)


@pytest.mark.parametrize(
    ("language", "text", "forms"),
    [
        ("en", "They can't  leave.", ["They", "ca", "n't", "leave", "."]),
        ("es", "Cayó en EE. UU. «ayer».", ["Cayó", "en", "EE. UU.", "«", "ayer", "»", "."]),
    ],
)
def test_boundaries_are_those_that_coders_know(language: str, text: str, forms: list[str]) -> None:
    """Contractions are cut, abbreviations whole, blanks no words."""
    assert forms == words(text, language).forms
