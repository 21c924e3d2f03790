"""The annotated articles with their parses, as several trainings read them."""

import json
import pickle
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from almenara import language
from almenara.language import Parsed
from almenara.model import Document


class Annotated(NamedTuple):
    """One annotated document."""

    name: str
    parsed: Parsed
    coding: dict[str, Any]


def load(data: Path, part: str, cache: Path | None) -> list[Annotated]:
    """The annotated documents of a part of the corpus, parsed."""
    kept = cache / f"{part}.pkl" if cache else None
    known: dict[str, Any] = pickle.loads(kept.read_bytes()) if kept and kept.exists() else {}  # noqa: S301
    if not known:
        for path in sorted((data / part / "docs").glob("*.json")):
            raw = json.loads(path.read_text("utf-8"))
            coding = json.loads((data / part / "codings" / path.name).read_text("utf-8"))
            document = Document(**{key: raw.get(key) for key in ("id", "title", "text", "language", "published")})
            known[raw["id"]] = raw, coding, language.load(raw["language"]).parse(document)
        if kept:
            kept.write_bytes(pickle.dumps(known))
    _score(known, cache / f"dense_{part}.pkl" if cache else None)
    return [Annotated(name, parsed, coding) for name, (_, coding, parsed) in sorted(known.items())]


def _score(known: dict[str, Any], dense: Path | None) -> None:
    """Give parses the scores of a reader's branch that had not seen their articles, where the cache holds such."""
    if dense and dense.exists():
        scores = pickle.loads(dense.read_bytes())  # noqa: S301
        for name, (_, _, parsed) in known.items():
            parsed.scores = {layer: np.asarray(values, np.float32) for layer, values in scores[name].items()}
