"""Words a second of both readers over the same running text, taking turns so that their ratio survives a noisy machine."""

import time
from collections.abc import Mapping, Sequence
from statistics import median

from almenara.language import choice
from almenara.language.piped import Piped
from almenara.language.reader import Reader
from almenara.model import Document
from evals.treebanks import Tree

ROUNDS, DOCUMENT = 3, 20


def compare(texts: Mapping[str, Sequence[Tree]]) -> None:
    """Print the speed of whole parses (words, sentences, syntax, names, lemmas) and the ratio of their times."""
    for language, gold in texts.items():
        documents = [
            Document(id="", text=" ".join(w for t in gold[i : i + DOCUMENT] for w in t.words), language=language)  # type: ignore[arg-type]
            for i in range(0, len(gold), DOCUMENT)
        ]
        words = sum(len(t.words) for t in gold)
        readers = {"ours": Reader(language, choice.model_folder()), "spaCy": Piped(language)}
        times: dict[str, list[float]] = {name: [] for name in readers}
        for reader in readers.values():
            reader.parse(documents[0])
        for _ in range(ROUNDS):
            for name, reader in readers.items():
                began = time.process_time()
                for document in documents:
                    reader.parse(document)
                times[name].append(time.process_time() - began)
        ratios = [a / b for a, b in zip(times["ours"], times["spaCy"], strict=True)]
        speeds = ", ".join(f"{name} {words / median(taken):.0f} words/s" for name, taken in times.items())
        print(f"{language}: {speeds}; ours takes {median(ratios):.2f} times as long ({min(ratios):.2f} to {max(ratios):.2f})")
