"""How the matcher reads tokens."""

from pathlib import Path

import pytest

from almenara.codebook import Lexicon, lexicon
from tests.codebook.words import children, words

ENTRIES = """
[seizure]
1 = { verb = "seize", example = "The navy seized a boat." }
2 = { verb = "seize", object = ["@metals"], mode = "metal", example = "The navy seized gold." }
[arrest]
1 = { verb = "seize", subject = ["police"], object = ["man"], example = "Police seized a man." }
[agreement]
1 = { phrase = "put * under pressure|strain", example = "They put the rivals under strain." }
[plan]
1 = { noun = "plan", near = ["police"], not_near = ["flight"], example = "The police had a plan." }
[targeted_killing]
1 = { noun = "rubout", object = ["@name"], example = "The rubout of Ana Prado." }
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lexicon:
    """A lexicon whose entries of the six acts above are those above."""
    (tmp_path / "en").mkdir()
    (tmp_path / "lists").mkdir()
    numbered = ENTRIES.replace("\n1 =", "\n901 =").replace("\n2 =", "\n902 =")
    (tmp_path / "en" / "own.toml").write_text(numbered, "utf-8")
    (tmp_path / "lists" / "en.toml").write_text('metals = "silver gold"', "utf-8")
    monkeypatch.setenv("ALMENARA_LEXICON", str(tmp_path))
    return lexicon("en")


def fired(own: Lexicon, text: str) -> list[str]:
    """Ids of the hits in a text of `form/lemma/POS/dep/head`."""
    tokens = words(text)
    return [hit.entry.id for hit in own.match(tokens, children(tokens))]


def test_the_specific_entry_wins(own: Lexicon) -> None:
    """Of entries on one trigger the one with more conditions met stays."""
    assert ["seizure.en.902"] == fired(own, "navy/navy/NOUN/nsubj/1 seized/seize/VERB/root/1 silver/silver/NOUN/obj/1")


def test_an_entry_of_another_act_wins_by_its_conditions(own: Lexicon) -> None:
    """Two conditions beat one, whatever the act."""
    text = "police/police/NOUN/nsubj/1 seized/seize/VERB/root/1 man/man/NOUN/obj/1"
    assert ["arrest.en.901"] == fired(own, text)


def test_the_object_of_a_passive_is_its_subject(own: Lexicon) -> None:
    """The subject of a passive is what was seized."""
    text = "silver/silver/NOUN/nsubj:pass/2 was/be/AUX/aux:pass/2 seized/seize/VERB/root/2"
    assert ["seizure.en.902"] == fired(own, text)


def test_the_object_of_a_participle_is_what_it_modifies(own: Lexicon) -> None:
    """In “the silver seized” the noun above is what was seized."""
    assert ["seizure.en.902"] == fired(own, "silver/silver/NOUN/root/0 seized/seize/VERB/acl/0")


def test_the_object_is_looked_for_inside_its_phrase(own: Lexicon) -> None:
    """In “bars of silver” the goods hang below the measure."""
    text = "seized/seize/VERB/root/0 bars/bar/NOUN/obj/0 of/of/ADP/case/3 silver/silver/NOUN/nmod/1"
    assert ["seizure.en.902"] == fired(own, text)


def test_a_noun_is_no_verb(own: Lexicon) -> None:
    """A verb entry asks for a verb, a participle used as adjective, or the first word of a sentence."""
    assert [] == fired(own, "a/a/DET/det/1 seize/seize/NOUN/root/1")


def test_a_headline_verb_taken_for_a_name_still_counts(own: Lexicon) -> None:
    """Parsers take the first word of a headline for a name."""
    assert ["seizure.en.902"] == fired(own, "seize/seize/PROPN/root/0 silver/silver/NOUN/obj/0")


def test_a_phrase_may_have_a_gap(own: Lexicon) -> None:
    """A * stands for up to four words."""
    near = "put/put/VERB/root/0 two/two/NUM/obj/0 rivals/rival/NOUN/obj/0 under/under/ADP/case/4 strain/strain/NOUN/obl/0"
    far = "put/put/VERB/root/0 " + "x/x/X/dep/0 " * 5 + "under/under/ADP/case/7 strain/strain/NOUN/obl/0"
    assert (["agreement.en.901"], []) == (fired(own, near), fired(own, far))


def test_a_hit_covers_its_words_and_names_their_head() -> None:
    """The range is half-open; the head governs the others."""
    tokens = words("the/the/DET/det/2 car/car/NOUN/compound/2 bomb/bomb/NOUN/nsubj/3 exploded/explode/VERB/root/3")
    hit = lexicon("en").match(tokens, children(tokens))[0]
    assert (("bombing", 1, 3, 2)) == (hit.entry.act, hit.first, hit.last, hit.head)


def test_near_and_not_near_look_at_the_sentence(own: Lexicon) -> None:
    """One word must stand there, the other must not."""
    with_police = "police/police/NOUN/root/0 plan/plan/NOUN/dep/0"
    with_both = with_police + " flight/flight/NOUN/dep/0"
    assert (["plan.en.901"], []) == (fired(own, with_police), fired(own, with_both))


def test_near_stops_at_the_sentence(own: Lexicon) -> None:
    """A word of the next sentence is not near."""
    first = words("plan/plan/NOUN/root/0")
    second = [word._replace(index=1, head=1) for word in words("police/police/NOUN/root/0", sentence=1)]
    assert [] == own.match([*first, *second], [[], []])


def test_any_name_meets_the_condition_name(own: Lexicon) -> None:
    """@name asks for a proper name, whichever."""
    of_name = "rubout/rubout/NOUN/root/0 of/of/ADP/case/2 prado/prado/PROPN/nmod/0"
    of_thing = "rubout/rubout/NOUN/root/0 of/of/ADP/case/2 time/time/NOUN/nmod/0"
    assert (["targeted_killing.en.901"], []) == (fired(own, of_name), fired(own, of_thing))


def test_a_reflexive_passive_has_its_subject_as_object() -> None:
    """In “se hallaron armas” the subject says what was taken."""
    tokens = words("se/él/PRON/obj/1 hallaron/hallar/VERB/root/1 armas/arma/NOUN/nsubj/1")
    assert ["seizure"] == [hit.entry.act for hit in lexicon("es").match(tokens, children(tokens))]


def test_a_participle_taken_for_a_noun_is_known_by_its_form() -> None:
    """Lemmatisers leave "extraditado" as it is when they take it for a noun."""
    tokens = words("fue/ser/AUX/aux:pass/1 extraditado/extraditado/ADJ/root/1")
    assert ["extradition"] == [hit.entry.act for hit in lexicon("es").match(tokens, children(tokens))]


def test_an_empty_text_has_no_hits() -> None:
    """Nothing in, nothing out."""
    assert [] == lexicon("en").match([], [])
