"""Loading lexicons: what ships, what a user adds, what is refused."""

from pathlib import Path

import pytest

from almenara.codebook import acts, lexicon
from almenara.model import Language, Refused


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty user's folder that ALMENARA_LEXICON names."""
    (tmp_path / "es").mkdir()
    (tmp_path / "lists").mkdir()
    monkeypatch.setenv("ALMENARA_LEXICON", str(tmp_path))
    return tmp_path


def put(folder: Path, text: str, name: str = "es/mios.toml") -> None:
    """Write one file of the user's folder."""
    (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("act", [name for name in acts() if name != "other"])
def test_every_act_has_words(act: str, language: Language) -> None:
    """Three entries at least, in each language."""
    assert 3 <= len(list(lexicon(language).of(act)))


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_two_entries_say_the_same(language: Language) -> None:
    """A row that repeats another's trigger and conditions could never win over it."""
    seen: dict[object, str] = {}
    twice = []
    for entry in lexicon(language).entries.values():
        row = entry.row
        key = (entry.act, row.kind, row.trigger, row.object, row.not_object, row.subject, row.near, row.not_near)
        if key in seen:
            twice.append((seen[key], entry.id))
        seen[key] = entry.id
    assert [] == twice


def test_a_users_entries_are_merged(folder: Path) -> None:
    """New ids join the shipped ones."""
    shipped = len(lexicon("en").entries)
    put(folder, '[seizure]\nmia-1 = { verb = "trincar", example = "Los guardias trincaron la carga." }')
    assert (shipped, "trincar") == (len(lexicon("en").entries), lexicon("es").entries["seizure.es.mia-1"].row.verb)


def test_a_users_entry_replaces_a_shipped_one(folder: Path) -> None:
    """The same id means the user's."""
    put(folder, '[seizure]\n1 = { verb = "trincar", weight = 0.9, example = "Los guardias trincaron la carga." }')
    entry = lexicon("es").entries["seizure.es.1"]
    assert ("trincar", 0.9, "mios.toml") == (entry.row.verb, entry.weight, entry.file)


def test_a_users_list_adds_words(folder: Path) -> None:
    """Lists of the same name grow, new ones may be named."""
    put(folder, 'metales = "cobre"', "lists/es.toml")
    put(folder, '[seizure]\n900 = { verb = "trincar", object = ["@metales"], example = "Trincaron el cobre robado." }')
    assert "seizure.es.900" in lexicon("es").entries


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[seisure]\n1 = { verb = "x", example = "Una frase." }', r"mios\.toml: seisure: no act"),
        ('[seizure]\n77 = { verb = "x" }', r"mios\.toml: seizure\.es\.77: .*example"),
        ('[seizure]\n77 = { verb = "x", noun = "y", example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*exactly one"),
        ('[seizure]\n77 = { example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*exactly one"),
        ('[seizure]\n77 = { verb = "x", objekt = ["y"], example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*objekt"),
        ('[seizure]\n77 = { verb = "x", object = ["@nada"], example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*@nada"),
        ('[seizure]\n77 = { verb = "x", near = ["@name"], example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*@name"),
        ('[seizure]\n77 = { verb = "X", example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*lower case"),
        ('[seizure]\n77 = { phrase = "* x", example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*\*"),
        ('[seizure]\n77 = { phrase = "x y", forms = ["z"], example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*forms"),
        ('[seizure]\n77 = { verb = "x", weight = 2, example = "Una frase." }', r"mios\.toml: seizure\.es\.77: .*weight"),
        (
            '[seizure]\n77 = { verb = "x", reality = "perhaps", example = "Una frase." }',
            r"mios\.toml: seizure\.es\.77: .*reality",
        ),
        ("seizure = 3", r"mios\.toml: seizure: "),
        ("[seizure", r"mios\.toml: no TOML"),
    ],
)
def test_bad_entries_are_refused_by_file_and_id(folder: Path, text: str, reason: str) -> None:
    """An analyst must find the line at fault."""
    put(folder, text)
    with pytest.raises(Refused, match=reason):
        lexicon("es")


def test_an_entry_in_two_files_is_refused(folder: Path) -> None:
    """One id, one place."""
    row = '[seizure]\n77 = { verb = "trincar", example = "Trincaron la carga." }'
    put(folder, row)
    put(folder, row, "es/otros.toml")
    with pytest.raises(Refused, match=r"otros\.toml: seizure\.es\.77: stands in mios\.toml too"):
        lexicon("es")


def test_a_list_is_one_string(folder: Path) -> None:
    """A list of the wrong shape is refused by its name."""
    put(folder, 'metales = ["cobre"]', "lists/es.toml")
    with pytest.raises(Refused, match=r"es\.toml: metales: a list is one string"):
        lexicon("es")


def test_a_folder_that_is_not_there_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A mistyped setting must not pass in silence."""
    monkeypatch.setenv("ALMENARA_LEXICON", str(tmp_path / "none"))
    with pytest.raises(Refused, match="ALMENARA_LEXICON is no folder"):
        lexicon("es")


def test_a_language_without_lexicon_is_refused() -> None:
    """There is no silent empty lexicon."""
    with pytest.raises(Refused, match="unknown_language"):
        lexicon("pt")  # type: ignore[arg-type]
