"""Whatever the text: nothing raises, spans lie on it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almenara.coding import roles
from almenara.coding.roles.wordlists import category
from almenara.model import Coding, Document, Event
from tests.coding.entities.factory import parse
from tests.coding.roles.factory import drafted, scene

PIECES = st.sampled_from(
    "arrested detuvo killed mató was fue by por the la el police Policía Nacional gang banda and y of de who que he lo ( ) , . ' "
    "'s 40 kilos cocaine cocaína attack ataque in charge a cargo control Mateo Vargas \n \u00a0 \u200b".split(" ")
)
WEIRD = st.one_of(st.text(max_size=120), st.lists(PIECES, min_size=1, max_size=40).map(" ".join))


@pytest.mark.parametrize("code", ["en", "es"])
@given(text=WEIRD, act=st.sampled_from(["arrest", "attack", "curfew", "other"]))
@settings(max_examples=80, deadline=None)
def test_no_text_breaks_a_role(code: str, text: str, act: str) -> None:
    """Every candidate is named, and each span holds the words that it quotes."""
    parsed = parse(text, code)
    if not parsed.sentences:
        return
    _, draft, cast = scene(text, code, act)
    found = tuple(roles.participants(parsed, drafted(parsed, act, None), cast, threshold=0.0))
    ids = {e.id for e in cast.all}
    assert {p.entity for p in found if p.entity} <= ids
    assert {roles.issuer(parsed, draft, cast), roles.in_charge(parsed, draft, cast)} <= ids | {None}
    evidence = (parsed.sentence_span(parsed.sentences[0]),)
    event = Event(
        id="v1", act=act, reality="occurred", background=False, participants=found, evidence=evidence, by="test", confidence=0.5
    )
    Coding(document=Document(id="x", text=text), entities=cast.all, events=(event,))


def test_every_act_has_a_group_of_patterns() -> None:
    """Acts that no list holds fall under "other"."""
    assert "justice" == category("arrest")
    assert "other" == category("other")
