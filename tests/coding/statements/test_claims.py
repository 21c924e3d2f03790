"""Claims: every way of saying in both languages, speakers, channels, stances."""

import tomllib
from pathlib import Path

import pytest

from tests.coding.statements.factory import only, said

WAYS = [tuple(way.values()) for way in tomllib.loads(Path(__file__).with_name("ways.toml").read_text("utf-8"))["ways"]]


@pytest.mark.parametrize(("code", "text", "speaker", "content"), WAYS)
def test_each_way_of_saying_has_speaker_and_content(code: str, text: str, speaker: str, content: str) -> None:
    """Whatever the order and the words of saying, who says what is found."""
    claim = only(text, code)
    assert speaker == claim.speaker.name
    assert content == claim.content.quote


STANCES = [
    ("en", "Governor Luis Paredes blamed the Rojas gang for the attack on the port.", "blames"),
    ("en", "The Rojas gang denied any part in the attack on the port.", "denies"),
    ("en", "Governor Luis Paredes demanded that the army leave the town.", "demands"),
    ("en", "Governor Luis Paredes announced that troops would be sent to Tumaco.", "announces"),
    ("en", "Governor Luis Paredes doubted that the gang had left the town.", "doubts"),
    ("es", "El gobernador Luis Paredes culpó a la banda Los Rojas del ataque al puerto.", "blames"),
    ("es", "La banda Los Rojas negó su participación en el ataque al puerto.", "denies"),
    ("es", "El gobernador Luis Paredes exigió que el Ejército salga del pueblo.", "demands"),
    ("es", "El gobernador Luis Paredes anunció que llegarán tropas a Tumaco.", "announces"),
    ("es", "El gobernador Luis Paredes dudó que la banda saliera del pueblo.", "doubts"),
]


@pytest.mark.parametrize(("code", "text", "stance"), STANCES)
def test_the_verb_gives_the_stance(code: str, text: str, stance: str) -> None:
    """Accusing, denying, demanding, announcing and doubting are told apart."""
    assert stance == only(text, code).stance


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"', "‘{}’", "''{}''"])
def test_every_mark_of_quotation_makes_direct_speech(marks: str) -> None:
    """English and Spanish use five pairs of marks for the same thing."""
    claim = only(marks.format("Nobody will push us out of this river") + ", Rosa Quiroga told reporters.", "en")
    assert claim.direct
    assert "Nobody will push us out of this river" == claim.content.quote.strip("'")


def test_indirect_speech_is_not_direct() -> None:
    """A clause without marks is told in the author's words."""
    assert not only("Witnesses said the gunmen came by boat.", "en").direct


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", '"We will not leave the river. Nobody will push us out," Rosa Quiroga told reporters in Quito.'),
        ("es", "“No vamos a dejar el río. Nadie nos va a sacar de aquí”, dijo Rosa Quiroga en Quito."),
    ],
)
def test_a_quote_runs_over_several_sentences(code: str, text: str) -> None:
    """The whole quote is what is said, and the evidence covers it."""
    claim = only(text, code)
    assert 2 == claim.content.quote.replace(",", ".").count(".") or claim.content.quote.endswith("aquí")
    assert claim.evidence[0].start <= claim.content.start
    assert claim.evidence[0].end >= claim.content.end


def test_an_outlet_behind_somebody_quoted_is_the_channel() -> None:
    """An outlet that closes the sentence carries the governor's words and claims nothing itself."""
    text = "Governor Luis Paredes announced that troops would be sent to Tumaco, reported El Tiempo."
    (claim,) = said(text, "en")
    assert ("Luis Paredes", "El Tiempo") == (claim.speaker.name, claim.channel)
    assert "troops would be sent to Tumaco" == claim.content.quote


@pytest.mark.parametrize(
    ("code", "text", "channel"),
    [
        ("en", "Governor Luis Paredes told El Tiempo that the road to Pasto had been closed.", "El Tiempo"),
        ("es", '"El río es nuestro", dijo a El Tiempo el gobernador Luis Paredes.', "El Tiempo"),
        ("es", "El gobernador Luis Paredes escribió en Twitter: “Hoy cerramos tres caminos de la coca”.", "Twitter"),
    ],
)
def test_what_somebody_speaks_to_is_the_channel(code: str, text: str, channel: str) -> None:
    """Outlets and networks behind the verb carry what is said."""
    assert channel == only(text, code).channel


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Governor Luis Paredes said the road was closed. He added that nobody had been hurt."),
        ("es", "El gobernador Luis Paredes informó que la vía está cerrada. Agregó que no hay heridos."),
    ],
)
def test_a_pronoun_or_no_subject_stands_for_who_spoke(code: str, text: str) -> None:
    """A pronoun names nobody: the name that it stands for is taken."""
    assert ["Luis Paredes", "Luis Paredes"] == [c.speaker.name for c in said(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "office"),
    [
        ("en", "Defence Minister Rosa Quiroga said that three boats had been burned.", "Defence Minister"),
        ("en", "Council President\u00a0Rosa Quiroga said that three boats had been burned.", "Council President"),
        (
            "en",
            "Rosa Quiroga, the head of the Navy in Cali, told El Tiempo that three boats had been burned.",
            "head of the Navy in Cali",
        ),
        ("es", "La ministra de Defensa, Rosa Quiroga, dijo que tres lanchas fueron quemadas.", "ministra de Defensa"),
    ],
)
def test_a_speaker_has_the_office_of_the_text(code: str, text: str, office: str) -> None:
    """The office stands before or behind the name, and a no-break space is no wall."""
    claim = only(text, code)
    assert ("Rosa Quiroga", office) == (claim.speaker.name, claim.speaker.office)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Police sources said the gunmen came by boat."),
        ("es", "Fuentes policiales indicaron que los hombres llegaron en lancha."),
    ],
)
def test_a_source_without_a_name_is_anonymous(code: str, text: str) -> None:
    """Sources, witnesses and neighbours are described and not named."""
    assert only(text, code).anonymous


