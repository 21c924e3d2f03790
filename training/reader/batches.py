"""Sentences of several corpora as padded batches of similar length, with the noise that news is full of."""

import json
import random
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
import ud
from msgspec import Struct
from tokenizers import Tokenizer
from torch import Tensor

IGNORED = -100
MAX_PIECES_A_WORD, MAX_WORDS = 8, 140
LOWER, UPPER, BARE = 0.12, 0.03, 0.12  # shares of sentences seen in lower case, in capitals, without accents
KINDS = ("PER", "ORG", "LOC", "NORP", "MISC", "GROUP", "FORCE")


class Example(Struct):
    """A sentence; a layer that a corpus does not annotate is None."""

    words: list[str]
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    deprel: list[str] | None = None
    names: list[str] | None = None


def trees(path: Path) -> list[Example]:
    """A treebank."""
    return [
        Example(t.words[:MAX_WORDS], t.pos, t.tags if t.language == "en" else None, t.heads, t.deps)
        for t in ud.read(path)
        if len(t.words) <= MAX_WORDS
    ]


def named(path: Path) -> list[Example]:
    """Sentences with names, as names.py writes them."""
    found = (json.loads(line) for line in path.open(encoding="utf-8"))
    return [Example(f["words"], names=bio(len(f["words"]), f["spans"])) for f in found if 2 < len(f["words"]) <= MAX_WORDS]


def bio(size: int, spans: list[list[Any]]) -> list[str]:
    """Spans as B-, I- and O tags."""
    out = ["O"] * size
    for first, last, label in spans:
        if label in KINDS:
            out[first:last] = [f"B-{label}"] + [f"I-{label}"] * (last - first - 1)
    return out


def label_lists(examples: list[Example]) -> dict[str, list[str]]:
    """The labels of each layer, in a fixed order."""
    out = {k: sorted({v for e in examples for v in getattr(e, k) or ()}) for k in ("upos", "xpos", "deprel")}
    return out | {"names": ["O"] + [f"{b}-{k}" for k in KINDS for b in "BI"]}


class Batcher:
    """Turns examples into tensors."""

    def __init__(self, tokenizer: Tokenizer, labels: dict[str, list[str]]) -> None:
        self.tokenizer = tokenizer
        self.number = {k: {v: i for i, v in enumerate(values)} for k, values in labels.items()}
        self.pieces = lru_cache(maxsize=None)(self._pieces)

    def _pieces(self, word: str) -> tuple[int, ...]:
        return tuple(self.tokenizer.encode(word, add_special_tokens=False).ids[:MAX_PIECES_A_WORD]) or (3,)

    def epoch(self, examples: list[Example], size: int, rng: random.Random) -> Iterator[dict[str, Tensor]]:
        """Batches of about `size` pieces, in random order, words disturbed."""
        seen = [(e, [self.pieces(w) for w in disturbed(e.words, rng)]) for e in examples]
        yield from self.batches(seen, size, rng)

    def batches(self, seen: list[Any], size: int, rng: random.Random | None) -> Iterator[dict[str, Tensor]]:
        """Batches of examples with their pieces, sorted by length."""
        order = sorted(range(len(seen)), key=lambda i: (sum(map(len, seen[i][1])) // 3, rng.random() if rng else i))
        groups: list[list[int]] = [[]]
        for i in order:
            if groups[-1] and (len(groups[-1]) + 1) * (sum(map(len, seen[i][1])) + 2) > size:
                groups.append([])
            groups[-1].append(i)
        if rng:
            rng.shuffle(groups)
        for group in groups:
            yield self.tensors([seen[i] for i in group]) | {"order": torch.tensor(group)}

    def tensors(self, chosen: list[tuple[Example, list[tuple[int, ...]]]]) -> dict[str, Tensor]:
        """One batch."""
        pieces = max(sum(map(len, p)) for _, p in chosen) + 2
        words = max(len(p) for _, p in chosen)
        ids = torch.full((len(chosen), pieces), 1)
        mask, first, word_mask = (
            torch.zeros_like(ids),
            torch.zeros(len(chosen), words, dtype=torch.long),
            torch.zeros(len(chosen), words, dtype=torch.long),
        )
        out = {k: torch.full((len(chosen), words), IGNORED) for k in ("upos", "xpos", "heads", "deprel", "names")}
        for row, (example, found) in enumerate(chosen):
            flat = [0, *(i for p in found for i in p), 2]
            ids[row, : len(flat)] = torch.tensor(flat)
            mask[row, : len(flat)] = 1
            at = 1
            for k, p in enumerate(found):
                first[row, k] = at
                at += len(p)
            word_mask[row, : len(found)] = 1
            for layer, target in out.items():
                values = getattr(example, layer)
                if values is not None:
                    numbers = values if layer == "heads" else [self.number[layer].get(v, IGNORED) for v in values]
                    target[row, : len(numbers)] = torch.tensor(numbers)
        return {"input_ids": ids, "attention_mask": mask, "first": first, "word_mask": word_mask, **out}


def disturbed(words: list[str], rng: random.Random) -> list[str]:
    """The words of a sentence, now and then in another case or without accents."""
    roll = rng.random()
    if roll < LOWER:
        words = [w.lower() for w in words]
    elif roll < LOWER + UPPER:
        words = [w.upper() for w in words]
    if rng.random() < BARE:
        words = [unicodedata.normalize("NFKD", w).encode("ascii", "ignore").decode() or w for w in words]
    return words
