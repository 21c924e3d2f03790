"""Our reader around a fake of its graph."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.language import Name, Parsed
from almenara.language.outline import outline
from almenara.language.reader import read
from almenara.model import Document
from tests.language.fakes import model

TEXT = "The zorro zeta gang fled. Police said so. The zorro zeta gang fled."


def parse(text: str) -> Parsed:
    """By the fake."""
    return read(outline(Document(id="x", text=text), "en"), model())


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_tokens_lie_on_the_text(text: str) -> None:
    """Whatever the text, every token has its offsets and every tree ends at a root of its sentence."""
    parsed = parse(text)
    for t in parsed.tokens:
        assert 0 <= t.start < t.end <= len(text)
        assert parsed.tokens[[t.index, *parsed.ancestors(t.index)][-1]].dep == "root"
        assert {t.sentence} == {parsed.tokens[i].sentence for i in parsed.ancestors(t.index)} | {t.sentence}


def test_a_group_is_an_organisation_by_label() -> None:
    """Coders know the five labels; `kind` says more."""
    assert Name("ORG", 1, 3, 4, 14, "GROUP") == parse(TEXT).names[0]


def test_a_sentence_that_stands_twice_is_read_once() -> None:
    """And parsed alike at both places."""
    fake = model()
    parsed = read(outline(Document(id="x", text=TEXT), "en"), fake)
    assert (3, 2) == (len(parsed.sentences), fake.session.runs)  # type: ignore[attr-defined]
    first, _, last = parsed.sentences
    shapes = [[(t.text, t.dep, t.head - s.first) for t in parsed.tokens_of(s)] for s in (first, last)]
    assert shapes[0] == shapes[1]
    assert [n.first - first.first for n in parsed.names[:1]] == [n.first - last.first for n in parsed.names[1:]]


def test_the_parts_of_a_long_sentence_hang_together() -> None:
    """One sentence with one root, whose later parts are in parataxis."""
    parsed = parse("He saw " + "one more boat, " * 60 + "and left.")
    assert 1 == len(parsed.sentences)
    assert ["root"] == [t.dep for t in parsed.tokens if t.head == t.index]
    joined = [t for t in parsed.tokens if t.dep == "parataxis"]
    assert {0} == {t.head for t in joined}
    assert joined


def test_some_sentences_can_be_read_alone() -> None:
    """The same parse as theirs in the whole, numbered anew."""
    plan = outline(Document(id="x", text=TEXT), "en")
    whole, part = read(plan, model()), read(plan.only([1]), model())
    assert whole.only([1]).tokens == part.tokens
    assert whole.only([1]).sentences == part.sentences


def test_more_scores_go_with_words_and_sentences() -> None:
    """And with the part of a document that is looked at."""
    parsed = parse(TEXT)
    assert (len(parsed.tokens), 1) == parsed.scores["vectors"].shape
    assert [6.0, 4.0, 6.0] == parsed.scores["sentence"][:, 0].tolist()
    second = parsed.only([1])
    assert ([4.0], 4) == (second.scores["sentence"][:, 0].tolist(), len(second.scores["vectors"]))


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_is_no_fault(text: str) -> None:
    """It has neither tokens nor sentences."""
    parsed = parse(text)
    assert ([], [], []) == (parsed.tokens, parsed.sentences, parsed.names)
