"""The sample pages come out right: facts, sections, and nothing of their furniture in what is coded."""

import json
from pathlib import Path

import pytest
from lxml import html

from almenara.model import CODED_SECTIONS, Document
from almenara.text import read_one

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = sorted(SAMPLES.glob("*.html"))
FURNITURE = (
    "Facebook Compartir WhatsApp cookies Suscr Subscribe newsletter Comentar comments inventada Invented ADVERTISEMENT Lectura"
).split()
FACTS = {
    "en-coca-figures-putumayo": ("2025-06-10", "Cordillera Watch", "Ingrid Solheim"),
    "en-denial-honduras-pact": ("2025-06-30", "Cordillera Watch", "Julian Okafor"),
    "en-emergency-extended-huallaga": ("2024-10-04", "Southern Dispatch", "Gwen Abara"),
    "en-extradition-panama-miami": ("2025-05-22", "Southern Dispatch", "Marcus Oyelaran"),
    "en-illegal-mining-choco": ("2025-09-04", "Southern Dispatch", "Gwen Abara"),
    "en-port-seizure-limon": ("2025-02-11", "The Isthmus Ledger", "Naomi Terrell"),
    "en-prison-riot-esmeraldas": ("2025-03-17", "The Isthmus Ledger", "Naomi Terrell"),
    "es-emergencia-anunciada-huallaga": ("2024-08-06", "El Farol de los Andes", "Abel Rentería Poma"),
    "es-emergencia-levantada-huallaga": ("2024-11-12", "El Farol de los Andes", "Abel Rentería Poma"),
    "es-motin-carcel-esmeraldas": ("2025-03-18", "La Brújula del Litoral", "Redacción Litoral"),
    "es-panfleto-amenazas-catatumbo": ("2024-10-16", "Voz del Bajo Río", "Milena Carrascal"),
    "es-paro-armado-san-juan": ("2025-02-19", "Voz del Bajo Río", "Milena Carrascal"),
    "es-protesta-extorsion-quetzaltenango": ("2025-04-24", "Diario Umbral", "Agencia Umbral Centroamérica"),
    "es-secuestro-empresario-fresnillo": ("2025-07-08", "Diario Umbral", "Ximena Ordaz"),
}


def read(page: Path) -> Document:
    """The document of a sample page."""
    return read_one(page.read_bytes(), page.name)


def coded(document: Document) -> str:
    """What would be coded of it."""
    return "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind in CODED_SECTIONS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_facts(page: Path) -> None:
    """Day, outlet, first author, title as printed, address, language."""
    document = read(page)
    tree = html.document_fromstring(page.read_text("utf-8"))
    byline = (document.byline or "").split(", ")[0]
    assert FACTS[page.stem] == (document.published, document.outlet, byline)
    assert " ".join(tree.xpath("//h1")[0].text_content().split()) == document.title
    assert tree.xpath("//link[@rel='canonical']/@href")[0] == document.url
    assert page.name[:2] == document.language


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_sections(page: Path) -> None:
    """One headline, one caption, a story of over 150 words, and other stories kept apart."""
    kinds = [s.kind for s in read(page).sections]
    assert (1, 1) == (kinds.count("headline"), kinds.count("caption"))
    assert {"body", "boilerplate", "teaser"} <= set(kinds)
    assert len(coded(read(page)).split()) > 150


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_of_the_furniture_is_coded(page: Path) -> None:
    """No button, banner, comment, day line or note that the page is invented."""
    text = coded(read(page))
    assert [] == [word for word in FURNITURE if word in text]
    assert json.dumps(text)  # no lone surrogates


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_paragraph_of_the_story_is_coded(page: Path) -> None:
    """Each long paragraph before the first list of other stories, hidden ones aside."""
    tree = html.document_fromstring(page.read_text("utf-8"))
    paths = "//div[@itemprop='articleBody' or @class='article-body' or @class='cuerpo' or @class='texto']/p"
    text = " ".join(coded(read(page)).split())
    for paragraph in tree.xpath(paths):
        words = " ".join(paragraph.text_content().split())
        if len(words) > 120 and paragraph.get("hidden") is None:
            assert words in text


def test_hidden_words_are_gone() -> None:
    """A page that hides false news from its readers."""
    text = read(SAMPLES / "es-secuestro-empresario-fresnillo.html").text
    assert "matan a cien" not in text
    assert "asesinado anoche en la capital" not in text


def test_analysis_is_told_apart() -> None:
    """The outlet's forecasts are its own."""
    document = read(SAMPLES / "en-coca-figures-putumayo.html")
    (analysis,) = (document.text[s.start : s.end] for s in document.sections if s.kind == "analysis")
    assert analysis.startswith("Cordillera Watch Analysis")
    assert "will not reopen before next year." == analysis[-33:]


def test_teasers_of_a_pager_are_teasers() -> None:
    """Five stories, none of them this one."""
    document = read(SAMPLES / "en-coca-figures-putumayo.html")
    teasers = "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind == "teaser")
    assert "Three men were killed in the port in April" in teasers
    assert "Mexico Port Authority Purged, Again" in teasers
