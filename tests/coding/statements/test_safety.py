"""Whatever the text: nothing raises, and spans lie on the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.coding import entities
from almenara.coding.statements import claims, forecasts, quotes
from almenara.language import Parsed
from almenara.model import Coding
from tests.coding.statements.factory import parse

WORDS = (
    "said dijo que that “ ” « » \" ' '' ( ) , . : ; — police Policía Rosa Quiroga El Tiempo according to según para will podría",
    "no not if si unless is likely es probable the la gang banda attacked atacó \n \u00a0 \u200b él he 2021 the report informe",
)
PIECES = st.sampled_from(" ".join(WORDS).split(" "))
WEIRD = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join))


@pytest.mark.parametrize("code", ["en", "es"])
@given(text=WEIRD)
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_a_coder(code: str, text: str) -> None:
    """Every candidate is built, and each of its spans holds the words that it quotes."""
    parsed = parse(text, code)
    found = claims(parsed, entities.find(parsed), threshold=0.0)
    coming = forecasts(parsed, found, threshold=0.0)
    coding = Coding(document=parsed.document, claims=tuple(found), forecasts=tuple(coming))
    assert {"author", *(c.id for c in coding.claims)} >= {f.by for f in coding.forecasts}


@given(text=st.text(alphabet="ab \n\"'“”«»‘’`.,", max_size=80))
@settings(max_examples=200, deadline=None)
def test_quotes_lie_in_order_inside_the_text(text: str) -> None:
    """Marks open and close in any order; quotes neither overlap nor are empty."""
    at = 0
    for start, end in quotes.ranges(text):
        assert at <= start < end <= len(text)
        assert text[start:end].strip()
        at = end


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “yes, I do” twice.", ["yes, I do"]),
        ("Dijo «no» y “nunca”.", ["no", "nunca"]),
        ("It's the gang's river.", []),
        ("'We stay,' she said.", ["We stay,"]),
        ("An open “quote that ends\nwith its line.", ["quote that ends"]),
        ("A mark \" alone\n\nand another \" far away.", [" alone"]),
    ],
)  # fmt: skip
def test_quotes_by_their_marks(text: str, found: list[str]) -> None:
    """Apostrophes open nothing; a mark left open ends with its paragraph."""
    assert found == [text[start:end] for start, end in quotes.ranges(text)]


def seconds(parsed: Parsed, found: entities.Entities) -> float:
    """Processor time of claims and forecasts."""
    start = time.process_time()
    forecasts(parsed, claims(parsed, found))
    return time.process_time() - start


def test_cost_grows_with_the_text_and_not_with_its_square() -> None:
    """Twenty times the text takes less than eighty times as long."""
    text = "Governor Luis Paredes said that “the river is ours now”. He added that the truce could end.\n"
    short, long = parse(text * 40, "en"), parse(text * 800, "en")
    first, second = entities.find(short), entities.find(long)
    seconds(short, first)  # warm: models and lists are read on first use
    assert seconds(long, second) < 80 * max(seconds(short, first), 0.002)
