"""The JSON schema of what Almenara writes, generated from the structs and shipped beside them."""

import json
from importlib.resources import files
from typing import Any

import msgspec

from almenara.model.coding import Coding
from almenara.model.jsonl import RefusalLine


def build() -> dict[str, Any]:
    """JSON Schema 2020-12 of one line of output: a coding or a refusal."""
    (coding, refusal), definitions = msgspec.json.schema_components((Coding, RefusalLine), ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Almenara coding or refusal",
        "anyOf": [coding, refusal],
        "$defs": definitions,
    }


def shipped() -> dict[str, Any]:
    """The schema file of the package; a test keeps it equal to `build()`."""
    loaded: dict[str, Any] = json.loads(files("almenara.model").joinpath("schema.json").read_text("utf-8"))
    return loaded


if __name__ == "__main__":
    from pathlib import Path

    Path(__file__).with_name("schema.json").write_text(json.dumps(build(), indent=1, ensure_ascii=False) + "\n", "utf-8")
