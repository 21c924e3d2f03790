"""Words from documents made harmless."""

import pytest

from almenara.cli.formats import safe


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1", " =1", "＝1"])
def test_a_cell_is_no_formula(text: str) -> None:
    """What a spreadsheet would run gets an apostrophe in front."""
    assert "'" == safe.cell(text)[0]


def test_plain_words_stay() -> None:
    """Nothing is put before words that are only words."""
    assert "12 de junio - Tocache" == safe.cell("12 de junio - Tocache")


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\r", "\u202e", "\u2066", "\u200f", "\x9b", "\ud800"])
def test_controls_become_visible_one_for_one(character: str) -> None:
    """Each control is one replacement character, so that offsets hold."""
    assert f"a{safe.REPLACEMENT}b" == safe.shown(f"a{character}b")


def test_accents_tabs_and_line_feeds_stay() -> None:
    """Text in both languages passes unchanged."""
    assert "Río\tñandú\n“x”" == safe.shown("Río\tñandú\n“x”")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//host/x", "http://", "file:///etc/x", "http://[", "", None]
)
def test_only_web_addresses_are_links(url: str | None) -> None:
    """Anything but http and https with a host is no link."""
    assert None is safe.web(url)


def test_a_web_address_is_a_link() -> None:
    """Http and https pass."""
    assert "https://umbral.example/a?b=1" == safe.web("https://umbral.example/a?b=1")
