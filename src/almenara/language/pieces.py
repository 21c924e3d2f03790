"""Words to the pieces that the reader's model knows, by the best-scored way to cut each (Unigram, Kudo 2018).

The tokenizer.json of the `tokenizers` library is read as data; doing it here keeps that library and the hub client it
brings out of an installation. Same pieces on every word of the treebanks and of the news corpus (tests/language).
"""

import json
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path

START, PAD, END, UNKNOWN = 0, 1, 2, 3
MARK = "▁"  # stands for the space before a word
MOST = 8  # pieces of one word that are read; the model was trained so
UNKNOWN_PENALTY = 10.0
REMEMBERED = 200_000  # words; numbers and addresses never end
LONGEST = 400  # letters of a word that are looked at: more than eight pieces hold
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x8f\x9f]")
SPACES = re.compile(r"[\s\u2581\u200b-\u200f\u2028\u2029\ufeff\ufffd]+")  # all that the normaliser of the model makes a space
PART = re.compile(f"{MARK}[^{MARK}]*")


class Pieces:
    """The vocabulary of pieces; each word is cut once."""

    def __init__(self, vocabulary: Sequence[tuple[str, float]]) -> None:
        self._known = {piece: (score, number) for number, (piece, score) in enumerate(vocabulary) if number > UNKNOWN}
        self._longest = max(map(len, self._known), default=1)
        self._unknown = min((score for score, _ in self._known.values()), default=0.0) - UNKNOWN_PENALTY
        self._of: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """Numbers of the pieces of a word, at least one, at most eight."""
        found = self._of.get(word)
        if found is None:
            if len(self._of) >= REMEMBERED:
                self._of.clear()
            text = SPACES.sub(MARK, unicodedata.normalize("NFKC", CONTROL.sub("", word[:LONGEST])))
            parts = PART.findall(text if text.startswith(MARK) else MARK + text) if text else ()
            cut = [piece for part in parts for piece in self._cut(part)]
            found = self._of[word] = tuple(cut[:MOST]) or (UNKNOWN,)
        return found

    def _cut(self, text: str) -> list[int]:
        """The way through the letters with the highest sum of scores; a run of unknown letters is one piece."""
        size, known = len(text), self._known
        best = [0.0] + [float("-inf")] * size
        back = [(0, UNKNOWN)] * (size + 1)
        for start in range(size):
            so_far = best[start]
            for end in range(start + 1, min(size, start + self._longest) + 1):
                found = known.get(text[start:end])
                if found is None:
                    if end > start + 1:
                        continue
                    found = (self._unknown, UNKNOWN)
                if so_far + found[0] > best[end]:
                    best[end], back[end] = so_far + found[0], (start, found[1])
        out: list[int] = []
        while size:
            size, number = back[size]
            if number != UNKNOWN or not out or out[-1] != UNKNOWN:
                out.append(number)
        return out[::-1]


@cache
def pieces(path: Path) -> Pieces:
    """The pieces of a tokenizer.json."""
    vocabulary = json.loads(path.read_text("utf-8"))["model"]["vocab"]
    return Pieces([(piece, score) for piece, score in vocabulary])
