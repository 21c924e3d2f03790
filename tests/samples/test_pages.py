"""The sample pages: enough of them, plainly invented, furnished like real ones, and free of remote resources."""

import json
import re
from pathlib import Path

import pytest
from lxml import html

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(SAMPLES.glob("*.html"))
REMOTE = "//script[@src]|//link[@rel='stylesheet']|//iframe|//img[not(starts-with(@src,'data:'))]"


def read(path: Path) -> html.HtmlElement:
    """The parsed page."""
    return html.document_fromstring(path.read_text("utf-8"))


def words_of(path: Path) -> int:
    """Words in the page's paragraphs."""
    return sum(len(p.text_content().split()) for p in read(path).iter("p"))


@pytest.mark.parametrize("language", ["en", "es"])
def test_seven_pages_a_language(language: str) -> None:
    """Each language has its seven, and each page says which it is in."""
    pages = [page for page in PAGES if page.name.startswith(language)]
    assert 7 == len(pages)
    assert {language} == {str(read(page).get("lang"))[:2] for page in pages}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_says_that_it_is_invented(page: Path) -> None:
    """Once in a comment, once where a reader sees it."""
    source = page.read_text("utf-8")
    said = "Invented page" if page.name.startswith("en") else "Página inventada"
    assert said in source[:400]
    assert said in read(page).text_content()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_loads_nothing(page: Path) -> None:
    """No remote script, style, frame or picture."""
    assert [] == read(page).xpath(REMOTE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_page_is_an_article(page: Path) -> None:
    """250 to 600 words of paragraphs, a headline, an address of its own."""
    tree = read(page)
    assert 250 <= words_of(page) <= 600
    assert 1 == len(tree.xpath("//h1"))
    assert ".example/" in tree.xpath("//link[@rel='canonical']/@href")[0]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_linked_data_is_well_formed(page: Path) -> None:
    """What a page gives as JSON-LD is JSON."""
    for script in read(page).xpath("//script[@type='application/ld+json']/text()"):
        assert json.loads(script)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_docs_list_each_page(page: Path) -> None:
    """Each page stands in the table with what it is there for."""
    assert f"`{page.name}`" in (SAMPLES.parent / "docs" / "samples.md").read_text("utf-8")


def test_the_riot_has_two_tolls() -> None:
    """The two outlets that tell one incident disagree on the dead."""
    first = read(SAMPLES / "en-prison-riot-esmeraldas.html").text_content()
    second = read(SAMPLES / "es-motin-carcel-esmeraldas.html").text_content()
    assert re.search(r"At least 15 inmates were killed", first)
    assert re.search(r"Treinta y un privados de la libertad perdieron la vida", second)
