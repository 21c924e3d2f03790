"""Where sentences end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.language.sentences import ends
from almenara.language.words import words

ONE = {
    "en": [
        "Gen. Rosa Quiroga met Mr. Lindo at 5 p.m. on Monday.",
        "The U.S. Navy stopped two boats, according to Sen. J. Alba.",
        "Acme Inc. shipped No. 5 to St. Lucia.",
        '"We must act now!" the minister said.',
        "They took Col. A. B. Prado vs. the others...",
        "Harbour police find arms",
        "1. Nobody was hurt.",
    ],
    "es": [
        "El Gral. Prado y la Sra. Ruiz viajaron a EE. UU. ayer.",
        "El art. 5 del Decreto núm. 12 rige desde las 5 p.m. del lunes.",
        "Según el Dr. M. Paredes, en el año 30 a. C. hubo otro.",
        "¿Quién fue?, preguntó la jueza.",
        "Pesquera Azul S.A. de C.V. despidió a veinte.",
    ],
}
MORE = {
    "en": [
        ["He fled to the U.S.", "The police followed him."],
        ['"They came at night."', '"We hid," she said.'],
        ["Shots rang out!", "Who fired?", "Nobody knows."],
        ["It was Plan B (the last one).", "A second boat left."],
        ["Prices rose by 5.", "The rest fell."],
    ],
    "es": [
        ["Huyó a EE. UU.", "La policía lo siguió."],
        ["«Vinieron de noche».", "“Nos escondimos”, dijo."],
        ["Hubo rifles, granadas, etc.", "Los llevaron al puerto."],
        ["No hubo heridos.", "¿Quién disparó?", "¡Nadie sabe!"],
    ],
}


def cut(text: str, language: str) -> list[str]:
    """The sentences as texts."""
    found = words(text, language)
    out, first = [], 0
    for last in ends(text, found, language):
        out.append(text[found.starts[first] : found.starts[last - 1] + len(found.forms[last - 1])])
        first = last
    return out


@pytest.mark.parametrize(("language", "text"), [(k, t) for k, texts in ONE.items() for t in texts])
def test_a_stop_inside_a_sentence_ends_none(language: str, text: str) -> None:
    """Abbreviations, initials, hours, numbers, headlines."""
    assert [text] == cut(text, language)


@pytest.mark.parametrize(("language", "texts"), [(k, t) for k, found in MORE.items() for t in found])
def test_sentences_end_where_they_should(language: str, texts: list[str]) -> None:
    """Closing quotes stay with what they close; an abbreviation may end a sentence too."""
    assert texts == cut(" ".join(texts), language)


@given(st.text(alphabet=" .!?\"'()aA1,;«»“”…S\u00a0", max_size=60), st.sampled_from(["en", "es"]))
@settings(max_examples=300, deadline=None)
def test_every_word_is_in_one_sentence(text: str, language: str) -> None:
    """Ends grow, none is empty, the last is the number of words."""
    found = words(text, language)
    last = ends(text, found, language)
    assert sorted(set(last)) == last
    assert (len(found.forms) if last else 0) == (last[-1] if last else len(found.forms))
    assert all(end > 0 for end in last)
