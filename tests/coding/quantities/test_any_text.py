from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.coding.quantities import counts_for, figures
from tests.coding.quantities.factory import read

WORDS = st.sampled_from(
    "Police seized killed la Marina mató detuvo 3 1.5 2,000 mil millones de % $ US$ entre y - to and half dozen of or más a"
    " un kilos tons homicides soldados per por cada 100,000 2016 , . ( ) doubled el 5 mayo fell nearly casi in en".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), st.sampled_from(["en", "es"]))
def test_no_words_in_any_order_break_it(text: str, code: str) -> None:
    """Whatever a sentence holds, its figures and counts quote the text."""
    found = read(text, code)
    sentences = [s.index for s in found.parsed.sentences]
    spans = [s for f in figures(found, threshold=0.0) for s in f.evidence]
    spans += [s for c in counts_for(found, "seizure", sentences, threshold=0.0) for s in c.evidence]
    assert all(text[s.start : s.end] == s.quote for s in spans)
