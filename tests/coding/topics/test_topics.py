"""Topics of documents in both languages."""

import tomllib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara import language
from almenara.coding.topics import bag, model, topics
from almenara.model import Document

STORIES = [tuple(s.values()) for s in tomllib.loads(Path(__file__).with_name("stories.toml").read_text("utf-8"))["stories"]]


def found(text: str, code: str) -> list[str]:
    """The topics of a text."""
    return [t.code for t in topics(language.load(code).parse(Document(id="x", text=text)))]


@pytest.mark.parametrize(("code", "topic", "text"), STORIES)
def test_a_plain_story_has_its_topic(code: str, topic: str, text: str) -> None:
    """One story a topic and language, in words of our own."""
    assert topic in found(text, code)


@pytest.mark.parametrize("code", ["en", "es"])
def test_a_text_about_nothing_known_has_no_topic(code: str) -> None:
    """Too few known words say nothing."""
    assert [] == found("Hola, hello.", code)


@pytest.mark.parametrize("code", ["en", "es"])
@given(text=st.text(max_size=150))
@settings(max_examples=40, deadline=None)
def test_any_text_gets_likelihoods_in_order(code: str, text: str) -> None:
    """Scores lie in [0, 1] and fall."""
    scores = [t.score for t in topics(language.load(code).parse(Document(id="x", text=text)))]
    assert sorted(scores, reverse=True) == scores
    assert all(0 <= s <= 1 for s in scores)


def test_every_concept_has_words_of_both_languages() -> None:
    """A concept of one language only could not cross."""
    of = {code: {c for names in bag.concepts(code).values() for c in names} for code in ("en", "es")}
    assert of["en"] == of["es"]


def test_the_model_knows_only_concepts_of_the_list() -> None:
    """A concept renamed without training again would be silent."""
    known = {c for names in bag.concepts("en").values() for c in names}
    assert {f.rpartition(":")[2] for f in model.shipped().index} <= known


def test_probabilities_are_numbers_even_for_nothing() -> None:
    """No concepts, no division by zero."""
    assert np.isfinite(model.shipped().probabilities({})).all()
