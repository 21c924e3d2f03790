"""What a reader sees of the codebook: acts, vocabularies and entries as plain rows and objects."""

from collections.abc import Iterator
from typing import Any

from almenara.codebook.acts import CATEGORIES, SCHEMES, Act, act, acts, crosswalk
from almenara.codebook.entries import Entry, Row
from almenara.codebook.load import lexicon
from almenara.codebook.terms import table
from almenara.model import Language

CONSTRAINTS = ("object", "not_object", "subject", "near", "not_near", "forms", "mode", "reality", "measure_state")
LANGUAGES: tuple[Language, ...] = ("en", "es")


def overview(language: Language) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each category by its label, with its acts: name, label and codes."""
    labels = table("categories")
    for category in CATEGORIES:
        rows = [_brief(one, language) for one in acts().values() if one.category == category]
        yield labels[category].label.of(language), rows


def whole(name: str, language: Language) -> dict[str, Any]:
    """Everything the codebook says of an act, in one language, with its entries in both; raises Refused("unknown_act")."""
    found = act(name)
    return _brief(found, language) | {
        "category": found.category,
        "definition": found.definition.of(language),
        "examples": list(found.examples.of(language)),
        "modes": list(found.modes),
        "codes_by_mode": {mode: _codes(name, mode) for mode in found.by_mode},
        "entries": [_entry(entry) for code in LANGUAGES for entry in lexicon(code).of(name)],
    }


def terms(name: str, language: Language) -> list[dict[str, Any]]:
    """The terms of a vocabulary: name, label and definition; raises Refused("unknown_table")."""
    return [
        {"name": term.name, "label": term.label.of(language), "definition": term.definition.of(language)}
        for term in table(name).values()
    ]


def condition(row: Row) -> str:
    """The constraints of an entry in one line."""
    parts = ((key, getattr(row, key)) for key in CONSTRAINTS)
    return "; ".join(f"{key}: {' '.join(value) if isinstance(value, tuple) else value}" for key, value in parts if value)


def _brief(one: Act, language: Language) -> dict[str, Any]:
    return {"act": one.name, "label": one.label.of(language), "codes": _codes(one.name, None)}


def _codes(name: str, mode: str | None) -> dict[str, str | None]:
    return {scheme: crosswalk(name, scheme, mode=mode) for scheme in SCHEMES}


def _entry(entry: Entry) -> dict[str, Any]:
    row = entry.row
    return {
        "id": entry.id,
        "kind": row.kind,
        "words": row.trigger,
        "condition": condition(row),
        "weight": entry.weight,
        "example": row.example,
        "file": entry.file,
    }
