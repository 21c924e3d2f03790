"""The lexicons as shipped, with what a user's folder adds or replaces."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from almenara.codebook import files, lists
from almenara.codebook.acts import acts
from almenara.codebook.compiled import Pattern, compile_entry
from almenara.codebook.entries import Entry, Row
from almenara.codebook.lexicon import Lexicon
from almenara.model import Language, Refused

DEFAULT_WEIGHT = 0.3  # before anything is measured: about what the average entry scores


def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, with the TOML of the folder ALMENARA_LEXICON merged in if that is set.

    A user's folder looks like the shipped one: `en/*.toml`, `es/*.toml`, `lists/en.toml`, `lists/es.toml`. An entry with the
    id of a shipped one replaces it; lists gain words. Raises Refused("bad_codebook") that names the file and the entry.
    """
    return _lexicon(language, os.environ.get("ALMENARA_LEXICON") or None)


@cache
def _lexicon(language: Language, user: str | None) -> Lexicon:
    if language not in ("en", "es"):
        raise Refused("unknown_language", f"there is no lexicon of {language!r}")
    if user and not Path(user).is_dir():
        raise Refused("bad_codebook", f"ALMENARA_LEXICON is no folder: {user}")
    roots = [files.DATA, *([Path(user)] if user else [])]
    entries: dict[str, tuple[Path, Entry]] = {}
    for folder in (files.DATA / "lexicon", *roots[1:]):
        entries |= {entry.id: (path, entry) for path, entry in _entries(folder / language, language)}
    return Lexicon(language, list(_compiled(list(entries.values()), lists.load(roots, language))))


def _entries(folder: Path, language: Language) -> Iterator[tuple[Path, Entry]]:
    seen: dict[str, Path] = {}
    for path, tables in files.folder(folder):
        for act, rows in tables.items():
            if act not in acts():
                files.refuse(path, act, "no act of the codebook has this name")
            if not isinstance(rows, dict):
                files.refuse(path, act, "entries are a table: number = { verb = ..., example = ... }")
            for number, row in rows.items():
                entry = _entry(path, (act, language, number), row)
                if entry.id in seen:
                    files.refuse(path, entry.id, f"stands in {seen[entry.id].name} too")
                seen[entry.id] = path
                yield path, entry


def _entry(path: Path, key: tuple[str, Language, str], table: Any) -> Entry:
    act, language, number = key
    name = f"{act}.{language}.{number}"
    row = files.build(path, name, table, Row)
    weight = _weight(act, language, number) if row.weight is None else row.weight
    return Entry(id=name, act=act, language=language, row=row, weight=weight, file=path.name)


def _compiled(entries: Sequence[tuple[Path, Entry]], known: lists.Lists) -> Iterator[Pattern]:
    for path, entry in entries:
        try:
            yield compile_entry(entry, known)
        except KeyError as error:
            files.refuse(path, entry.id, f"no list is called @{error.args[0]}")


@cache
def weights() -> dict[str, dict[str, float]]:
    """Measured precision of entries by number under act.language, with the `mean` of the act (training/lexicon_precision.py)."""
    path = files.DATA / "weights.toml"
    return files.build(path, "", files.read(path), dict[str, dict[str, float]]) if path.is_file() else {}


def _weight(act: str, language: Language, number: str) -> float:
    measured = weights().get(f"{act}.{language}", {})
    return measured.get(number, measured.get("mean", DEFAULT_WEIGHT))
