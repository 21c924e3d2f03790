"""HTML pages. All are invented."""

import pytest

from almenara.model import Document
from almenara.text import read_one

STORY = (
    "<p>Tres mineros fueron hallados sin vida en un socavón de La Rinconada, informó el fiscal Hernán Quispe este jueves.</p>"
    "<p>Los cuerpos presentaban impactos de bala. La policía busca a una banda que cobra cupos a los mineros de la zona.</p>"
    "<p>Vecinos dijeron que los disparos se oyeron antes del amanecer y que nadie salió de su casa hasta el mediodía.</p>"
)


def page(body: str = STORY, head: str = "", *, title: str = "Hallan a tres mineros muertos en La Rinconada") -> Document:
    """The document of a page with a headline."""
    html = f"<html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>"
    return read_one(html.encode(), "nota.html")


def told(document: Document, kind: str) -> str:
    """The words of all sections of a kind."""
    return "\n".join(document.text[s.start : s.end] for s in document.sections if s.kind == kind)


def test_headline_and_story() -> None:
    """Paragraphs parted by blank lines."""
    document = page()
    assert ["headline", "body"] == [s.kind for s in document.sections]
    assert 3 == len(told(document, "body").split("\n\n"))


@pytest.mark.parametrize(
    "unseen",
    [
        "hidden",
        "aria-hidden='true'",
        "style='display: none'",
        "style='visibility:hidden'",
        "style='font-size:0px;color:red'",
        "style='position:absolute;left:-9999px'",
    ],
)
def test_hidden_text_is_dropped(unseen: str) -> None:
    """What no reader sees is no evidence."""
    document = page(f"{STORY}<p {unseen}>El gobernador fue asesinado anoche en la plaza.</p>{STORY}")
    assert "gobernador" not in document.text


def test_scripts_and_styles_are_dropped() -> None:
    """And forms, frames, templates."""
    document = page(
        f"<script>var a = 'matan a cien';</script>{STORY}<template><p>matan a diez</p></template><style>p {{}}</style>"
    )
    assert "matan" not in document.text


def test_a_body_hidden_until_its_script_runs_is_read() -> None:
    """Many sites do so."""
    html = f"<html><body style='display:none'><article>{STORY}</article></body></html>"
    assert "socavón" in read_one(html.encode(), "a.html").text


@pytest.mark.parametrize(
    "block",
    [
        "<figure><img><figcaption>{}</figcaption></figure>",
        "<div class='pie-de-foto'>{}</div>",
        "<p class='wp-caption-text'>{}</p>",
    ],
)
def test_captions(block: str) -> None:
    """By their tag or the name of their class."""
    caption = "Mineros esperan noticias frente a la bocamina. Foto: Saúl Apaza"
    assert caption == told(page(block.format(caption) + STORY), "caption")


def test_see_also_in_the_story() -> None:
    """The story goes on after it."""
    document = page(f"{STORY}<p>Lea también: <a href='/x'>Otra nota de ayer sobre el oro</a></p>{STORY.replace('Tres', 'Cinco')}")
    assert ["headline", "body", "see_also", "body"] == [s.kind for s in document.sections]


def test_related_stories_are_teasers() -> None:
    """Their titles name other events."""
    related = "<aside class='relacionadas'><ul><li><a href='/1'>Asesinan a un alcalde en otra región</a></li></ul></aside>"
    document = page(STORY + related)
    assert "Asesinan a un alcalde en otra región" == told(document, "teaser")


@pytest.mark.parametrize(
    "block",
    [
        "<nav><a href='/'>Política y sociedad de hoy</a></nav>",
        "<footer>Jirón Moquegua 100, Puno. Reservados todos</footer>",
        "<div class='newsletter'>Reciba las noticias cada mañana</div>",
        "<div class='comments'><p>Eso ya lo sabíamos todos en el pueblo</p></div>",
    ],
)
def test_furniture_is_kept_and_not_coded(block: str) -> None:
    """Typed boilerplate."""
    document = page(STORY + block)
    assert {"headline", "body", "boilerplate"} == {s.kind for s in document.sections}


def test_a_frame_named_like_furniture_is_no_furniture() -> None:
    """Class names of the element that holds the whole story say nothing of it."""
    html = f"<html><body><div class='with-sidebar related menu'><h1>Hallan a tres mineros</h1>{STORY}</div></body></html>"
    assert "socavón" in told(read_one(html.encode(), "a.html"), "body")


def test_analysis_heading() -> None:
    """The outlet's own view is told apart."""
    document = page(
        f"{STORY}<h2>Análisis de El Farol</h2><p>El cobro de cupos podría extenderse a otras minas de la región este año.</p>"
    )
    assert "podría extenderse" in told(document, "analysis")


def test_links_in_a_row_are_parted() -> None:
    """As their style sheet does."""
    document = page(f"<nav><a href='/a'>Política</a><a href='/b'>Deportes</a></nav>{STORY}")
    assert "Política Deportes" in document.text


def test_a_page_without_a_story_is_refused() -> None:
    """A menu is no article."""
    from almenara.model import Refused

    with pytest.raises(Refused, match="no_text"):
        read_one(b"<html><body><nav><a href='/'>Inicio</a></nav></body></html>", "a.html")


def test_the_summary_under_the_headline_is_kept() -> None:
    """Many outlets put it in a heading, and in no paragraph of the story."""
    deck = "El fiscal atribuye el ataque a una banda que cobra cupos en los socavones de la zona"
    assert told(page(f"<h2>{deck}</h2><div>Por Ana Ruiz</div>{STORY}"), "body").startswith(deck)
