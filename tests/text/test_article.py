"""Articles as JSON."""

import hashlib
import json

import pytest

from almenara.model import Document, Refusal, Refused
from almenara.text import Options, open_bytes, read_one

ARTICLE = {
    "id": "n-1", "url": "https://diario.example/n-1", "title": "Hallan un cuerpo en Tocache",
    "published": "2025-03-02T21:00:00-05:00",
    "outlet": "El Farol", "language": "es", "text": "Hallan un cuerpo en Tocache\n\nLa policía halló un cuerpo en la ribera.",
}  # fmt: skip


def test_fields_become_the_document() -> None:
    """Each under its name; the id of the giver beside the hash of the bytes."""
    data = json.dumps(ARTICLE).encode()
    document = read_one(data, "n.json")
    assert ("n-1", "https://diario.example/n-1", "El Farol", "es") == (
        document.source_id,
        document.url,
        document.outlet,
        document.language,
    )
    assert "2025-03-02" == document.published
    assert hashlib.sha256(data).hexdigest() == document.id
    assert ["headline", "body"] == [s.kind for s in document.sections]


def test_text_is_taken_as_it_stands() -> None:
    """Spaces, blank lines and no-break spaces stay: offsets of the giver's own annotations hold."""
    text = "\n  Uno.  \xa0Dos.\n\n\n\tTres. \n"
    assert text == read_one(json.dumps({"text": text}).encode(), "a.json").text


def test_file_name_stands_in_for_an_id() -> None:
    """So that every document can be found again."""
    assert "a.json" == read_one(b'{"text": "Uno."}', "a.json").source_id


@pytest.mark.parametrize("number", [0, 7])
def test_a_number_may_be_an_id(number: int) -> None:
    """Databases number their rows."""
    assert str(number) == read_one(json.dumps({"id": number, "text": "Uno."}).encode(), "a.json").source_id


@pytest.mark.parametrize("published", ["2025-03", "2025-02-30", "yesterday", "03/04/2025", 20250302, None])
def test_a_date_that_names_no_day_is_none(published: object) -> None:
    """It is never guessed."""
    assert read_one(json.dumps({"text": "Uno.", "published": published}).encode(), "a.json").published is None


def test_user_fills_in_what_the_file_leaves_out() -> None:
    """Publication date and outlet only where the file names none; the language always."""
    options = Options(published="2020-01-01", outlet="Otro", language="en")
    own = read_one(json.dumps(ARTICLE).encode(), "a.json", options=options)
    bare = read_one(b'{"text": "Uno."}', "a.json", options=options)
    assert ("2025-03-02", "El Farol", "en") == (own.published, own.outlet, own.language)
    assert ("2020-01-01", "Otro", "en") == (bare.published, bare.outlet, bare.language)


def test_a_language_that_the_text_belies_is_none() -> None:
    """A feed marked `en` may hold Spanish; identification decides then."""
    article = {"language": "en", "text": "La policía de la ciudad detuvo a los dos hombres que se llevaron el dinero del banco."}
    assert read_one(json.dumps(article).encode(), "a.json").language is None


def test_html_is_read_as_a_page() -> None:
    """With the facts of the JSON before those of the page."""
    page = (
        "<html><head><meta property='og:title' content='Otro'></head><body><article><p>" + "Hubo tres heridos en la vereda. " * 4
    )
    document = read_one(json.dumps({"title": "Tres heridos", "html": page}).encode(), "a.json")
    assert "Tres heridos" == document.title
    assert "body" in {s.kind for s in document.sections}


def test_array_gives_many() -> None:
    """Each with its place; a bad one is refused by it."""
    items = list(open_bytes(b'[{"text": "Uno."}, {"id": "b", "url": "x"}, {"text": "Tres."}]', "a.json"))
    assert ["a.json#1", "a.json#2 (b)", "a.json#3"] == [x.source_id if isinstance(x, Document) else x.source for x in items]


def test_lines_in_a_json_file_are_told_apart() -> None:
    """JSON lines under the name of JSON."""
    assert 2 == len(list(open_bytes(b'{"text": "Uno."}\n{"text": "Dos."}\n', "a.json")))


def test_other_names_of_fields() -> None:
    """Exports call a text `content` and a day `date_published`."""
    document = read_one(b'{"headline": "Uno", "content": "Uno y dos.", "date_published": "2024-01-05"}', "a.json")
    assert ("Uno", "2024-01-05") == (document.title, document.published)


def test_our_field_wins_over_other_names() -> None:
    """`text` is the text even beside a `body`."""
    assert "Uno." == read_one(b'{"text": "Uno.", "body": "Dos."}', "a.json").text


def test_many_where_one_was_asked() -> None:
    """`read_one` does not choose."""
    with pytest.raises(Refused, match="many_documents"):
        read_one(b'[{"text": "Uno."}, {"text": "Dos."}]', "a.json")


def test_shape_is_told() -> None:
    """What was found instead of an article."""
    refusal = next(open_bytes(b'"just words"', "a.json"))
    assert isinstance(refusal, Document | Refusal)
    refusal = next(open_bytes(b'{"a": 1, "b": 2}', "a.json"))
    assert isinstance(refusal, Refusal)
    assert "no text or html among its fields: a, b" == refusal.reason
