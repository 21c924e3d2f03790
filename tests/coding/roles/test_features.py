"""What the model sees of a candidate."""

from almenara.coding import entities
from almenara.coding.roles.candidates import Candidate, Occurrence
from almenara.coding.roles.features import Scene, stem
from almenara.language import Parsed
from tests.coding.entities.factory import parse
from tests.coding.roles.factory import drafted

TEXT = "Police arrested two men after gunmen shot a farmer in Tibú."


def seen(parsed: Parsed, scene: Scene, word: str) -> set[str]:
    """The features of the candidate that a word is."""
    at = next(t.index for t in parsed.tokens if t.text == word)
    return scene.features(Candidate(word, None, [Occurrence(at, "in")]))


def test_a_word_nearer_to_another_act_says_so() -> None:
    """The gunmen stand beside the shooting, not beside the arrest."""
    parsed = parse(TEXT, "en")
    cast = entities.find(parsed)
    arrest, attack = (Scene(parsed, drafted(parsed, *told), cast, {}) for told in (("arrest", "arrested"), ("attack", "shot")))
    arrest.meet((arrest, attack))
    assert any(f.startswith("rival=other|subj") for f in seen(parsed, arrest, "gunmen"))
    assert any(f.startswith("rival=own|") for f in seen(parsed, arrest, "Police"))


def test_an_act_alone_has_no_rivals() -> None:
    """Nothing is told of acts that are not there."""
    parsed = parse(TEXT, "en")
    scene = Scene(parsed, drafted(parsed, "arrest", "arrested"), entities.find(parsed), {})
    scene.meet((scene,))
    assert not any(f.startswith("rival=") for f in seen(parsed, scene, "gunmen"))


def test_words_of_one_family_share_their_beginning() -> None:
    """In both languages, without accents."""
    english, spanish = parse("The police came.", "en"), parse("Llegó la policía.", "es")
    assert stem(english.tokens[1]) == stem(spanish.tokens[2])
