"""The whole road, from a text to its record."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import almenara
from almenara.model import Coding, Event, Refused

WORDS = (
    "soldiers police killed seized arrested 120 kilos of cocaine in Tumaco Lima VRAEM on May 3 said could not the a ( ) , . "
    "; : « » \" ' — policías incautaron capturaron 40 fusiles el lunes según dijo habría podría no que fue detenido \n "
    "\u00a0 \u200b \U0001f6a8 60 días"
).split(" ")


def event(coding: Coding, act: str) -> Event:
    """The first event of an act."""
    return next(e for e in coding.events if e.act == act)


@given(st.one_of(st.text(max_size=400), st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)))
@settings(max_examples=120, deadline=None)
def test_any_text_is_coded_or_refused(text: str):
    """Coding never raises anything but a refusal, and a record whose quotes do not stand in its text cannot be built."""
    for language in ("en", "es"):
        try:
            coding = almenara.code(text, language=language, published="2026-05-04")
        except Refused:
            continue
        assert not [n for n in coding.notes if n.code == "sentence_lost"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers seized 120 kilos of cocaine and arrested three men in Tumaco, Colombia, on May 3, the army said."),
        (
            "es",
            "Soldados incautaron 120 kilos de cocaína y capturaron a tres hombres en Tumaco el 3 de mayo, informó el Ejército.",
        ),
    ],
)
def test_one_sentence_gives_its_whole_record(language: str, text: str):
    """Who did what to whom, where, when, how many, and who says so."""
    coding = almenara.code(text, language=language, published="2026-05-04")
    seizure, arrest = event(coding, "seizure"), event(coding, "arrest")
    assert ("2026-05-03", "2026-05-03") == (seizure.date and seizure.date.start, arrest.date and arrest.date.start)
    assert (120.0, "kg") == next((c.best, c.unit) for c in seizure.counts)
    assert 3.0 == next(c.best for c in arrest.counts if c.what == "arrested")
    assert {"authority"} <= {p.role for p in seizure.participants}
    assert coding.claims[0].id in seizure.attribution


def test_the_day_of_publication_is_no_date_of_an_event():
    """What the text does not date stays undated, and a note says so."""
    coding = almenara.code("Police arrested three men in Tumaco.", language="en", published="2026-05-04")
    assert event(coding, "arrest").date is None
    assert "no_event_date" in {n.code for n in coding.notes}


def test_a_teaser_of_another_story_is_no_event_of_this_one():
    """Only headline, caption, body and analysis are coded."""
    page = """<html lang="en"><body><article><h1>Mayor opens a bridge in Tumaco</h1><p>The mayor opened a bridge over the river on
    Monday, and the band of the school played for an hour while the neighbours walked across it for the first time.</p></article>
    <aside><h2>Most read</h2><a href="/x">Gunmen kill five people in Cali</a></aside></body></html>"""
    coding = almenara.code(page.encode(), name="page.html", published="2026-05-04")
    assert set() == {e.act for e in coding.events} & {"massacre", "attack", "targeted_killing"}


def test_capitals_and_missing_accents_survive():
    """A text in capitals is read like any other, and its quotes are as it is written."""
    coding = almenara.code("LA POLICIA CAPTURO A TRES HOMBRES EN CALI Y DECOMISO DOS FUSILES.", language="es")
    assert {"arrest", "seizure"} <= {e.act for e in coding.events}


def test_without_a_date_a_note_says_so():
    """Relative dates need the day of publication."""
    assert "no_publication_date" in {n.code for n in almenara.code("Police arrested two men yesterday.", language="en").notes}


def test_every_value_names_what_made_it():
    """`by` starts with rule or model, everywhere."""
    coding = almenara.code("Soldiers seized 120 kilos of cocaine in Tumaco on May 3.", language="en", published="2026-05-04")
    made = [e.by for e in coding.events] + [p.by for e in coding.events for p in e.participants] + [e.by for e in coding.entities]
    made += [c.by for e in coding.events for c in e.counts] + [p.by for e in coding.events for p in e.places]
    assert set() == {by for by in made if not by.startswith(("rule:", "model:"))}
