"""How words stand to a trigger."""

from almenara.coding.roles.relations import path, relations
from tests.coding.entities.factory import parse


def labels(text: str, code: str, trigger: str) -> dict[str, str]:
    """Words of a text with their label."""
    parsed = parse(text, code)
    at = next(t.index for t in parsed.tokens if t.text == trigger)
    return {parsed.tokens[i].text: label for i, label in relations(parsed, at).items()}


def test_active_and_passive_are_told_apart() -> None:
    """The subject of a passive is not the one who acts."""
    assert {"soldiers": "subj", "boats": "obj"}.items() <= labels("The soldiers burned two boats.", "en", "burned").items()
    assert {"boats": "psubj", "soldiers": "agent"}.items() <= labels(
        "Two boats were burned by the soldiers.", "en", "burned"
    ).items()


def test_what_is_coordinated_shares_the_label() -> None:
    """Each thing of a list is an object."""
    assert {"boats": "obj", "truck": "obj"}.items() <= labels(
        "The soldiers burned two boats and a truck.", "en", "burned"
    ).items()


def test_behind_a_measure_the_thing_counts_too() -> None:
    """Cocaine is seized, not only its kilos."""
    assert "obj" == labels("La policía incautó 40 kilos de cocaína.", "es", "incautó")["cocaína"]


def test_the_head_of_a_relative_clause_is_an_argument() -> None:
    """Who fled is the subject of killing."""
    assert "subj" == labels("The men who killed a farmer fled.", "en", "killed")["men"]


def test_a_noun_of_action_has_an_agent() -> None:
    """Who did it stands behind "by", even where the parser hangs it on the victim."""
    found = labels("The arrest of three men by the navy surprised the town.", "en", "arrest")
    assert {"men": "nmod:of", "navy": "nagent"}.items() <= found.items()


def test_a_path_runs_up_and_down_the_tree() -> None:
    """Steps up bear a caret; too long a way is "far"."""
    parsed = parse("Police arrested two men and seized a truck.", "en")
    word = {t.text: t.index for t in parsed.tokens}
    assert "obj" == path(parsed, word["arrested"], word["men"])
    assert "^conj obj" == path(parsed, word["seized"], word["men"])
    assert "" == path(parsed, word["seized"], word["seized"])
