"""Learn how words are set inside sentences, for reports that come in lower case: writes evals/data/muc4_case.txt.

ALMENARA_DATA=DIR python training/muc4_case.py

Counts forms of words in English texts with ordinary case (news, insightcrime train, geoparsing, polnear train, UD English EWT
train; no corpus that names private people) and keeps the frequent ones that a dictionary of common words would get wrong.
"""

import html
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import simplemma

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals.corpora import data
from evals.muc.casing import TABLE, WORD

SENTENCE = re.compile(r"(?<=[.!?:])\s+|\n+|(?<=[\"“])")
TAG = re.compile("<[^>]+>")
HEADLINE, SHORTEST, TIMES = 0.6, 4, 5
OFTEN, PAIR_OFTEN, PAIR_MIN = 0.5, 0.6, 8


def texts(folder: Path) -> Iterator[str]:
    """English texts with ordinary case."""
    for path in sorted(folder.glob("news/**/*.json")):
        item = json.loads(path.read_text("utf-8"))
        if isinstance(item, dict) and item.get("language", "en") != "es":
            yield plain(str(item.get("text") or item.get("html") or ""))
    for line in (folder / "insightcrime/train.tsv").read_text("utf-8").splitlines():
        yield line.split("\t")[0]
    for path in sorted(folder.glob("geoparsing/*.xml")):
        yield plain(path.read_text("utf-8", errors="ignore"))
    for path in sorted(folder.glob("polnear/data/train/**/*.txt")):
        yield path.read_text("utf-8", errors="ignore")
    for line in (folder / "ud/en_ewt-train.conllu").read_text("utf-8").splitlines():
        if line.startswith("# text = "):
            yield line.removeprefix("# text = ")


def plain(text: str) -> str:
    """Text without tags."""
    return TAG.sub(" ", html.unescape(text))


def counted(found: Iterable[str]) -> tuple[dict[str, Counter[str]], dict[str, list[int]]]:
    """Forms of each word behind the first of a sentence; of each pair of words, how often it stands and how often in capitals."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    pairs: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for sentence in (s for text in found for s in SENTENCE.split(text)):
        words = WORD.findall(sentence)
        if len(words) < SHORTEST or sum(w[0].isupper() for w in words) > HEADLINE * len(words):
            continue
        for one, other in pairwise(words):
            forms[other.lower()][other] += 1
            pair = pairs[f"{one.lower()} {other.lower()}"]
            pair[0] += 1
            pair[1] += one[0].isupper() and other[0].isupper()
    return forms, pairs


def usual(word: str, forms: Counter[str]) -> str:
    """The form that a word mostly has."""
    capital = [(n, form) for form, n in forms.items() if form != word and len(form) == len(word)]
    return max(capital)[1] if capital and forms[word] < OFTEN * sum(forms.values()) else word


def main() -> None:
    """Count and write."""
    forms, pairs = counted(texts(data()))
    kept = {word: usual(word, seen) for word, seen in forms.items() if sum(seen.values()) >= TIMES}
    words = {form for word, form in kept.items() if form != word or (len(word) > 1 and not simplemma.is_known(word, "en"))}
    names = {
        pair
        for pair, (seen, capital) in pairs.items()
        if seen >= PAIR_MIN and capital > PAIR_OFTEN * seen and any(kept.get(w, w) == w for w in pair.split())
    }
    TABLE.write_text(
        "\n".join([*sorted(words), *sorted(p for p in names if "'" not in p and "’" not in p)]) + "\n", encoding="utf-8"
    )
    print(f"{len(words)} words, {len(names)} pairs")


if __name__ == "__main__":
    main()
