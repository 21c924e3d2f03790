"""Pages broken in every way that a crawler meets them."""

import random
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from almenara.model import Document, Refusal, Refused
from almenara.text import codes, open_bytes, read_one
from tests.hostile.attacks import SENTENCE

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.html"))
PIECES = [
    b"<",
    b">",
    b"</div>",
    b"<table>",
    b"<!--",
    b"\0",
    b"'",
    b'"',
    b"<svg>",
    b"<p hidden>",
    b"&#xD800;",
    b"&#0;",
    b"&#1;",
    b"<form>",
    b"<h1>",
]


def broken(page: bytes, seed: int) -> bytes:
    """The page with bytes changed, lost, copied elsewhere and pieces of markup thrown in."""
    rng = random.Random(seed)  # noqa: S311 - the same damage in every run
    data = bytearray(page)
    for _ in range(rng.choice([1, 5, 40])):
        at, other = rng.randrange(len(data)), rng.randrange(len(data))
        changes = [bytes([rng.randrange(256)]), b"", bytes(data[other : other + rng.randrange(500)]), rng.choice(PIECES)]
        data[at : at + rng.choice([0, 1, 200])] = rng.choice(changes)
    return bytes(data)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("page", SAMPLES, ids=lambda page: page.stem)
def test_a_broken_page_is_read_or_refused(page: Path, seed: int) -> None:
    """It never raises."""
    for item in open_bytes(broken(page.read_bytes(), seed), page.name):
        assert isinstance(item, Document) or item.code in codes()


@pytest.mark.parametrize("reference", ["&#0;", "&#1;", "&#x1F;", "&#xD800;", "&#55296;", "&#xFFFF;", "&#x110000;", "&#9999999;"])
def test_references_to_no_character(reference: str) -> None:
    """XML has no such characters, and neither has our text."""
    page = f"<html><body><article><p>Ma{reference}duro</p><p>{SENTENCE.decode() * 2}</p></article></body></html>"
    assert {"Maduro", "Ma\ufffdduro"} & set(read_one(page.encode(), "a.html").text.split())


def test_hidden_text_within_hidden_text() -> None:
    """Emptied once, with the words after it kept."""
    hidden = "<b hidden>uno<i hidden>dos</i></b>"
    page = f"<article><p>{SENTENCE.decode()}{hidden}Siguió lloviendo.</p><p>{SENTENCE.decode() * 2}</p></article>"
    text = read_one(page.encode(), "a.html").text
    assert "uno" not in text
    assert "dos" not in text
    assert "Siguió lloviendo." in text


def test_entities_of_a_page_are_not_expanded() -> None:
    """A page's own entities stay names."""
    entities = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 9))
    body = f"<html><body><article><p>&l8;</p><p>{SENTENCE.decode() * 3}</p></article></body></html>"
    page = f'<!DOCTYPE html [<!ENTITY l0 "lol">{entities}]>{body}'
    document = read_one(page.encode(), "a.html")
    assert len(document.text) < len(page)


def endless(deadline: AbstractContextManager[None]) -> None:
    """Work that never ends."""
    with deadline:
        while True:
            pass


def test_a_deadline_refuses() -> None:
    """A library that never ends is stopped, and the timer is put back."""
    import signal

    from almenara.text.page import guard

    before = signal.getsignal(signal.SIGALRM)
    timer = signal.setitimer(signal.ITIMER_REAL, 0)  # the test runner's own
    try:
        with pytest.raises(Refused, match="timeout: took over"):
            endless(guard.deadline(0.05))
        assert before == signal.getsignal(signal.SIGALRM)
        assert (0.0, 0.0) == signal.getitimer(signal.ITIMER_REAL)
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)


def test_a_refusal_names_what_was_given() -> None:
    """By the name that the user gave."""
    (refusal,) = open_bytes(b"<html><body>", "folder/página rota.html")
    assert isinstance(refusal, Refusal)
    assert "folder/página rota.html" == refusal.source
