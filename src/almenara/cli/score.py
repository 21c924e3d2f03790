"""`almenara score`: how far codings agree with gold."""

import json
from pathlib import Path
from typing import Any

import click

from almenara.model import AlmenaraError
from almenara.scoring import Scores, read_codings, read_gold, score


@click.command("score")
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("codings", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--language", type=click.Choice(["en", "es"]), help="Only documents of this language.")
@click.option("--acts", is_flag=True, help="The strict event figures of each act as well.")
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON, per language and per act.")
@click.option(
    "--html", type=click.Path(path_type=Path, dir_okay=False), help="Write missed and spurious events side by side here."
)
def command(gold: Path, codings: Path, **options: Any) -> None:
    """Score CODINGS (what `almenara code --format jsonl` wrote) against the folder GOLD.

    Events match strictly by act and evidence; `overall` is the mean F1 of events, their arguments, claims, forecasts
    and figures. The page of misses quotes the documents: keep it as private as they are.
    """
    try:
        golds, found = read_gold(gold), read_codings(codings)
    except AlmenaraError as error:
        raise click.ClickException(str(error)) from error
    languages = [options["language"]] if options["language"] else ["", "en", "es"]
    tables = {name or "all": score(chosen, found) for name in languages if (chosen := _of(golds, name))}
    if not tables:
        raise click.ClickException(f"no gold document in {options['language']!r}")
    _warn_of_missing({key for language in languages for key in _of(golds, language)}, found)
    if options["html"]:
        from almenara.scoring.misses import page

        first = next(iter(tables.values()))
        options["html"].write_text(page(first, golds, f"{codings.name} against {gold.name}"), "utf-8")
    if options["as_json"]:
        click.echo(json.dumps({name: {**s.result(), "acts": s.by_act()} for name, s in tables.items()}, indent=1))
        return
    _print(tables, acts=options["acts"])


def _of(golds: dict[str, Any], language: str) -> dict[str, Any]:
    return {k: g for k, g in golds.items() if not language or g.get("language") == language}


def _warn_of_missing(wanted: set[str], found: dict[str, Any]) -> None:
    """Ids that do not meet look like a coder that finds nothing."""
    missing = sorted(wanted - found.keys())
    if missing:
        some = ", ".join(missing[:3]) + (", ..." if len(missing) > 3 else "")
        click.echo(
            f"almenara: {len(missing)} of {len(wanted)} gold documents have no coding and score as empty: {some}", err=True
        )


def _print(tables: dict[str, Scores], *, acts: bool) -> None:
    for name, scores in tables.items():
        click.echo(f"\n{name}\n{'':22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}{'found':>7}")
        result = scores.result()
        for row, value in result.items():
            if row == "overall":
                click.echo(f"{row:36}{value:7.3f}")
            elif "F1" in value:
                _row(row, value)
            else:
                share = value["accuracy"] if "accuracy" in value else value["valid"]
                click.echo(f"{row:36}{share:7.3f}{value['of']:6}")
        if acts:
            for act, value in scores.by_act().items():
                _row(act, value)


def _row(name: str, value: dict[str, float]) -> None:
    click.echo(f"{name:22}{value['P']:7.3f}{value['R']:7.3f}{value['F1']:7.3f}{value['gold']:6}{value['pred']:7}")
