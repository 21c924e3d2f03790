"""Real pages, where the corpora are there."""

import pytest
from evals.pages import score, story

from almenara.model import CODED_SECTIONS, Document
from almenara.text import open_bytes
from tests.corpora import corpus


@pytest.mark.corpus
def test_segments_of_real_pages() -> None:
    """What annotators wanted is in the story and what they did not is outside; trafilatura alone has 0.884."""
    assert score(corpus("pages"), story)["f1"] >= 0.93


@pytest.mark.corpus
def test_each_real_page_gives_a_headline_and_a_story() -> None:
    """Of 28 pages of as many outlets, whole, in English and Spanish."""
    pages = sorted((corpus("news") / "html").glob("*.html"))
    assert pages
    for page in pages:
        (document,) = open_bytes(page.read_bytes(), page.name)
        assert isinstance(document, Document), page.name
        kinds = [s.kind for s in document.sections]
        assert 1 == kinds.count("headline"), page.name
        assert sum(s.end - s.start for s in document.sections if s.kind in CODED_SECTIONS) > 1_000, page.name


@pytest.mark.corpus
def test_articles_keep_their_offsets() -> None:
    """The text of an annotated article comes out character for character."""
    import msgspec

    files = sorted((corpus("gold") / "docs").glob("*.json"))
    assert files
    for file in files:
        data = file.read_bytes()
        (document,) = open_bytes(data, file.name)
        assert isinstance(document, Document)
        assert msgspec.json.decode(data)["text"] == document.text
