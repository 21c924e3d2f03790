"""Pages to text: python -m evals.pages. Segments that a page's story must hold and must not, against trafilatura alone."""

import json
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from almenara.model import Document
from almenara.scoring import fingerprint
from almenara.text import open_bytes
from evals.corpora import need

NAME, CORPUS = "pages", "pages"
STORY = {"headline", "body", "analysis"}


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures, all so that higher is better."""
    ours, theirs = score(folder, story), score(folder, trafilatura)
    return {"segment_f1": ours["f1"], "over_trafilatura": ours["f1"] - theirs["f1"], "date": ours["date"], "title": ours["title"]}


def score(folder: Path, read: Callable[[bytes, str], dict[str, str | None]]) -> dict[str, Any]:
    """Precision, recall and F1 over all segments; shares of dates and titles that are right; errors and seconds by page."""
    pages: list[Mapping[str, Any]] = list(json.loads((folder / "segments.json").read_text("utf-8")).values())
    kept = missed = let_in = 0
    facts: dict[str, list[bool]] = {"date": [], "title": []}
    errors: dict[str, tuple[int, int]] = {}
    began = time.perf_counter()
    for page in pages:
        found = read((folder / "html" / page["file"]).read_bytes(), page["file"])
        text = flat(found["text"])
        missing = sum(flat(s) not in text for s in page.get("with", []))
        wrong = sum(flat(s) in text for s in page.get("without", []))
        kept, missed, let_in = kept + len(page.get("with", [])) - missing, missed + missing, let_in + wrong
        for name, right in facts.items():
            if name in page:
                right.append(flat(found[name]) == flat(page[name]))
        errors[page["file"]] = (missing, wrong)
    precision, recall = kept / ((kept + let_in) or 1), kept / ((kept + missed) or 1)
    return {
        "precision": precision, "recall": recall,
        "f1": 2 * precision * recall / ((precision + recall) or 1),
        **{name: sum(right) / (len(right) or 1) for name, right in facts.items()},
        "seconds": (time.perf_counter() - began) / len(pages),
        "errors": errors,
    }  # fmt: skip


def story(data: bytes, name: str) -> dict[str, str | None]:
    """What Almenara reads: headline, body and analysis; title, day."""
    found = next(open_bytes(data, name))
    if not isinstance(found, Document):
        return {"text": "", "date": None, "title": None}
    parts = [found.text[s.start : s.end] for s in found.sections if s.kind in STORY]
    return {"text": "\n".join(parts), "date": found.published, "title": found.title}


def trafilatura(data: bytes, _name: str) -> dict[str, str | None]:
    """What trafilatura reads by itself, comments left out."""
    from trafilatura import bare_extraction

    found = bare_extraction(data, include_comments=False, with_metadata=True)
    return {"text": getattr(found, "text", ""), "date": getattr(found, "date", None), "title": getattr(found, "title", None)}


def flat(text: str | None) -> str:
    """Words with single spaces: line ends are no difference."""
    return " ".join((text or "").split())


def main() -> int:
    """Print both beside each other, and the worst pages by name; status 1 where ours is worse."""
    folder = need(CORPUS)
    ours, theirs = score(folder, story), score(folder, trafilatura)
    print(f"corpus {CORPUS} {fingerprint(folder)}\n{'':16}{'almenara':>12}{'trafilatura':>14}")
    for name in ("precision", "recall", "f1", "date", "title", "seconds"):
        print(f"{name:16}{ours[name]:12.4f}{theirs[name]:14.4f}")
    print("\npages with errors (missing, let in):")
    for file, (missing, wrong) in sorted(ours["errors"].items(), key=lambda item: -sum(item[1])):
        if missing + wrong:
            print(f"  {file:40}{missing:3}{wrong:3}   trafilatura {theirs['errors'][file]}")
    return int(ours["f1"] < theirs["f1"])


if __name__ == "__main__":
    sys.exit(main())
