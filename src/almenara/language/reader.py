"""A document to its parse by our own model, one for both languages."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from almenara.language import objects, passives
from almenara.language.lemmas import lemma
from almenara.language.names import names
from almenara.language.network import Layers, Network, need, network
from almenara.language.outline import Outline, outline
from almenara.language.parsed import Parsed, Token
from almenara.language.sequences import Row, rows
from almenara.language.trees import Floats, Ints
from almenara.model import Document

JOINED = "parataxis"  # how the parts of a sentence too long for one row hang together


class Reader:
    """Parses documents of one language; the model is loaded on first use."""

    def __init__(self, language: str, folder: Path) -> None:
        self.language, self.folder = language, folder
        need(folder)

    def parse(self, document: Document) -> Parsed:
        """The parse of the coded sections of a document."""
        return self.read(self.outline(document))

    def outline(self, document: Document) -> Outline:
        """Words and sentences alone, without the model."""
        return outline(document, self.language)

    def read(self, plan: Outline) -> Parsed:
        """The parse of an outline, whole or of some of its sentences."""
        return read(plan, network(self.folder))


def read(plan: Outline, model: Network) -> Parsed:
    """The parse of an outline by a model; a sentence that stands twice is read once."""
    found, of_sentence = _rows(plan, model)
    layers = model.read(found)
    _join(found, layers, model)
    firsts = np.array([found[i].first for i, _ in of_sentence], np.int64)
    sizes = np.array([s.last - s.first for s in plan.sentences], np.int64)
    starts = np.array([s.first for s in plan.sentences], np.int64)
    shift = np.repeat(firsts - starts, sizes)
    at = np.arange(len(plan.forms)) + shift  # the word read for each word of the document
    tokens = _tokens(plan, layers, (at, shift), model.labels)
    named = names(tokens, layers.names[at], model.labels["names"], plan.language)
    scores = {name: values[at] for name, values in layers.of_words.items()}
    scores |= {name: _by_sentence(name, values, of_sentence) for name, values in layers.of_rows.items()}
    return Parsed(plan.document, plan.language, tokens, plan.sentences, named, scores=scores)


def _rows(plan: Outline, model: Network) -> tuple[list[Row], list[tuple[int, int]]]:
    """The rows to be read, and the range of rows of each sentence."""
    found: list[Row] = []
    seen: dict[tuple[str, ...], tuple[int, int]] = {}
    of_sentence = []
    for sentence in plan.sentences:
        forms = tuple(plan.forms[sentence.first : sentence.last])
        if forms not in seen:
            start = len(found)
            found += rows(forms, found[-1].last if found else 0, model.pieces)
            seen[forms] = start, len(found)
        of_sentence.append(seen[forms])
    return found, of_sentence


def _join(found: Sequence[Row], layers: Layers, model: Network) -> None:
    """Hang the later parts of a long sentence on its first root."""
    if not any(row.part for row in found):
        return
    root = -1
    for row in found:
        own = row.first + int(np.flatnonzero(layers.heads[row.first : row.last] == np.arange(row.first, row.last))[0])
        if row.part:
            layers.heads[own], layers.deprel[own] = root, model.labels["deprel"].index(JOINED)
        else:
            root = own


def _tokens(plan: Outline, layers: Layers, where: tuple[Ints, Ints], labels: dict[str, list[str]]) -> list[Token]:
    at, shift = where
    english = plan.language == "en"
    pos = _labelled(layers.upos[at], labels["upos"])
    tags = _labelled(layers.xpos[at], labels["xpos"]) if english else pos
    deps = _labelled(layers.deprel[at], labels["deprel"])
    heads = (layers.heads[at] - shift).tolist()
    if plan.language == "es":
        deps = objects.mark(plan.forms, pos, passives.mark(plan.forms, deps, heads), heads)
    of = [s.index for s in plan.sentences for _ in range(s.first, s.last)]
    columns = zip(plan.starts, plan.forms, pos, tags, deps, heads, of, strict=True)
    return [
        Token(i, start, start + len(form), form, lemma(form, plan.language), p, tag, dep, head, sentence)
        for i, (start, form, p, tag, dep, head, sentence) in enumerate(columns)
    ]


def _labelled(numbers: Ints, labels: Sequence[str]) -> list[str]:
    return [labels[n] for n in numbers.tolist()]


def _by_sentence(name: str, values: Floats, of_sentence: Sequence[tuple[int, int]]) -> Floats:
    """Scores of rows as scores of sentences: the mean vector, or the highest score, of the parts of a long one."""
    merged = np.mean if name == "sentence" else np.max
    out: Floats = np.stack([values[a] if b == a + 1 else merged(values[a:b], 0) for a, b in of_sentence])
    return out
