"""F1 a topic on the held-out articles of the InSight Crime corpus.

Usage: ALMENARA_DATA=DIR python -m evals.topics [--file dev.tsv]
"""

import argparse
import hashlib
import re
from pathlib import Path

from almenara.coding.topics import bag, model
from almenara.language.lemmas import lemma
from evals.corpora import need

WORD = re.compile(r"[^\W\d_]+")


def measure(path: Path) -> dict[str, tuple[int, int, int]]:
    """Hits, found and gold of each topic."""
    out = {str(topic): (0, 0, 0) for topic in model.TOPICS}
    trained = model.shipped()
    for line in path.read_text("utf-8").splitlines():
        text, *labels = line.split("\t")
        counts = bag.counts((lemma(w, "en") for w in WORD.findall(text)), "en")
        for topic, p, limit, label in zip(model.TOPICS, trained.probabilities(counts), trained.thresholds, labels, strict=True):
            hit, found, gold = out[topic]
            said, wanted = bool(p >= limit), int(label)
            out[topic] = (hit + said * wanted, found + said, gold + wanted)
    return out


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures: F1 a topic, and their mean."""
    table = {topic: f1(*row) for topic, row in measure(folder / "dev.tsv").items()}
    return table | {"macro": sum(table.values()) / len(table)}


def f1(hit: int, found: int, gold: int) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * hit / max(found + gold, 1)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", default="dev.tsv")
    args = parser.parse_args()
    path = need("insightcrime") / args.file
    print(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()[:12]}")
    table = measure(path)
    for topic, (hit, found, gold) in table.items():
        print(f"{topic:20} P {hit / max(found, 1):.3f} R {hit / max(gold, 1):.3f} F1 {f1(hit, found, gold):.3f} of {gold}")
    micro = [sum(row[i] for row in table.values()) for i in range(3)]
    print(f"macro F1 {sum(f1(*row) for row in table.values()) / len(table):.3f}, micro F1 {f1(*micro):.3f}")


if __name__ == "__main__":
    main()
