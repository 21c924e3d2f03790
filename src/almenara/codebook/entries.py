"""Entries of the lexicon: the words that name an act, and what must or must not stand around them."""

from typing import Annotated, Literal

from msgspec import Meta

from almenara.model import Confidence, Language, MeasureState, Reality, Value

Kind = Literal["verb", "noun", "phrase"]
List = tuple[str, ...]
Sentence = Annotated[str, Meta(min_length=8)]


class Row(Value, frozen=True, kw_only=True):
    """An entry as an analyst writes it: one of `verb`, `noun`, `phrase`, and its constraints.

    A phrase is words with spaces between, each a lemma or form; `a|b` is either, `*` up to four words of any kind.
    `forms` are further forms of a verb or noun. Constraints hold lemmas or forms, or "@list"; in `object` and `subject`
    also "@name" for any proper name and "@many" for any number from four on. `object` and `subject` are read off the
    syntax (of a noun: what it is "of" and whose it is); `near` and `not_near` look at the whole sentence.
    """

    verb: str | None = None
    noun: str | None = None
    phrase: str | None = None
    forms: List = ()
    object: List = ()
    not_object: List = ()
    subject: List = ()
    near: List = ()
    not_near: List = ()
    mode: str | None = None
    reality: Reality | None = None
    measure_state: MeasureState | None = None
    weight: Confidence | None = None
    example: Sentence

    def __post_init__(self) -> None:
        if sum(bool(one) for one in (self.verb, self.noun, self.phrase)) != 1:
            raise ValueError("an entry has exactly one of verb, noun and phrase")
        if self.phrase and self.forms:
            raise ValueError("forms are for verbs and nouns")
        if self.phrase and "*" in (self.phrase.split()[0], self.phrase.split()[-1]):
            raise ValueError("a phrase neither begins nor ends with *")
        if not {"@name", "@many"}.isdisjoint((*self.near, *self.not_near)):
            raise ValueError("@name and @many are for object, not_object and subject")
        if self.trigger != self.trigger.lower():
            raise ValueError("triggers are written in lower case")

    @property
    def kind(self) -> Kind:
        """Which of the three it is."""
        return "verb" if self.verb else "noun" if self.noun else "phrase"

    @property
    def trigger(self) -> str:
        """The words that name the act."""
        return self.verb or self.noun or self.phrase or ""


class Entry(Value, frozen=True, kw_only=True):
    """A row in its place: `id` is act.language.number; `weight` estimates how often its sentences tell the act."""

    id: str
    act: str
    language: Language
    row: Row
    weight: Confidence
    file: str

    @property
    def mode(self) -> str | None:
        """The mode of the act that these words imply."""
        return self.row.mode

    @property
    def reality(self) -> Reality | None:
        """The reality that these words imply."""
        return self.row.reality

    @property
    def measure_state(self) -> MeasureState | None:
        """The state of a measure that these words imply."""
        return self.row.measure_state
