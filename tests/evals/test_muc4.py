"""Reports of the MUC-4 corpus become templates; only the two keys that are promised are read."""

import json
from pathlib import Path

from evals.muc4 import predictions

from evals.muc import ROLES, TYPES

DOCTEXT = (
    "police reported that members of the sierra norte front blew up the town hall of villa clara last night.  "
    "a bomb exploded at 2200, killing councilman pedro ruiz arce and destroying the building.    "
    "the front claimed responsibility for the dynamite attack in a call to a radio station."
)


def test_mentions_are_words_of_the_report(tmp_path: Path) -> None:
    """Templates hold known types and roles, and every mention stands in the report."""
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps({"docid": "a", "doctext": DOCTEXT}) + "\n\n", encoding="utf-8")
    found = predictions(path)
    assert ["a"] == list(found)
    for template in found["a"]:
        assert template["incident_type"] in TYPES
        assert {"incident_type", *ROLES} == set(template)
        mentions = [m for role in ROLES for entity in template[role] for m in entity]
        assert [] == [m for m in mentions if m.lower() not in DOCTEXT]


def test_a_bombing_is_told(tmp_path: Path) -> None:
    """A plain report of a bombing is one of the six incidents."""
    path = tmp_path / "docs.jsonl"
    path.write_text(json.dumps({"docid": "a", "doctext": DOCTEXT, "templates": "unread"}), encoding="utf-8")
    assert "bombing" in [t["incident_type"] for t in predictions(path)["a"]]


def test_a_report_without_an_incident_has_no_template(tmp_path: Path) -> None:
    """Trade talks are none of the six incidents."""
    path = tmp_path / "docs.jsonl"
    text = "ministers of trade met today to discuss tariffs on coffee.  they will meet again in june."
    path.write_text(json.dumps({"docid": "b", "doctext": text}), encoding="utf-8")
    assert {"b": []} == predictions(path)
