"""Treebanks and name corpora as sentences of surface words, the units that a parser meets in running text.

A multiword token ("del", "dárselo", "cannot") stays one word: it takes the part of speech, relation and head of that
syntactic word inside it whose head lies outside, a content word before a function word.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

FUNCTION = frozenset({"DET", "PRON", "PART", "AUX", "ADP"})


class Tree(Struct):
    """One sentence; `heads` are positions of words, a root is its own head; `tags` are Penn tags in English."""

    words: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]


def trees(path: Path) -> list[Tree]:
    """The sentences of a CoNLL-U file."""
    blocks = ([line.split("\t") for line in block.splitlines() if line[:1].isdigit()] for block in _blocks(path))
    return [_tree(rows) for rows in blocks if rows]


def _tree(rows: list[list[str]]) -> Tree:
    syntactic = {int(r[0]): r for r in rows if r[0].isdigit()}
    groups, forms = _groups(rows, len(syntactic))
    of = {word: number for number, group in enumerate(groups) for word in group}
    out = Tree([], [], [], [], [])
    for number, group in enumerate(groups):
        row = syntactic[_main(group, syntactic)]
        out.words.append(forms[number])
        out.pos.append(row[3])
        out.tags.append(row[4])
        out.heads.append(of.get(int(row[6]), number))
        out.deps.append(row[7])
    return out


def _groups(rows: list[list[str]], size: int) -> tuple[list[list[int]], list[str]]:
    """The syntactic words of each surface word, and its form."""
    spans = {int(first): (int(last), r[1]) for r in rows if "-" in r[0] for first, last in [r[0].split("-")]}
    single = {int(r[0]): r[1] for r in rows if r[0].isdigit()}
    groups, forms, at = [], [], 1
    while at <= size:
        last, form = spans.get(at, (at, single[at]))
        groups.append(list(range(at, last + 1)))
        forms.append(form)
        at = last + 1
    return groups, forms


def _main(group: list[int], rows: dict[int, list[str]]) -> int:
    """The word that stands for a multiword token."""
    outside = [w for w in group if int(rows[w][6]) not in group]
    content = [w for w in outside if rows[w][3] not in FUNCTION]
    return (content or outside or group)[0]


def named(path: Path) -> list[tuple[list[str], set[tuple[int, int, str]]]]:
    """Words and names (first word, one after the last, label) of each sentence of a CoNLL-2002 file."""
    out = []
    for block in _blocks(path):
        rows = [line.split(" ") for line in block.splitlines()]
        out.append(([r[0] for r in rows], spans([r[-1] for r in rows])))
    return out


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """The names of B-, I- and O labels."""
    found: list[tuple[int, int, str]] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        if label[0] == "I" and found and found[-1][1:] == (i, label[2:]):
            found[-1] = (found[-1][0], i + 1, label[2:])
        else:
            found.append((i, i + 1, label[2:]))
    return set(found)


def _blocks(path: Path) -> Iterator[str]:
    return (b for b in path.read_text("utf-8").split("\n\n") if b.strip())
