"""Universal Dependencies treebanks as sentences of surface tokens, the units that the reader meets in running text.

A multiword token ("del", "dárselo", "cannot") stays one token: it takes the part of speech and relation of that syntactic
word inside it whose head lies outside and that is not a function word where another one is there.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

FUNCTION = frozenset({"DET", "PRON", "PART", "AUX"})
RENAMED = {"compound:prt": "expl:pv", "flat:name": "flat", "obl:tmod": "obl", "nmod:tmod": "nmod"}  # Spanish PUD's own habits


class Tree(Struct):
    """One sentence; `heads` count words from 1, 0 is the root; `tags` are Penn tags in English, empty in Spanish."""

    language: str
    words: list[str]
    pos: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]


def read(path: Path) -> Iterator[Tree]:
    """The trees of one CoNLL-U file, its language told by its name (en_..., es_...)."""
    language = path.name[:2]
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if rows:
            yield _tree(language, rows)


def _tree(language: str, rows: list[list[str]]) -> Tree:
    syntactic = {int(r[0]): r for r in rows if r[0].isdigit()}
    ranges = dict(tuple(map(int, r[0].split("-"))) for r in rows if "-" in r[0])
    forms = {int(r[0].split("-")[0]): r[1] for r in rows if "-" in r[0]}
    groups: list[list[int]] = []
    at, last = 1, max(syntactic)
    while at <= last:
        end = ranges.get(at, at)
        groups.append(list(range(at, end + 1)))
        at = end + 1
    of = {word: number for number, group in enumerate(groups, 1) for word in group} | {0: 0}
    out = Tree(language, [], [], [], [], [])
    for group in groups:
        row = syntactic[_main(group, syntactic)]
        proper = "Proper=True" in row[9]
        out.words.append(forms.get(group[0], row[1]) if len(group) > 1 else row[1])
        out.pos.append("PROPN" if proper and row[3] in ("NOUN", "ADJ", "X") else row[3])
        out.tags.append(row[4] if language == "en" else "")
        out.heads.append(of[int(row[6])])
        out.deps.append(RENAMED.get(row[7], row[7]) if language == "es" else row[7])
    return out


def _main(group: list[int], rows: dict[int, list[str]]) -> int:
    """The word that stands for a multiword token."""
    outside = [w for w in group if int(rows[w][6]) not in group]
    content = [w for w in outside if rows[w][3] not in FUNCTION]
    return (content or outside or group)[0]
