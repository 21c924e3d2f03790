"""Whole records against gold: python -m evals.records [--seed] [--acts].

Prints the scorer's table for all documents and per language, with the 95 % interval of `overall` over 1,000 resamplings
of the documents.
"""

import random
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from almenara.scoring import OVERALL, fingerprint, read_gold, score
from evals.coded import by_source, code
from evals.corpora import data, need

NAME, CORPUS = "records", "gold"
ROWS = ("events_strict", "events_lenient", "places", "participants", "counts", "arguments", "claims", "forecasts", "figures")
FACTS = ("reality", "background", "date")
RESAMPLINGS = 1000


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures, for all documents and per language: what `overall` is the mean of, and the validity of spans.

    Figures of matched events alone are printed and not pinned: they fall when more events match.
    """
    golds, codings = _gold(folder)
    out: dict[str, float] = {}
    for language in ("all", "en", "es"):
        result = score(_of(golds, language), codings).result()
        out |= {f"{language}.{row}": result[row]["F1"] for row in OVERALL}
        out[f"{language}.overall"] = result["overall"]
        out[f"{language}.spans"] = result["spans"]["valid"]
    return out


def seed(folder: Path) -> Any:
    """The scorer's result on the article that started the project."""
    golds = read_gold(folder)
    article = next(folder.glob("*.txt"))
    return score(golds, by_source(code([article], "--published", "2016-10-07")[0])).result()


def interval(golds: Mapping[str, Any], codings: Mapping[str, Any]) -> tuple[float, float]:
    """The 95 % interval of `overall` when documents are drawn again."""
    draw = random.Random(0)  # noqa: S311 - a bootstrap needs to be repeatable, not secret
    names = list(golds)
    alone = {n: score({n: golds[n]}, codings) for n in names}
    found = sorted(_pooled([alone[n] for n in draw.choices(names, k=len(names))]) for _ in range(RESAMPLINGS))
    return found[RESAMPLINGS // 40], found[-RESAMPLINGS // 40]


def _pooled(parts: list[Any]) -> float:
    total = []
    for kind in OVERALL:
        hit, found, gold = (sum(getattr(p.tallies[kind], name) for p in parts) for name in ("hit", "found", "gold"))
        total.append(2 * hit / (found + gold) if found + gold else 0.0)
    return sum(total) / len(total)


def _gold(folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    codings, refused = code(sorted((folder / "docs").glob("*.json")))
    if refused:
        print(f"refused: {refused}", file=sys.stderr)
    return read_gold(folder / "codings"), by_source(codings)


def _of(golds: Mapping[str, Any], language: str) -> dict[str, Any]:
    return {k: g for k, g in golds.items() if language in {"all", g.get("language")}}


def main() -> None:
    """Print the tables."""
    if "--seed" in sys.argv:
        result = seed(need("seed"))
        print(*(f"{k:16}{v['F1']:.3f}" for k, v in result.items() if isinstance(v, dict) and "F1" in v), sep="\n")
        print(f"{'overall':16}{result['overall']:.3f}")
        return
    folder = need(CORPUS)
    golds, codings = _gold(folder)
    print(f"corpus {CORPUS} {fingerprint(folder)}, {len(golds)} documents")
    for language in ("all", "en", "es"):
        chosen = _of(golds, language)
        scores = score(chosen, codings)
        result = scores.result()
        low, high = interval(chosen, codings)
        print(f"\n{language}: {len(chosen)} documents, overall {result['overall']:.3f} (95 % interval {low:.3f} to {high:.3f})")
        for row in ROWS:
            r = result[row]
            print(f"  {row:16}P {r['P']:.3f}  R {r['R']:.3f}  F1 {r['F1']:.3f}  gold {r['gold']:4}  found {r['pred']:4}")
        print(
            "  " + "  ".join(f"{fact} {result[fact]['accuracy']:.3f}" for fact in FACTS), f" spans {result['spans']['valid']:.4f}"
        )
        if "--acts" in sys.argv:
            for act, r in scores.by_act().items():
                print(f"  {act:20}F1 {r['F1']:.3f}  gold {r['gold']:3}  found {r['pred']:3}")


if __name__ == "__main__":
    assert data().exists(), f"no corpora at {data()}"
    main()
