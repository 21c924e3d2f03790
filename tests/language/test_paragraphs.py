"""Lines of the coded sections."""

from almenara.language.paragraphs import MAX_PARAGRAPH, paragraphs
from almenara.model import Document, Section


def test_only_coded_sections_are_read() -> None:
    """A teaser is another story."""
    text = "One.\nTwo.\nMore"
    sections = (Section(kind="body", start=0, end=9), Section(kind="teaser", start=10, end=14))
    document = Document(id="x", text=text, sections=sections)
    assert [(0, 4, "body"), (5, 9, "body")] == list(paragraphs(document))


def test_a_long_line_is_cut_at_a_space() -> None:
    """No letter is lost and no word is broken."""
    text = "palabra " * 2000 + "fin"
    found = list(paragraphs(Document(id="x", text=text)))
    assert text == "".join(text[start:end] for start, end, _ in found)
    assert {True} == {end - start <= MAX_PARAGRAPH and text[end - 1 : end + 1] != "al" for start, end, _ in found}
    assert all(text[start:end].strip().startswith(("palabra", "fin")) for start, end, _ in found)
