"""Names out of the scores of their beginnings and insides."""

from collections.abc import Iterator, Sequence

import numpy as np

from almenara.language.parsed import Name, Token
from almenara.language.trees import Floats

COARSE = {"GROUP": "ORG", "FORCE": "ORG"}
JOINING = frozenset("de del la las los el y e of the and for".split())
NEVER_LAST = JOINING | frozenset("en a al con por para in on at to from with by 's ’s".split())
NEVER_FIRST = {"es": NEVER_LAST, "en": NEVER_LAST - {"the"}}
MARKS = frozenset("PUNCT SYM".split())


def names(tokens: Sequence[Token], scores: Floats, labels: Sequence[str], language: str) -> list[Name]:
    """The names of a document; `scores` has a row for each token and a column for each of `labels`.

    A run of words inside names is one name whatever kinds its words look like, and takes the kind that they speak for together.
    In Spanish two names hardly ever stand side by side without a word or mark between them: a second beginning is none.
    """
    best = scores.argmax(1)
    inside, begins = best != labels.index("O"), np.array([label[0] == "B" for label in labels])[best]
    kinds = list(dict.fromkeys(label[2:] for label in labels if label != "O"))
    of_kind = np.array([[label[2:] == kind for kind in kinds] for label in labels], np.float64)
    likely = np.log(_shares(scores) @ of_kind + 1e-6)
    out = []
    for run in _runs(tokens, inside, begins, language):
        first, last = _trimmed(tokens, *run, language)
        if first < last:
            kind = kinds[int(likely[first:last].sum(0).argmax())]
            fine = kind if kind in COARSE else ""
            out.append(Name(COARSE.get(kind, kind), first, last, tokens[first].start, tokens[last - 1].end, fine))
    return out


def _shares(scores: Floats) -> Floats:
    """Scores of labels as probabilities."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = raised / raised.sum(1, keepdims=True)
    return shares


def _runs(tokens: Sequence[Token], inside: "np.ndarray", begins: "np.ndarray", language: str) -> Iterator[tuple[int, int]]:
    """Ranges of words that are one name."""
    first = last = -1
    for i in np.flatnonzero(inside).tolist():
        if i == last and tokens[i].sentence == tokens[first].sentence and not (begins[i] and _parts(tokens, i, language)):
            last = i + 1
            continue
        if first >= 0:
            yield first, last
        first, last = i, i + 1
    if first >= 0:
        yield first, last


def _parts(tokens: Sequence[Token], i: int, language: str) -> bool:
    """Whether a beginning at word `i`, next to a name, is believed."""
    before, word = tokens[i - 1].text, tokens[i].text
    return language != "es" or not word[0].isupper() or not (before[0].isupper() or before in JOINING)


def _trimmed(tokens: Sequence[Token], first: int, last: int, language: str) -> tuple[int, int]:
    """The range without the small words and marks at its edges."""
    while first < last and (tokens[first].text in NEVER_FIRST[language] or tokens[first].pos in MARKS):
        first += 1
    while first < last and (tokens[last - 1].text in NEVER_LAST or (tokens[last - 1].text[0] in "([¿¡,;:«“")):
        last -= 1
    return first, last
