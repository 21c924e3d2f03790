"""A report of the corpus down the product's road: its parse and the events that are coded from it."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import almenara
from almenara.coding import code
from almenara.language import Parsed, load
from almenara.model import Event
from evals.muc.casing import prepared


class Report(NamedTuple):
    """One report; `gold` holds its templates where the file has them, for training and scoring alone."""

    docid: str
    parsed: Parsed
    events: Sequence[Event]


def read(docid: str, doctext: str) -> Report:
    """Parse and code one report."""
    document = almenara.read(prepared(doctext), name="report.txt", language="en")
    return Report(docid, load("en").parse(document), code(document).events)


def reports(path: Path) -> Iterator[Report]:
    """The reports of a file of JSON lines, `docid` and `doctext` in each; other keys stay unread."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                item = json.loads(line)
                yield read(item["docid"], item["doctext"])
