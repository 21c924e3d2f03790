"""An entry made ready to match: sets of words for its trigger and each constraint."""

from collections.abc import Sequence

from msgspec import Struct

from almenara.codebook import inflect
from almenara.codebook.entries import Entry, Row
from almenara.codebook.lists import Lists, expand

GAP = 4  # words that a * may stand for
EMPTY: frozenset[str] = frozenset()
POS = {"verb": frozenset({"VERB", "AUX", "ADJ"}), "noun": frozenset({"NOUN", "PROPN", "ADJ"}), "phrase": None}


class Pattern(Struct, frozen=True, gc=False):
    """The trigger as one set of words a step (None is a gap), the parts of speech it may have, and the constraints."""

    entry: Entry
    steps: tuple[frozenset[str] | None, ...]
    pos: frozenset[str] | None
    object: frozenset[str]
    not_object: frozenset[str]
    subject: frozenset[str]
    near: frozenset[str]
    not_near: frozenset[str]

    @property
    def specificity(self) -> int:
        """How specific it is: the conditions that something must be there, and twice its further words."""
        words = sum(step is not None for step in self.steps)
        return sum(map(bool, (self.object, self.subject, self.near))) + 2 * (words - 1)


def compile_entry(entry: Entry, lists: Lists) -> Pattern:
    """The pattern of an entry; raises KeyError with the name of a list that is not there."""
    row = entry.row
    return Pattern(
        entry,
        _steps(row, entry),
        POS[row.kind],
        _words(row.object, lists),
        _words(row.not_object, lists),
        _words(row.subject, lists),
        _words(row.near, lists),
        _words(row.not_near, lists),
    )


def _words(words: Sequence[str], lists: Lists) -> frozenset[str]:
    return expand(words, lists) if words else EMPTY


def _steps(row: Row, entry: Entry) -> tuple[frozenset[str] | None, ...]:
    if row.phrase:
        words = row.phrase.replace("-", " - ") if entry.language == "en" else row.phrase  # as the tokenisers cut
        return tuple(None if word == "*" else frozenset(word.split("|")) for word in words.split())
    inflected = inflect.verb_forms if row.verb else inflect.noun_forms
    return (frozenset({row.trigger, *row.forms}) | inflected(row.trigger, entry.language),)
