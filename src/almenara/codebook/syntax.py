"""What the syntax says around a trigger: its objects and subjects, in the universal relations of both languages."""

from collections.abc import Iterator, Sequence
from typing import Protocol


class Word(Protocol):
    """What the matcher needs of a token; `almenara.language.Token` has it."""

    @property
    def index(self) -> int:
        """Position in the document."""

    @property
    def lower(self) -> str:
        """The form in lower case."""

    @property
    def lemma(self) -> str:
        """The dictionary form in lower case."""

    @property
    def pos(self) -> str:
        """The universal part of speech."""

    @property
    def dep(self) -> str:
        """The universal relation to the governor."""

    @property
    def head(self) -> int:
        """Position of the governor; a root's own."""

    @property
    def sentence(self) -> int:
        """Number of the sentence."""


OBJECTS = frozenset({"obj", "nsubj:pass", "iobj", "nmod", "compound", "obl", "xcomp", "amod", "nmod:poss", "ccomp"})
SUBJECTS = frozenset({"nsubj", "obl:agent", "nmod", "nmod:poss", "obl", "compound", "amod", "csubj"})
INSIDE = frozenset({"nmod", "nummod", "conj", "compound", "appos", "flat", "amod", "obj", "obl", "dep", "list"})
MODIFIES = frozenset({"acl", "acl:relcl", "amod"})
SHARES = frozenset({"conj", "xcomp"})
DEPTH = 3


def objects(words: Sequence[Word], children: Sequence[Sequence[int]], head: int) -> Iterator[int]:
    """Tokens that what is done at `head` is done to, or that a noun at `head` is of."""
    return _around(words, children, head, OBJECTS)


def subjects(words: Sequence[Word], children: Sequence[Sequence[int]], head: int) -> Iterator[int]:
    """Tokens that do what is done at `head`."""
    return _around(words, children, head, SUBJECTS)


def _around(words: Sequence[Word], children: Sequence[Sequence[int]], head: int, relations: frozenset[str]) -> Iterator[int]:
    turned = relations is OBJECTS and any(words[child].lower == "se" for child in children[head])
    for child in children[head]:
        dep = words[child].dep
        if dep in relations or (turned and dep == "nsubj"):  # "se hallaron armas": the subject is what was found
            yield from _inside(words, children, child, DEPTH)
    if words[head].dep in MODIFIES:  # "the kilos seized": what is modified is the object
        yield from _inside(words, children, words[head].head, 1, leave=head)
    elif words[head].dep in SHARES:  # the subject stands at the verb above
        yield from (child for child in children[words[head].head] if words[child].dep in ("nsubj", "nsubj:pass"))


def _inside(words: Sequence[Word], children: Sequence[Sequence[int]], top: int, depth: int, *, leave: int = -1) -> Iterator[int]:
    yield top
    if depth:
        for child in children[top]:
            if child != leave and words[child].dep in INSIDE:
                yield from _inside(words, children, child, depth - 1)
