"""`almenara codebook`: the acts, vocabularies and lexicons, as a table or as JSON."""

import json
import shutil
import textwrap
from collections.abc import Iterator
from typing import Any

import click

from almenara.codebook import TABLES, show
from almenara.model import Language, Refused

WIDTH = 100  # columns beyond which prose reads badly
SCHEMES = {"plover": "PLOVER", "cameo": "CAMEO", "acled": "ACLED", "iccs": "ICCS", "muc4": "MUC-4"}


@click.command("codebook")
@click.argument("act", required=False, metavar="[ACT]")
@click.option(
    "--table", type=click.Choice(TABLES), metavar="NAME", help=f"Print a vocabulary instead of acts: {', '.join(TABLES)}."
)
@click.option("--language", type=click.Choice(["en", "es"]), default="en", show_default=True, help="Language of labels.")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of text.")
def command(act: str | None, table: str | None, language: Language, *, as_json: bool) -> None:
    """Print the codebook.

    Without ACT all acts by category, with their codes in PLOVER, CAMEO, ACLED, ICCS and MUC-4. With ACT its
    definition, examples, codes and the words that name it in English and Spanish. Words of your own come from the
    folder ALMENARA_LEXICON.
    """
    if act and table:
        raise click.UsageError("give either ACT or --table")
    try:
        click.echo("\n".join(_lines(act, table, language, as_json=as_json)))
    except Refused as error:
        raise click.ClickException(str(error)) from error


def _lines(act: str | None, table: str | None, language: Language, *, as_json: bool) -> Iterator[str]:
    if table:
        terms = show.terms(table, language)
        yield from [_json(terms)] if as_json else _terms(terms)
    elif act:
        found = show.whole(act, language)
        yield from [_json(found)] if as_json else _act(found)
    else:
        groups = list(show.overview(language))
        yield from [_json([row for _, rows in groups for row in rows])] if as_json else _overview(groups)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _overview(groups: list[tuple[str, list[dict[str, Any]]]]) -> Iterator[str]:
    for label, rows in groups:
        yield label
        for row in rows:
            yield from _hung(f"  {row['act']:<20} {row['label']:<28} ", _codes(row["codes"]), beside=60)
        yield ""


def _codes(codes: dict[str, str | None]) -> str:
    return " · ".join(f"{SCHEMES[scheme]} {code}" for scheme, code in codes.items() if code)


def _terms(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        yield from _hung(f"{row['name']:<24} {row['label']:<28} ", row["definition"], beside=30)


def _hung(head: str, text: str, *, beside: int) -> list[str]:
    """A head with a text that goes on under itself, or below the head where fewer than `beside` columns are left.

    In a pipe a row is one line, for `grep`.
    """
    width = shutil.get_terminal_size((0, 0)).columns
    if not width:
        return [(head + text).rstrip()]
    if width - len(head) >= beside:
        return textwrap.wrap(text, width, initial_indent=head, subsequent_indent=" " * len(head)) or [head.rstrip()]
    indent = " " * (len(head) - len(head.lstrip()) + 4)
    return [head.rstrip(), *textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)]


def _act(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['label']} ({found['act']})"
    yield from _wrapped(found["definition"])
    yield from (line for example in found["examples"] for line in _wrapped(f"“{example}”"))
    if found["modes"]:
        yield from _wrapped("mode: " + ", ".join(found["modes"]))
    yield ""
    yield from (f"  {SCHEMES[scheme]:<8} {code or '—'}" for scheme, code in found["codes"].items())
    for mode, codes in found["codes_by_mode"].items():
        yield f"  {mode}: " + _codes({scheme: code for scheme, code in codes.items() if code != found["codes"][scheme]})
    yield ""
    for entry in found["entries"]:
        words = entry["words"] + (f"  [{entry['condition']}]" if entry["condition"] else "")
        yield from _hung(f"  {entry['id']}  {entry['weight']:.2f}  ", f"{entry['kind']}: {words}", beside=30)
        yield from _wrapped(entry["example"], indent=6)


def _wrapped(text: str, *, indent: int = 2) -> list[str]:
    width = min(shutil.get_terminal_size((WIDTH, 0)).columns, WIDTH)
    return textwrap.wrap(text, width, initial_indent=" " * indent, subsequent_indent=" " * indent)
