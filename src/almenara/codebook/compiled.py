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
    def constraints(self) -> int:
        """How many conditions it states beside its trigger."""
        return sum(bool(one) for one in (self.object, self.not_object, self.subject, self.near, self.not_near))


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
        return tuple(None if word == "*" else frozenset(word.split("|")) for word in row.phrase.split())
    inflected = inflect.verb_forms if row.verb else inflect.noun_forms
    return (frozenset({row.trigger, *row.forms}) | inflected(row.trigger, entry.language),)