def test_two_speakers_of_one_verb_are_two_claims() -> None:
    """Each of two people named before one verb says it."""
    text = "Rosa Quiroga y Luis Paredes dijeron que la banda creció desde 2018."
    assert {"Rosa Quiroga", "Luis Paredes"} == {c.speaker.name for c in said(text, "es", threshold=0.0)}


def test_an_attribution_behind_is_no_part_of_what_is_said() -> None:
    """The clause ends before ", según la Fiscalía"."""
    claim = said("El alcalde Luis Paredes dijo que hubo tres muertos, según la Fiscalía.", "es", threshold=0.0)
    assert "hubo tres muertos" in {c.content.quote for c in claim}


def test_a_text_without_saying_has_no_claims() -> None:
    """Plain telling is nobody's claim."""
    assert [] == said("Three boats burned near Tumaco on Monday. The fire lasted four hours.", "en", threshold=0.0)


def test_ids_are_numbered_in_order_of_the_text() -> None:
    """c1, c2 and so on, by where the words of saying stand."""
    text = "Police said the road was closed. Witnesses said the gunmen came by boat."
    found = said(text, "en")
    assert [f"c{n}" for n in range(1, len(found) + 1)] == [c.id for c in found]
    assert sorted(c.evidence[0].start for c in found) == [c.evidence[0].start for c in found]


@pytest.mark.parametrize(
    ("code", "text", "stance"),
    [
        ("en", "Governor Luis Paredes said that the army should leave the town.", "demands"),
        ("es", "El gobernador Luis Paredes dijo que el Ejército debe salir del pueblo.", "demands"),
        ("es", "El gobernador Luis Paredes dijo que no hubo muertos en el puerto.", "denies"),
        ("es", "El gobernador Luis Paredes dijo que llegarán tropas al puerto.", "announces"),
        ("en", "Governor Luis Paredes said that the road was closed.", "asserts"),
    ],
)
def test_what_is_said_gives_the_stance_of_a_neutral_verb(code: str, text: str, stance: str) -> None:
    """A verb like "say" leaves open what the clause makes plain."""
    assert stance == only(text, code).stance


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("en", "Luis Paredes came to Quito. The governor said that the road was closed.", "Luis Paredes"),
        ("es", "Luis Paredes llegó a Quito. El funcionario dijo que la vía está cerrada.", "Luis Paredes"),
    ],
)
def test_a_noun_of_office_takes_the_name_that_it_means(code: str, text: str, name: str) -> None:
    """Name and entity are those of whom it stands for."""
    claim = only(text, code)
    assert name == claim.speaker.name
    assert claim.speaker.entity is not None


def test_a_noun_of_office_with_its_own_name_stands_for_nobody_else() -> None:
    """A name in apposition ends the search."""
    text = "Luis Paredes llegó a Quito. El fiscal, Jorge Salas, dijo que la vía está cerrada."
    assert "Jorge Salas" == only(text, "es").speaker.name


def test_a_document_speaks_for_who_made_it() -> None:
    """The entity of "a report by the United Nations" is its maker, and the report is the channel."""
    claim = only("A report by the United Nations said that the number of displaced families has doubled.", "en")
    assert "United Nations" in claim.speaker.name
    assert claim.speaker.entity is not None
    assert "report" == claim.channel


@pytest.mark.parametrize(
    ("code", "text", "channel"),
    [
        ("en", "Governor Luis Paredes said in a statement that the road was closed.", "statement"),
        ("es", "El gobernador Luis Paredes dijo en un comunicado que la vía está cerrada.", "comunicado"),
        ("es", "El gobernador Luis Paredes escribió en su cuenta de Twitter que la vía está cerrada.", "Twitter"),
    ],
)
def test_the_means_of_saying_is_the_channel(code: str, text: str, channel: str) -> None:
    """A statement, a letter, an account carry what is said."""
    assert channel in (only(text, code).channel or "")


def test_an_agent_speaks_in_the_passive() -> None:
    """Who describes, and not who is described."""
    assert "police" == only("The gang was described by police as a family business.", "en").speaker.name


def test_a_bare_report_speaks_for_who_made_it() -> None:
    """A bare report speaks for the body whose report was cited before."""
    text = "According to a report by the United Nations, the gang has grown. The report said that the port is unsafe."
    assert "United Nations" == said(text, "en", threshold=0.0)[-1].speaker.name


def test_whatever_closes_a_sentence_behind_a_verb_of_saying_speaks() -> None:
    """A name that no list knows is a speaker where nothing else can be."""
    assert "Veritas" == only("Three boats were burned near Tumaco, reported Veritas.", "en").speaker.name


def test_who_is_quoted_inside_a_claim_does_not_go_on_speaking() -> None:
    """The speaker of the main thread goes on, and not somebody cited on the way."""
    text = "Luis Paredes dijo que Rosa Quiroga negó el ataque al puerto. Agregó que la vía está cerrada."
    assert "Luis Paredes" == said(text, "es", threshold=0.0)[-1].speaker.name
