"""Texts made for regular expressions: no pattern of ours takes more than linear time."""

import json
import time

import pytest

from almenara.text import open_bytes

LINES = {
    "digits": "1" * 190 + "x",
    "bullets": "•" * 190 + "x",
    "arrows": "next " * 38 + "x",
    "bars": "a | " * 45,
    "spaces": "a" + " " * 300_000 + "b",
    "brackets": "[" * 200_000,
    "pictures": "![a](b " * 50_000,
    "stars": "**a " * 90_000,
    "marks": "_a*b " * 70_000,
    "heading": "# a" + " " * 300_000 + "b",
    "comments": "<!--" * 90_000,
    "field": "---\na: b" + " " * 300_000 + "c\n---\n",
    "rules": "- " * 150_000 + "x",
    "capitals": "Aa " * 120_000,
    "credit": "(foto " * 33,
    "by": "By A" + "b" * 190,
    "analysis": "a " * 95 + "analysi",
    "quotes": '"' * 380_000,
    "blank": "\n \t" * 120_000 + "x",
    "short": "a\n" * 190_000,
    "marks on marks": "e" + "\u0301" * 390_000,
    "escapes": "\\" * 380_000,
    "colons": "a: " * 120_000,
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("file", ["a.txt", "a.md"])
def test_text_in_linear_time(name: str, file: str) -> None:
    """A second of processor time is ten times what the slowest takes."""
    text = LINES[name]
    data = text.encode() if text.startswith("---") else f"Un titular\n\n{text}\n\n{text[:200]}\n\nFin.".encode()
    began = time.process_time()
    list(open_bytes(data, file))
    assert time.process_time() - began < 1.5


@pytest.mark.parametrize("field", ["title", "published", "url", "id", "outlet", "language"])
def test_a_giant_field_costs_nothing(field: str) -> None:
    """A title of ten megabytes is none."""
    data = json.dumps({"text": "Uno y dos.", field: "2025-01-01 " * 1_000_000}).encode()
    began = time.process_time()
    (document,) = open_bytes(data, "a.json")
    assert time.process_time() - began < 1.0
    assert "2025-01-01 2025" not in str(document)
