"""Characters and charsets that lie: what comes out is clean text that any store can hold."""

import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.model import Document, Refusal
from almenara.text import clean, codes, open_bytes, read_one

SPANISH = "El niño Íñigo Güemes salió de la vereda «La Peña» — dijo su tío."
MARKS = [b"%PDF-1.4\n", b"WARC/1.0\r\n", b"PK\x03\x04", b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"x\x9c"]
MARKS += [b"Message-ID: <a>\nSubject: b\n", b"id,text\n", b"<html><p>", b'{"text":']
UNSEEN = (
    "\0\x08\x7f\x9b\xad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\ufe0f\U000e0041\ud800\udfff\uffff"
)


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_charset_is_found(charset: str) -> None:
    """With a byte order mark or without, Spanish text comes out whole."""
    assert SPANISH == read_one(SPANISH.encode(charset), "nota.txt").text


LIES = [("utf-8", "iso-8859-1"), ("cp1252", "utf-8"), ("iso-8859-15", "iso-8859-15"), ("utf-8", "nonsense")]


@pytest.mark.parametrize(("charset", "named"), LIES)
def test_a_page_that_names_a_wrong_charset(charset: str, named: str) -> None:
    """The bytes decide; the name only where they leave it open."""
    page = f'<html><head><meta charset="{named}"></head><body><article><p>{SPANISH * 3}</p></article></body></html>'
    assert SPANISH in read_one(page.encode(charset, "replace"), "nota.html").text.replace("?", "—")


def test_a_few_broken_bytes_cost_no_more_than_themselves() -> None:
    """UTF-8 cut in the middle of a letter stays UTF-8."""
    text = read_one((SPANISH * 20).encode()[:-3] + b"\xc3", "nota.txt").text
    assert text.startswith(SPANISH)


@pytest.mark.parametrize("unseen", list(UNSEEN), ids=lambda c: f"U+{ord(c):04X}")
def test_unseen_characters_are_dropped(unseen: str) -> None:
    """They would split a name that a reader sees whole."""
    assert "Maduro" == clean(f"Ma{unseen}duro")


def test_a_heap_of_marks_is_cut() -> None:
    """Ten thousand accents on one letter become four."""
    assert "e" + "\u0301" * 4 + "l" == clean("e" + "\u0301" * 10_000 + "l")


@pytest.mark.parametrize("kept", ["ñ", "n\u0303", "\xa0", "М", "€", "\u3000", "👮", "ʼ"])
def test_what_a_reader_sees_is_kept(kept: str) -> None:
    """Accents composed or not, no-break spaces, look-alikes of other scripts: kept, not normalised."""
    assert f"a{kept}b" == clean(f"a{kept}b")


def test_line_ends_become_line_feeds() -> None:
    """Whatever system wrote them."""
    assert "a\nb\nc\nd\ne" == clean("a\r\nb\rc\u2028d\x0be")


def test_lone_surrogates_in_json() -> None:
    """JSON may escape what no store can hold."""
    document = read_one(b'{"text": "El alcalde \\ud83d dijo que no."}', "a.json")
    assert "El alcalde  dijo que no." == document.text


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=600),
    name=st.sampled_from("a a.txt a.md a.json a.jsonl a.csv a.warc a.wacz a.eml a.pdf a.txt.gz a.br".split()),
)
def test_no_bytes_raise(data: bytes, name: str) -> None:
    """Anything comes out as documents or refusals with known codes."""
    _check(data, name)


@settings(max_examples=60, deadline=None)
@given(head=st.sampled_from(MARKS), tail=st.binary(max_size=300))
def test_no_bytes_after_a_known_mark_raise(head: bytes, tail: bytes) -> None:
    """The same for what begins like a known kind."""
    _check(head + tail, "a")


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=400), title=st.none() | st.text(max_size=40))
def test_any_text_gives_valid_sections(text: str, title: str | None) -> None:
    """Sections lie in order inside the text (the model refuses others), and the text is one that UTF-8 can hold."""
    _check(json.dumps({"text": text, "title": title}).encode(), "a.json")


def _check(data: bytes, name: str) -> None:
    for item in open_bytes(data, name):
        if isinstance(item, Refusal):
            assert item.code in codes()
            continue
        assert isinstance(item, Document)
        assert item.text.encode("utf-8").decode() == clean(item.text)
        assert all(unicodedata.category(c) != "Cs" for c in item.text)
        assert item.sections
