"""Parses, by either reader: offsets, one UD scheme for both languages, mended text."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara import language
from almenara.language import Parsed, choice, network, repair, syntax, ud
from almenara.model import Document, Section
from tests import pipelines


@pytest.fixture(params=choice.READERS, autouse=True, scope="module")
def _reader(request: pytest.FixtureRequest) -> Iterator[None]:
    """Each test twice: with our model, where it lies, and with spaCy."""
    if request.param == "onnx" and not all((choice.model_folder() / name).is_file() for name in network.FILES):
        pytest.skip("no reader's model (ALMENARA_MODEL)")
    if request.param == "spacy":
        pipelines.need()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALMENARA_READER", request.param)
        yield


def parse(text: str, code: str, *sections: Section) -> Parsed:
    """The parse of a text of one language."""
    return language.load(code).parse(Document(id="x", text=text, sections=sections))


def token(parsed: Parsed, form: str) -> int:
    """Index of the first token of that form."""
    return next(t.index for t in parsed.tokens if t.text == form)


def words(parsed: Parsed, indices: list[int]) -> list[str]:
    """The forms at some indices."""
    return [parsed.tokens[i].text for i in indices]


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_tokens_lie_on_the_text(text: str) -> None:
    """Whatever the text, every token has its offsets and every tree ends at a root of its sentence."""
    parsed = parse(text, "en")
    for t in parsed.tokens:
        assert 0 <= t.start < t.end <= len(text)
        assert len(list(parsed.ancestors(t.index))) < len(parsed.tokens)
    for s in parsed.sentences:
        assert s.start < s.end


def test_english_prepositions_become_case() -> None:
    """One scheme for both languages: the noun hangs on the verb, the preposition on the noun."""
    parsed = parse("Three men were arrested by the navy in Tumaco.", "en")
    arrested = token(parsed, "arrested")
    assert ["men"] == words(parsed, syntax.passive_subjects(parsed, arrested))
    assert ["navy"] == words(parsed, syntax.agents(parsed, arrested))
    assert ("in", token(parsed, "Tumaco")) in syntax.obliques(parsed, arrested)


def test_an_english_copula_is_no_head() -> None:
    """The predicate noun is the root, as in Spanish."""
    parsed = parse("Rosa Quiroga is the governor of the province.", "en")
    assert "root" == parsed.tokens[token(parsed, "governor")].dep
    assert "cop" == parsed.tokens[token(parsed, "is")].dep


def test_a_spanish_passive_is_marked() -> None:
    """The parser calls the auxiliary of a passive a plain one; coders must be able to tell."""
    parsed = parse("Tres hombres fueron detenidos por la Marina en Tumaco.", "es")
    detained = token(parsed, "detenidos")
    assert ["hombres"] == words(parsed, syntax.passive_subjects(parsed, detained))
    assert ["Marina"] == words(parsed, syntax.agents(parsed, detained))


def test_coordinated_objects_come_together() -> None:
    """Each of the things seized is an object."""
    parsed = parse("The police seized cocaine, rifles and cash.", "en")
    assert ["cocaine", "rifles", "cash"] == words(parsed, syntax.objects(parsed, token(parsed, "seized")))


def test_capitals_are_mended_without_moving_offsets() -> None:
    """A text in capitals gets lemmas and a verb, and its offsets still point into the capitals."""
    text = "THE POLICE ARRESTED THREE MEN IN THE PORT OF TUMACO ON MONDAY."
    parsed = parse(text, "en")
    arrested = next(t for t in parsed.tokens if t.lemma == "arrest")
    assert "ARRESTED" == text[arrested.start : arrested.end]
    assert "VERB" == arrested.pos


def test_accents_are_restored_where_certain() -> None:
    """Stripped Spanish finds its words again."""
    text = (
        "La policia detuvo a tres hombres en la region durante una operacion contra el narcotrafico, segun informo el ministro "
        "despues de la reunion con los alcaldes de la provincia y los jefes de la guarnicion militar."
    )
    assert "operación" in {t.text for t in parse(text, "es").tokens}


def test_teasers_are_not_parsed() -> None:
    """Only the sections of this document's own story are read."""
    text = "Police arrested three men.\nMore stories about floods."
    parsed = parse(text, "en", Section(kind="body", start=0, end=26), Section(kind="teaser", start=27, end=len(text)))
    assert 1 == len(parsed.sentences)


@given(data=st.data())
@settings(max_examples=300, deadline=None)
def test_conversion_makes_no_circles(data: st.DataObject) -> None:
    """However tangled the prepositions, every token's way up still ends at a root."""
    size = data.draw(st.integers(2, 9))
    heads = [0] + [data.draw(st.integers(0, i - 1)) for i in range(1, size)]
    order = data.draw(st.permutations(range(size)))
    placed = [0] * size
    for i, head in enumerate(heads):
        placed[order[i]] = order[head]
    deps = [data.draw(st.sampled_from(["prep", "pobj", "pcomp", "agent", "attr", "acomp", "dobj", "ROOT"])) for _ in range(size)]
    tags = [data.draw(st.sampled_from(["IN", "TO", "NN", "VBD", "JJ"])) for _ in range(size)]
    _, converted = ud.convert(deps, placed, tags)
    for start in range(size):
        at, steps = start, 0
        while converted[at] != at:
            at, steps = converted[at], steps + 1
            assert steps < size


@pytest.mark.parametrize(
    ("bare", "mended"),
    [
        ("LA POLICIA DETUVO A DOS HOMBRES E INCAUTO DOS FUSILES", "La policía detuvo a dos hombres e incautó dos fusiles"),
        ("CON EL DECOMISO DE HOY SUMAN TRES EN LA SEMANA", "Con el decomiso de hoy suman tres en la semana"),
    ],
)
def test_capitals_without_accents_are_mended_by_what_follows(bare: str, mended: str) -> None:
    """Before an object the past of a verb is meant; where nothing decides, the word stays."""
    assert mended == repair.mend(bare, "es")
