"""All articles of the news corpus: python -m evals.news. None may crash or take over five seconds; noise stays low."""

import json
import time
from collections import Counter
from pathlib import Path
from statistics import mean

from almenara.cli.work import Settings, opened
from almenara.coding import code
from almenara.model import Coding, Refusal, Refused
from almenara.places import installed
from almenara.scoring import fingerprint
from almenara.sources import Item, walk
from evals.corpora import need

NAME, CORPUS = "news", "news"
SLOW = 5.0


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures, all so that higher is better."""
    seen = run(folder)
    return {
        "share_not_crashed": 1 - seen["crashed"] / seen["articles"],
        "share_in_time": 1 - seen["slow"] / seen["articles"],
        "quiet_off_topic": -seen["events_off_topic"],
    }


def run(folder: Path) -> dict[str, float]:
    """Codes every article in this process: articles, refused, crashed, slow, slowest, events an article on and off topic."""
    relevant = {p.name: _is_relevant(p) for p in sorted(folder.rglob("*.json"))}
    paths = [str(p) for p in sorted(folder.rglob("*.json"))]
    events: dict[bool, list[int]] = {True: [], False: []}
    tally: Counter[str] = Counter()
    slowest = 0.0
    for item in walk(paths):
        assert isinstance(item, Item)
        for document in opened(item, Settings()):
            began = time.perf_counter()
            outcome = _coded(document)
            took = time.perf_counter() - began
            slowest = max(slowest, took)
            tally["slow"] += took > SLOW
            tally["articles"] += 1
            if isinstance(outcome, Coding):
                events[relevant[Path(item.name).name]].append(len(outcome.events))
            else:
                tally[outcome.code] += 1
    refused = sum(n for code_, n in tally.items() if code_ not in {"slow", "articles", "internal_error"})
    return {
        "articles": tally["articles"], "refused": refused, "crashed": tally["internal_error"], "slow": tally["slow"],
        "slowest_s": slowest, "events_on_topic": mean(events[True]), "events_off_topic": mean(events[False]),
        "off_topic": len(events[False]),
    }  # fmt: skip


def _coded(document: object) -> Coding | Refusal:
    if isinstance(document, Refusal):
        return document
    try:
        return code(document, gazetteer=installed())  # type: ignore[arg-type]
    except Refused as error:
        return Refusal(source="", code=error.code, reason=error.reason)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
        return Refusal(source="", code="internal_error", reason=str(error))


def _is_relevant(path: Path) -> bool:
    article = json.loads(path.read_text("utf-8"))
    return bool(article.get("topic_relevant", True)) if isinstance(article, dict) else True


def main() -> None:
    """Print the figures."""
    folder = need(CORPUS)
    print(f"corpus {CORPUS} {fingerprint(folder)}")
    for name, value in run(folder).items():
        print(f"{name:18}{value:.3f}" if isinstance(value, float) else f"{name:18}{value}")


if __name__ == "__main__":
    main()
