"""A document before the model: its words and sentences, of the sections that are coded."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from almenara.language import repair
from almenara.language.paragraphs import paragraphs
from almenara.language.parsed import Sentence
from almenara.language.sentences import ends
from almenara.language.words import words
from almenara.model import Document


class Outline(Struct, frozen=True):
    """Columns of all words (offsets in the document, forms as mended), and the sentences that they make."""

    document: Document
    language: str
    starts: list[int]
    forms: list[str]
    sentences: list[Sentence]

    def only(self, chosen: Sequence[int]) -> "Outline":
        """Some sentences alone, in order, numbered anew."""
        out = Outline(self.document, self.language, [], [], [])
        for number, old in enumerate(self.sentences[i] for i in chosen):
            first = len(out.forms)
            out.starts.extend(self.starts[old.first : old.last])
            out.forms.extend(self.forms[old.first : old.last])
            out.sentences.append(replace(old, index=number, first=first, last=len(out.forms)))
        return out


def outline(document: Document, language: str) -> Outline:
    """The words and sentences of a document."""
    out = Outline(document, language, [], [], [])
    for paragraph, (start, end, kind) in enumerate(paragraphs(document)):
        text = repair.mend(document.text[start:end], language)
        found = words(text, language)
        base, first = len(out.forms), 0
        out.starts.extend([start + s for s in found.starts])
        out.forms.extend(found.forms)
        for last in ends(text, found, language):
            where = start + found.starts[first], start + found.starts[last - 1] + len(found.forms[last - 1])
            out.sentences.append(Sentence(len(out.sentences), base + first, base + last, *where, kind, paragraph))
            first = last
    return out
