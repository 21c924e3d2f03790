"""A document to its parse by a spaCy pipeline, its relations turned to Universal Dependencies."""

from collections.abc import Sequence
from typing import Any

from almenara.language import passives, repair, ud
from almenara.language.lemmas import lemma
from almenara.language.paragraphs import paragraphs
from almenara.language.parsed import Name, Parsed, Sentence, Token
from almenara.language.pipelines import pipeline
from almenara.model import Document, SectionKind

LABELS = {
    "PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "NORP",
    "MISC": "MISC", "PRODUCT": "MISC", "EVENT": "MISC", "WORK_OF_ART": "MISC", "LAW": "MISC",
}  # fmt: skip


class Piped:
    """Parses documents of one language with spaCy."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.pipeline = pipeline(language)

    def parse(self, document: Document) -> Parsed:
        """The parse of the coded sections of a document."""
        pieces = list(paragraphs(document))
        texts = [repair.mend(document.text[start:end], self.language) for start, end, _ in pieces]
        out = Assembly(self.language)
        for number, ((start, _, kind), doc) in enumerate(zip(pieces, self.pipeline.pipe(texts), strict=True)):
            out.add(doc, start, kind, number)
        return Parsed(document, self.language, out.tokens, out.sentences, out.names)


class Assembly:
    """Gathers the parser's paragraphs into one document's tokens, sentences and names."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []

    def add(self, doc: Any, offset: int, kind: SectionKind, paragraph: int) -> None:
        """Take one parsed paragraph that starts at character `offset` of the document."""
        base = len(self.tokens)
        of_sentence = self._add_sentences(doc, base, offset, kind, paragraph)
        self._add_tokens(doc, base, offset, of_sentence)
        for ent in doc.ents:
            label = LABELS.get(ent.label_)
            if label:
                self.names.append(Name(label, base + ent.start, base + ent.end, offset + ent.start_char, offset + ent.end_char))

    def _add_sentences(self, doc: Any, base: int, offset: int, kind: SectionKind, paragraph: int) -> list[int]:
        of_token: list[int] = []
        for sent in doc.sents:
            index = len(self.sentences)
            of_token += [index] * (sent.end - sent.start)
            text = sent.text
            start = offset + sent.start_char + len(text) - len(text.lstrip())
            end = offset + sent.start_char + len(text.rstrip())
            end = max(end, start + 1)
            self.sentences.append(Sentence(index, base + sent.start, base + sent.end, start, end, kind, paragraph))
        return of_token

    def _add_tokens(self, doc: Any, base: int, offset: int, of_sentence: Sequence[int]) -> None:
        columns = _Columns(doc)
        deps, heads, tags, english = columns.deps, columns.heads, columns.tags, self.language == "en"
        if english:
            deps, heads = ud.convert(deps, heads, tags)
        else:
            deps = passives.mark(columns.forms, deps, heads)
        for i, text in enumerate(columns.forms):
            start = offset + columns.starts[i]
            dep = "root" if deps[i] == "ROOT" else deps[i]
            pos = ud.upos(tags[i], dep) if english else columns.pos[i]
            end, head = start + len(text), base + heads[i]
            lemmatised = lemma(text, self.language)
            self.tokens.append(Token(base + i, start, end, text, lemmatised, pos, tags[i], dep, head, of_sentence[i]))


class _Columns:
    """The parser's annotations column by column: making an object of its for every token costs a tenth of the parse."""

    def __init__(self, doc: Any) -> None:
        table = doc.to_array(["IDX", "LENGTH", "TAG", "DEP", "POS", "HEAD"])
        text, strings = doc.text, doc.vocab.strings
        self.starts = table[:, 0].tolist()
        self.forms = [text[start : start + length] for start, length in table[:, :2].tolist()]
        self.tags, self.deps, self.pos = ([strings[key] for key in table[:, column].tolist()] for column in (2, 3, 4))
        relative = table[:, 5].astype("int64").tolist()
        self.heads = [i + distance for i, distance in enumerate(relative)]
