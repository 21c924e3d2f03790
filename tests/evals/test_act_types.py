"""What is measured of typing is what it says."""

from pathlib import Path

import pytest

from almenara.coding.steps import code
from almenara.model import Coding, Document
from evals import act_types, labelling

FILE = """<Sentences><Sentence id="a"><EventText eid="E1" eventtext="cortaron" /><EventCoding eid="E1" plover="SACTION" />
<EventCoding eid="E2" plover="PROTEST" /><Text>Los vecinos de Ancón &amp; Chancay cortaron la vía.
</Text><Parse>1 Los</Parse></Sentence><Sentence id="b"><EventCoding eid="E1" plover="AID" /><Text>Otra.</Text></Sentence>
</Sentences>"""


def coded(text: str, language: str = "es") -> Coding:
    """The coding of a text."""
    return code(Document(id="x", text=text, language=language))


def test_sentences_are_read_with_their_classes(tmp_path: Path) -> None:
    """Entities are resolved, and a slip of the annotators' pen is mended."""
    path = tmp_path / "sentences.xml"
    path.write_text(FILE, "utf-8")
    expected = [
        act_types.Told("Los vecinos de Ancón & Chancay cortaron la vía.", ("SANCTION", "PROTEST")),
        act_types.Told("Otra.", ("AID",)),
    ]
    assert expected == act_types.sentences(path)


def test_shares_count_events_and_marches_apart(tmp_path: Path) -> None:
    """A march that the annotators call MOBILIZE is wrong in one figure and right in the other."""
    path = tmp_path / "sentences.xml"
    text = "Miles de maestros marcharon por las calles de Lima para protestar contra la ley."
    path.write_text(f'<Sentence id="a"><EventCoding plover="MOBILIZE" /><Text>{text}</Text></Sentence>', "utf-8")
    found = act_types.plover(path)
    assert (0.0, 1.0, 0.0) == (found["plover.class"], found["plover.marches"], found["plover.silent"])


def test_a_demand_in_a_claim_is_a_class() -> None:
    """Stances have their class beside acts."""
    assert "DEMAND" in act_types.classes_of(coded("La alcaldesa de Tumaco exigió al gobierno que envíe médicos al puerto."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Soldiers fired mortars at the town of Arauca, wounding six people.", "ART_MISS_ATTACK"), ("The fair opened.", "OTHER")],
)
def test_the_surest_event_names_the_sub_event(text: str, expected: str) -> None:
    """Through the crosswalk; a text without events is Other."""
    assert expected == act_types.sub_event(coded(text, "en"))


def toys() -> list[labelling.Seen]:
    """Texts of two kinds, told apart by one word."""
    return [labelling.Seen(["the", word, f"{word}{k}"], {}, None) for word in ("bomb", "march") for k in range(12)]


def test_labels_that_follow_the_words_are_learned() -> None:
    """What can be told apart is told apart on texts that were not seen."""
    assert 1.0 == labelling.cross_validated(toys(), ["bomb"] * 12 + ["march"] * 12)


def test_labels_that_follow_nothing_are_not() -> None:
    """The figure can be low."""
    assert labelling.cross_validated(toys(), ["a", "b"] * 12) < 0.8


def test_several_labels_have_models_of_their_own() -> None:
    """Macro F1 over two labels of which both can be read off the words."""
    truth = [[1, 0]] * 12 + [[0, 1]] * 12
    assert 1.0 == labelling.several(toys(), truth, toys(), truth)
