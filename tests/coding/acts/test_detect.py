import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara import language
from almenara.coding.acts import events
from almenara.coding.draft import EventDraft
from almenara.language import Parsed
from almenara.model import Document, Language
from almenara.scoring import score
from tests.coding.acts.reading import acts, drafts, of, parse
from tests.corpora import corpus


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police raided a house in Medellin on Tuesday, arrested three men and seized 40 kilos of cocaine."),
        ("es", "La Policía allanó una vivienda en Cali, detuvo a tres hombres y decomisó 40 kilos de cocaína."),
    ],
)
def test_each_coordinated_act_is_coded(lang: Language, text: str) -> None:
    """One sentence with three verbs tells three acts."""
    assert {"operation", "arrest", "seizure"} <= acts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Three men were arrested in Tijuana on Monday and two rifles were seized by the navy."),
        ("es", "Tres hombres fueron detenidos el lunes en Tijuana y dos fusiles fueron decomisados por la Marina."),
    ],
)
def test_passives_are_coded(lang: Language, text: str) -> None:
    """Who suffers the act may be the subject."""
    assert {"arrest", "seizure"} <= acts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "wanted"),
    [
        (
            "en",
            "The capture of the gang's leader on Sunday followed the kidnapping of a rancher in Durango.",
            {"arrest", "kidnapping"},
        ),
        (
            "es",
            "La incautación de 300 kilos de droga y la captura de dos traficantes ocurrieron en Tumaco.",
            {"seizure", "arrest"},
        ),
    ],
)
def test_nouns_tell_acts(lang: Language, text: str, wanted: set[str]) -> None:
    """An act may be named by a noun."""
    assert wanted <= acts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The bakery opened a second shop. Its owner hopes to hire ten people. Visitors praised the bread. It rained."),
        ("es", "La panadería abrió su segunda tienda. Su dueña contrata a diez personas. Los vecinos elogian el pan. Llovió."),
    ],
)
def test_everyday_news_tells_nothing(lang: Language, text: str) -> None:
    """A document about something else has no events."""
    assert [] == drafts(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Gunmen killed a journalist in Orizaba on Friday. Officials condemned the murder of the journalist in Orizaba.",
        ),
        ("es", "Sicarios asesinaron a un periodista en Orizaba. La fiscalía condenó el asesinato del periodista en Orizaba."),
    ],
)
def test_an_act_told_twice_is_one_event(lang: Language, text: str) -> None:
    """Two sentences about one killing are two mentions of one event."""
    assert [2] == [len(draft.mentions) for draft in of("targeted_killing", text, lang)]


def test_the_lexicon_names_the_trigger() -> None:
    """The trigger is the word that names the act, and a sure rule signs for it."""
    parsed = parse("The navy seized 40 kilos of cocaine off the coast of Tumaco.", "en")
    lead = next(draft.lead for draft in events(parsed) if draft.act == "seizure")
    assert lead.trigger
    assert "seized" == parsed.span(*lead.trigger).quote
    assert lead.by.startswith("rule:seizure.en.")


def test_a_measure_that_ends_is_lifted() -> None:
    """The sentence names the measure first and its end after."""
    found = of(
        "state_of_emergency", "The valley had been under a state of emergency until May, when the measure was lifted.", "en"
    )
    assert ["lifted"] == [draft.lead.measure_state for draft in found]


def test_no_text_no_events() -> None:
    """A document without sentences has none."""
    assert [] == events(Parsed(Document(id="0", text="", language="en"), "en", [], [], []))


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(blacklist_categories=["Cs"]), max_size=200), st.sampled_from(["en", "es"]))
def test_any_text_can_be_coded(text: str, lang: Language) -> None:
    """Whatever stands in the text, scores are probabilities and mentions lie in it."""
    parsed = parse(text, lang)
    for draft in events(parsed):
        assert 0 <= draft.score <= 1
        assert all(0 <= m.score <= 1 and 0 <= m.sentence < len(parsed.sentences) for m in draft.mentions)


@pytest.mark.corpus
@pytest.mark.slow
def test_events_of_the_dev_articles_agree_with_gold() -> None:
    """Strict F1 of events stays above the floors of both languages."""
    folder = corpus("gold")
    golds, codings = {}, {}
    for path in sorted((folder / "docs").glob("*.json")):
        raw = json.loads(path.read_text("utf-8"))
        golds[raw["id"]] = json.loads((folder / "codings" / path.name).read_text("utf-8"))
        document = Document(id=raw["id"], text=raw["text"], language=raw["language"], published=raw.get("published"))
        codings[raw["id"]] = _coding(language.load(raw["language"]).parse(document))
    for lang, floor in (("en", 0.50), ("es", 0.52)):
        kept = {name: gold for name, gold in golds.items() if gold["language"] == lang}
        assert score(kept, codings).result()["events_strict"]["F1"] >= floor


def _coding(parsed: Parsed) -> dict[str, object]:
    found = [_event(parsed, draft) for draft in events(parsed)]
    return {"document": {"text": parsed.text}, "events": found, "claims": [], "forecasts": [], "figures": []}


def _event(parsed: Parsed, draft: EventDraft) -> dict[str, object]:
    spans = [parsed.sentence_span(parsed.sentences[s]) for s in draft.sentences]
    evidence = [{"start": s.start, "end": s.end, "quote": s.quote} for s in spans]
    return {"act": draft.act, "reality": draft.reality, "background": draft.background, "evidence": evidence}


def test_a_measure_spoken_of_again_is_no_second_one() -> None:
    """It is the one that was announced, and it is planned because its verb is to come."""
    text = (
        "The government announced that a 60-day state of emergency would be declared in the Chapare. "
        "The state of emergency will give the army the power to arrest."
    )
    found = [e for e in events(parse(text, "en")) if e.act == "state_of_emergency"]
    assert [("planned", (0, 1))] == [(e.reality, e.sentences) for e in found]
