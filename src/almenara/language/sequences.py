"""Sentences as rows of pieces, long ones in parts."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct

from almenara.language.pieces import END, START, Pieces
from almenara.language.trees import Ints

MOST_PIECES = 220  # of one row; the encoder was trained on hardly anything longer
BREAKS = (frozenset((";", ":", "—", "–")), frozenset((",", ")", "”", "»", '"')))


class Row(Struct, frozen=True, gc=False):
    """A sentence, or a part of a long one: its words [first, last) among all that are read, and its pieces.

    `part` is 0 but for the later parts of a long sentence.
    """

    first: int
    last: int
    pieces: list[int]
    starts: list[int]
    part: int = 0

    @property
    def words(self) -> int:
        """How many words."""
        return self.last - self.first


def rows(forms: Sequence[str], first: int, known: Pieces) -> list[Row]:
    """The rows of one sentence whose first word has number `first`."""
    cut = [known.of(form) for form in forms]
    sizes = [len(p) for p in cut]
    if sum(sizes) <= MOST_PIECES:
        return [_row(cut, first)]
    out: list[Row] = []
    start = 0
    for end in _ends(forms, sizes):
        out.append(_row(cut[start:end], first + start, len(out)))
        start = end
    return out


def _row(cut: Sequence[tuple[int, ...]], first: int, part: int = 0) -> Row:
    pieces, starts = [START], []
    for word in cut:
        starts.append(len(pieces))
        pieces += word
    return Row(first, first + len(cut), [*pieces, END], starts, part)


def _ends(forms: Sequence[str], sizes: Sequence[int]) -> list[int]:
    """Where the parts of a long sentence end: after the last semicolon of the second half, else comma, else anywhere."""
    out, start = [], 0
    while sum(sizes[start:]) > MOST_PIECES:
        end, held = start, 0
        while held + sizes[end] <= MOST_PIECES:
            held += sizes[end]
            end += 1
        half = (start + end) // 2
        ends = [max((i + 1 for i in range(half, end) if forms[i] in marks), default=0) for marks in BREAKS]
        start = next((e for e in ends if e), end)
        out.append(start)
    return [*out, len(forms)]


def tensors(row: Row) -> dict[str, Ints]:
    """One row as the model takes it."""
    ids, first = np.array([row.pieces], np.int64), np.array([row.starts], np.int64)
    return {"input_ids": ids, "attention_mask": np.ones_like(ids), "first": first, "word_mask": np.ones_like(first)}
