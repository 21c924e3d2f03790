"""Names set in capitals, as datelines set them, in normal case."""

from pathlib import Path

import pytest

from almenara.cli.formats import placenames
from almenara.cli.formats.placenames import place_name
from almenara.model import Place, Span, Unavailable


def place(name: str, **more: object) -> Place:
    """A scene of that name."""
    given = {"name": name, "role": "scene", "evidence": (Span(0, len(name), name),), "by": "test"}
    return Place(**(given | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "shown"),
    [("TUMACO", "Tumaco"), ("PUERTO DE LA PAZ", "Puerto de la Paz"), ("Tumaco", "Tumaco"), ("DEA", "DEA"), ("La Paz", "La Paz")],
)
def test_capitals_alone_are_lowered(written: str, shown: str):
    """Small words stay small; short acronyms and mixed case stay as they are."""
    assert shown == place_name(place(written))


def test_the_units_around_it_spell_it():
    """Accents that capitals lost come back."""
    assert "Quibdó" == place_name(place("QUIBDO", admin2="Quibdó", admin1="Chocó"))


def test_the_gazetteer_spells_it(monkeypatch: pytest.MonkeyPatch):
    """Its name counts where it is the same but for case and accents."""
    monkeypatch.setattr(placenames, "_spelled", {"g:1": ("Limón",), "g:2": ("Puerto Limón",)}.get)
    assert ["Limón", "Limon"] == [place_name(place("LIMON", gazetteer_id=ref)) for ref in ("g:1", "g:2")]


def test_regions_keep_their_capitals():
    """They are often called by acronyms."""
    assert "VRAEM" == place_name(place("VRAEM", gazetteer_id="region:vraem"))


def test_no_gazetteer_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A damaged one neither: a screen is no place to fail for that."""

    def fail() -> None:
        raise Unavailable("bad_gazetteer", "damaged")

    monkeypatch.setattr("almenara.places.installed", fail)
    assert "Limon" == place_name(place("LIMON", gazetteer_id="g:unheard-of"))
