"""What a page says of itself."""

import pytest

from almenara.text.days import day_in
from almenara.text.document import Facts
from almenara.text.page.metadata import facts_of
from almenara.text.page.tree import parse

TITLE = "Hallan a tres mineros muertos en La Rinconada"


def facts(head: str = "", body: str = "") -> Facts:
    """The facts of a page."""
    return facts_of(parse(f"<html><head>{head}</head><body>{body}</body></html>"))


def test_linked_data() -> None:
    """JSON-LD says everything at once."""
    node = (
        '{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Uno y dos", "datePublished": '
        '"2025-03-02T20:00:00-05:00", "author": [{"name": "Ana Ruiz"}, {"name": "Eva Paz"}], "publisher": {"name": "El Farol"}, '
        '"mainEntityOfPage": {"@id": "https://farol.example/1"}}]}'
    )
    found = facts(f'<script type="application/ld+json">{node}</script>')
    expected = ("Uno y dos", "2025-03-02", "Ana Ruiz, Eva Paz", "El Farol", "https://farol.example/1")
    assert expected == (found.title, found.published, found.byline, found.outlet, found.url)


def test_broken_linked_data_is_passed_over() -> None:
    """And the meta tags asked."""
    found = facts(f"<script type='application/ld+json'>{{broken</script><meta property='og:title' content='{TITLE}'>")
    assert TITLE == found.title


@pytest.mark.parametrize(
    "meta", ["property='article:published_time'", "name='DC.date.issued'", "itemprop='datePublished'", "name='date'"]
)
def test_day_in_meta_tags(meta: str) -> None:
    """Under any of its names."""
    assert "2025-03-02" == facts(f"<meta {meta} content='2025-03-02T10:00:00'>").published


def test_day_of_microdata_and_of_time() -> None:
    """In the page itself."""
    assert "2025-03-02" == facts(body="<span itemprop='datePublished' content='2025-03-02'>hoy</span>").published
    assert "2025-03-02" == facts(body="<h1>Uno</h1><time datetime='2025-03-02T01:00'>domingo</time>").published


def test_day_as_the_outlet_counts_it() -> None:
    """Ten at night in Lima is the next day in UTC."""
    head = '<script type="application/ld+json">{"@type": "Article", "datePublished": "2025-03-03T03:00:00Z"}</script>'
    head += "<meta property='article:published_time' content='2025-03-02T22:00:00-05:00'>"
    assert "2025-03-02" == facts(head).published


@pytest.mark.parametrize("content", ["03/04/2025", "hace dos horas", "2025-13-40", ""])
def test_no_day_is_guessed(content: str) -> None:
    """What may be read in two ways is not read."""
    assert facts(f"<meta name='date' content='{content}'>").published is None


def test_title_without_the_outlet() -> None:
    """The page's own title has it at its end."""
    head = f"<title>{TITLE} | El Farol</title><meta property='og:site_name' content='El Farol'>"
    assert TITLE == facts(head).title


def test_title_as_printed() -> None:
    """Where the one named is longer, or was cut by a quotation mark."""
    assert TITLE == facts(f"<meta property='og:title' content='{TITLE} - Noticias de Puno'>", f"<h1>{TITLE}</h1>").title
    cut = facts("<meta property='og:title' content='El alcalde dijo '>", '<h1>El alcalde dijo "nunca más"</h1>')
    assert 'El alcalde dijo "nunca más"' == cut.title


@pytest.mark.parametrize(
    "printed",
    [
        "<span class='byline'>Por Ana Ruiz</span>",
        "<a rel='author'>Ana Ruiz</a>",
        "<span itemprop='author'>By Ana Ruiz</span>",
    ],
)
def test_byline_as_printed(printed: str) -> None:
    """Without the word before the name."""
    assert "Ana Ruiz" == facts(body=printed).byline


def test_an_address_is_no_byline() -> None:
    """Sites give their profile as author."""
    assert facts("<meta property='article:author' content='https://social.example/farol'>").byline is None


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/nota", "//farol.example/1", "file:///etc/passwd"])
def test_only_full_web_addresses(address: str) -> None:
    """A link may hold anything."""
    assert facts(f"<link rel='canonical' href='{address}'>").url is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("martes, 3 de mayo de 2022 · 23:57", "2022-05-03"),
        ("By Ana Ruiz | March 2nd, 2025", "2025-03-02"),
        ("2 March 2025", "2025-03-02"),
        ("Marzo 2, 2025", "2025-03-02"),
        ("2 de setiembre del 2024", "2024-09-02"),
        ("2025-03-02 10:00", "2025-03-02"),
        ("03/04/2025", None),
        ("31 de febrero de 2024", None),
        ("15 min, 2 de 2024", None),
    ],
)
def test_printed_days(line: str, day: str | None) -> None:
    """In words or in ISO form; figures alone may be read in two ways."""
    assert day == day_in(line)
