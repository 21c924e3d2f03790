"""The table of codes."""

import re
from pathlib import Path

import pytest

import almenara
from almenara.text import codes

SOURCE = Path(almenara.__file__).parent
READING = ("text", "sources", "cli", "language")
USED = re.compile(r"""(?:Refused\(|Refusal\([^()]*?code=|code(?:\s*=\s*))\s*"([a-z_]+)\"""")


def used() -> set[str]:
    """Every code that the packages that read inputs write."""
    files = (file for package in READING for file in (SOURCE / package).rglob("*.py"))
    found = {code for file in files for code in USED.findall(file.read_text("utf-8"))}
    return found | {"loop", "unreadable"}  # chosen between in one expression


def test_the_search_finds_codes() -> None:
    """A search that found nothing would prove nothing."""
    assert {"too_large", "bomb", "no_text", "not_found"} <= used()


@pytest.mark.parametrize("code", sorted(used() - {"no_gold", "bad_json", "bad_shape", "unknown_reader"}))
def test_each_code_used_stands_in_the_table(code: str) -> None:
    """With its meaning and what to do (the codes of gold files and of settings are no refusals of inputs)."""
    assert code in codes()


@pytest.mark.parametrize("code", sorted(codes()))
def test_each_code_speaks_both_languages(code: str) -> None:
    """Whole sentences."""
    entry = codes()[code]
    said = [*entry.meaning.items(), *entry.remedy.items()]
    assert ["en", "es", "en", "es"] == [language for language, _ in said]
    assert all(words.endswith(".") and len(words) > 8 for _, words in said)
