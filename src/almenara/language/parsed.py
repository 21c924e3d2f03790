"""A document as sentences, tokens, syntax and names: what every coder reads, whichever parser made it.

Names that always mean the same: `i` is the index of a token in the document, `head` the index of its governor (a root
points at itself), `dep` a Universal Dependencies relation in both languages.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from almenara.model import Document, SectionKind, Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Token(Struct, frozen=True, gc=False):
    """One token; `start` and `end` are offsets in the document's text, `text` is the form as it was parsed (case repaired)."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    sentence: int

    @property
    def lower(self) -> str:
        """The form in lower case."""
        return self.text.lower()


class Sentence(Struct, frozen=True, gc=False):
    """Tokens [first, last) and characters [start, end) of one sentence, with the section and paragraph it stands in."""

    index: int
    first: int
    last: int
    start: int
    end: int
    section: SectionKind
    paragraph: int


class Name(Struct, frozen=True, gc=False):
    """A name as the parser's recogniser sees it. `label`: PER, ORG, LOC, NORP (peoples and demonyms), MISC.

    `kind` says more where the recogniser knows more: GROUP (armed and criminal groups) and FORCE (forces of a state), whose
    label is ORG; "" where it knows no more than the label.
    """

    label: str
    first: int
    last: int
    start: int
    end: int
    kind: str = ""


class Parsed:
    """A parsed document. Immutable by convention; lists of children are made on first use.

    `scores` is what else the reader's model says, by name: an array with a row for each token or each sentence.
    """

    scores: Mapping[str, "NDArray[np.float32]"] = MappingProxyType({})

    def __init__(  # noqa: PLR0913 -- the columns of a parse
        self,
        document: Document,
        language: str,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        *,
        scores: Mapping[str, "NDArray[np.float32]"] | None = None,
    ) -> None:
        self.document = document
        self.language = language
        self.tokens = tokens
        self.sentences = sentences
        self.names = names
        if scores:
            self.scores = scores

    @property
    def text(self) -> str:
        """The clean text that all offsets count in."""
        return self.document.text

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of each token, in order of the text."""
        out: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                out[token.head].append(token.index)
        return out

    @cached_property
    def names_by_sentence(self) -> list[list[Name]]:
        """Names of each sentence, in order of the text."""
        out: list[list[Name]] = [[] for _ in self.sentences]
        for name in self.names:
            out[self.tokens[name.first].sentence].append(name)
        return out

    def tokens_of(self, sentence: Sentence) -> Sequence[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def span(self, first: int, last: int) -> Span:
        """The words from token `first` up to, not including, token `last`."""
        return Span.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)

    def sentence_span(self, sentence: Sentence) -> Span:
        """The words of a sentence."""
        return Span.of(self.text, sentence.start, sentence.end)

    def sentence_of(self, i: int) -> Sentence:
        """The sentence that holds token `i`."""
        return self.sentences[self.tokens[i].sentence]

    def only(self, sentences: Sequence[int]) -> "Parsed":
        """The parse of some sentences alone, in order, numbered anew; the document and its offsets stay."""
        chosen = [self.sentences[i] for i in sentences]
        tokens: list[Token] = []
        kept: list[Sentence] = []
        moved: dict[int, int] = {}
        for number, old in enumerate(chosen):
            shift = len(tokens) - old.first
            kept.append(replace(old, index=number, first=old.first + shift, last=old.last + shift))
            for token in self.tokens_of(old):
                moved[token.index] = token.index + shift
                tokens.append(replace(token, index=token.index + shift, head=token.head + shift, sentence=number))
        inside = [n for n in self.names if n.first in moved and n.last - 1 in moved]
        names = [replace(n, first=moved[n.first], last=moved[n.last - 1] + 1) for n in inside]
        rows = {len(self.tokens): list(moved), len(self.sentences): list(sentences)}
        scores = {name: values[rows[len(values)]] for name, values in self.scores.items()}
        return Parsed(self.document, self.language, tokens, kept, names, scores=scores)

    def ancestors(self, i: int) -> Iterator[int]:
        """Governors of token `i`, nearest first, up to the root."""
        head = self.tokens[i].head
        while head != i:
            yield head
            i, head = head, self.tokens[head].head
