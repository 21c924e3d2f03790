"""Evidence as marks in the text."""

from hypothesis import given
from hypothesis import strategies as st

from almenara.cli.formats.report.marks import Mark, blocks, marks_of
from almenara.model import Section, Span
from tests.cli.formats import factory

LETTERS = st.text(st.sampled_from("ab ñ\n\u202e"), min_size=1, max_size=40)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """A text and some marks on it, overlapping as they fall."""
    text = draw(LETTERS)
    starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=6))
    spans = [Span.of(text, start, draw(st.integers(start + 1, len(text)))) for start in starts]
    return text, [Mark(number, number, "event", (span,)) for number, span in enumerate(spans, 1)]


@given(marked())
def test_no_character_is_lost(case: tuple[str, list[Mark]]) -> None:
    """The stretches together are the lines of the text."""
    text, marks = case
    lines = ["".join(s.text for s in block.stretches) for block in blocks(text, (), marks)]
    assert [line.replace("\u202e", "\ufffd") for line in text.split("\n") if line.strip()] == lines


@given(marked())
def test_every_mark_covers_its_words(case: tuple[str, list[Mark]]) -> None:
    """The stretches that carry a number are the words of its span, but for blank lines."""
    text, marks = case
    found = [s for block in blocks(text, (), marks) for s in block.stretches]
    for mark in marks:
        words = "".join(s.text for s in found if mark.number in s.numbers)
        assert "".join(mark.spans[0].quote.split()).replace("\u202e", "\ufffd") == "".join(words.split())


def test_overlapping_values_share_a_stretch() -> None:
    """Where an event and a claim rest on the same words, the words carry both."""
    coding = factory.english()
    found = [s for block in blocks(coding.document.text, (), marks_of(coding).values()) for s in block.stretches]
    both = [s.text for s in found if {"event", "claim"} <= set(s.kinds)]
    assert "The government declared a 60-day state of emergency in San Martín" == "".join(both)


def test_a_stretch_leads_to_its_narrowest_value() -> None:
    """The trigger inside an evidence sentence leads to the event's card, and is marked as trigger."""
    coding = factory.english()
    marks = marks_of(coding)
    found = [s for block in blocks(coding.document.text, (), marks.values()) for s in block.stretches]
    trigger = next(s for s in found if "trigger" in s.kinds)
    assert ("ambushed", marks["v1"].number) == (trigger.text, trigger.owner)


def test_sections_keep_their_kind() -> None:
    """Lists of other stories are told apart from the body."""
    document = factory.english().document
    assert ["headline", "body", "body", "see_also"] == [b.kind for b in blocks(document.text, document.sections, ())]


def test_what_no_section_claims_is_boilerplate() -> None:
    """Text between sections is shown, as furniture."""
    text = "menu\nNews.\nfooter"
    assert ["boilerplate", "body", "boilerplate"] == [b.kind for b in blocks(text, [Section(kind="body", start=5, end=10)], ())]
