"""Phrases become templates: entities, limits, and which filler belongs to which type."""

import numpy as np
from evals.muc.deciding import evidence, types
from evals.muc.ranking import Phrase
from evals.muc.templates import acronym, entities, filled, sure

from evals.muc import ROLES


def phrase(text: str, role: str = "PerpOrg") -> Phrase:
    """A phrase in the first sentence."""
    return Phrase(ROLES.index(role), text.lower(), text, (0,), np.zeros(1, np.float32))


def test_an_acronym_joins_its_name() -> None:
    """Both mentions of a group are one entity."""
    found = entities([phrase("Northern Ridge Front"), phrase("NRF")])
    assert [["Northern Ridge Front", "NRF"]] == [[p.text for p in e] for e in found]


def test_small_words_have_no_letter_in_an_acronym() -> None:
    """Prepositions stand for nothing."""
    assert acronym("cpm", "council of peasants for mountain") is True


def test_a_phrase_within_a_likelier_one_is_left_out() -> None:
    """The shorter string names the same thing and is not sure to."""
    found = entities([phrase("stone bridge", "Target"), phrase("bridge", "Target")])
    assert [["stone bridge"]] == [[p.text for p in e] for e in found]


def test_only_phrases_over_the_limit_of_their_role_are_sure() -> None:
    """Each role has its own limit; the likeliest comes first."""
    found = [phrase("a", "Victim"), phrase("b", "Victim"), phrase("c", "Weapon")]
    chosen = sure(found, np.array([0.5, 0.7, 0.5], np.float32), np.array([0, 0, 0, 0.4, 0.6], np.float32))
    assert ["b", "a"] == [p.text for p in chosen]


def test_a_single_template_takes_every_filler() -> None:
    """Where one type is said, nothing is asked about belonging."""
    (template,) = filled(["bombing"], [phrase("NRF")], lambda _p, _k: False)
    assert template["PerpOrg"] == [["NRF"]]


def test_of_several_templates_each_takes_what_belongs() -> None:
    """A filler stands in the template of the type that it belongs to."""
    first, second = filled(["attack", "bombing"], [phrase("rifle", "Weapon")], lambda _p, kind: kind == "attack")
    assert ([["rifle"]], []) == (first["Weapon"], second["Weapon"])


def test_some_incident_without_a_sure_type_takes_the_likeliest() -> None:
    """A report that surely tells an incident gets its likeliest type."""
    kinds = np.array([-1, -2, -3, -4, -5, -6, 2], np.float32)
    assert ["attack"] == types(kinds, np.zeros(7, np.float32))
    assert [] == types(kinds, np.full(7, 3, np.float32))


def test_evidence_counts_the_fillers_to_be_expected() -> None:
    """Behind the odds of the types stand the likeliest filler of each role and the number expected."""
    found = [phrase("a", "Victim"), phrase("b", "Victim")]
    said = evidence(np.zeros(7, np.float32), found, np.array([0.5, 0.25], np.float32))
    assert [0.5, 0.75] == [float(said[7 + 3]), float(said[12 + 3])]
