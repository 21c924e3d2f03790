"""A page for the eye: what the coder missed and what it invented, side by side, document by document."""

from collections import defaultdict
from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, select_autoescape

from almenara.scoring import agree
from almenara.scoring.agree import Item
from almenara.scoring.score import Scores


def page(scores: Scores, golds: Mapping[str, Item], title: str) -> str:
    """One self-contained HTML page; it quotes the documents, so keep it as private as they are."""
    documents: dict[str, dict[str, list[dict[str, str]]]] = defaultdict(lambda: {"missed": [], "spurious": []})
    for name, event in scores.missed:
        documents[name]["missed"].append(_row(event))
    for name, event in scores.spurious:
        documents[name]["spurious"].append(_row(event))
    environment = Environment(loader=PackageLoader("almenara.scoring", "templates"), autoescape=select_autoescape(default=True))
    template = environment.get_template("misses.html")
    rows = [(name, golds[name].get("language", ""), documents[name]) for name in golds if name in documents]
    return template.render(title=title, result=scores.result(), acts=scores.by_act(), documents=rows)


def _row(event: Item) -> dict[str, str]:
    return {
        "act": event["act"],
        "reality": event.get("reality", ""),
        "by": event.get("by", ""),
        "quote": " … ".join(agree.quotes(event)),
    }
