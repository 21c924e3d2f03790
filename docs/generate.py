"""Write the generated parts of the reference: python -m docs.generate [--check].

The command line from its own help, the record from the structs, the codebook and the codes from their tables.
`--check` writes nothing and exits 1 where a file is not what would be written.
"""

import inspect
import sys
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args, get_type_hints

import click
import msgspec

from almenara import codebook, model, text
from almenara.cli import COMMANDS, almenara
from almenara.coding.notes import CODES

HERE = Path(__file__).parent / "reference"
MADE = "<!-- Made by `make docs`; edit its source instead. -->\n"
STRUCTS = (
    "Coding", "Document", "Section", "Span", "Topic", "Entity", "Office", "Event", "EventDate", "Place", "Participant", "Count",
    "Measure", "Claim", "Speaker", "Forecast", "Hedge", "Figure", "Change", "FigurePlace", "Note", "Refusal",
)  # fmt: skip


def pages() -> dict[str, str]:
    """The generated files by name."""
    parts = {"cli.md": _cli(), "record.md": _record(), "codebook.md": _codebook(), "codes.md": _codes()}
    return {name: MADE + "\n" + "\n".join(lines).rstrip() + "\n" for name, lines in parts.items()}


def _cli() -> Iterator[str]:
    yield "# Command line\n"
    yield "Exit status: 0 all done, 1 some refused or failed, 2 usage, 130 interrupted.\n"
    context = click.Context(almenara, info_name="almenara", max_content_width=100)
    yield from _help(almenara, context)
    for name in COMMANDS:
        command = almenara.get_command(context, name)
        assert command is not None
        yield from _command(command, click.Context(command, info_name=name, parent=context, max_content_width=100))


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## `{context.command_path}`\n"
    yield from _help(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _command(inner, click.Context(inner, info_name=name, parent=context, max_content_width=100))


def _help(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"```\n{command.get_help(context)}\n```\n"


def _record() -> Iterator[str]:
    yield "# The record\n"
    yield "One JSON object a document; offsets count Unicode code points of `document.text`, end exclusive. A field that is not"
    yield "marked optional is always there. The schema ships as `almenara/model/schema.json`.\n"
    for name in STRUCTS:
        struct = getattr(model, name)
        yield f"## {name}\n\n{inspect.getdoc(struct)}\n"
        yield "| field | holds | |\n|---|---|---|"
        kinds = get_type_hints(struct)
        for field in msgspec.structs.fields(struct):
            yield f"| `{field.encode_name}` | {_holds(kinds[field.name])} | {'' if field.required else 'optional'} |"
        yield ""


def _holds(kind: Any) -> str:
    """A type in words."""
    origin = str(getattr(kind, "__origin__", ""))
    arguments = get_args(kind)
    if "Literal" in origin:
        return " · ".join(f"`{value}`" for value in arguments)
    if kind is type(None):
        return "null"
    if origin.endswith("tuple'>"):
        return f"list of {_holds(arguments[0])}"
    if arguments:
        return " or ".join(_holds(a) for a in arguments)
    return {"str": "text", "int": "whole number", "float": "number", "bool": "true or false"}.get(
        kind.__name__, f"[{kind.__name__}](#{kind.__name__.lower()})"
    )


def _codebook() -> Iterator[str]:
    yield "# Codebook\n"
    yield "`almenara codebook ACT` prints one with the words that fire it.\n"
    category = ""
    for name, act in codebook.acts().items():
        if act.category != category:
            category = act.category
            yield f"## {category}\n"
        yield f"### `{name}`: {act.label.en} · {act.label.es}\n"
        yield f"{act.definition.en}\n\n{act.definition.es}\n"
        codes = [
            ("PLOVER", act.codes.plover),
            ("CAMEO", act.codes.cameo),
            ("ACLED", _acled(act.codes)),
            ("ICCS", act.codes.iccs),
            ("MUC-4", act.codes.muc4),
        ]
        yield " · ".join(f"{scheme} {code}" for scheme, code in codes if code) + "\n"
    for table in codebook.TABLES:
        yield f"## {table.replace('_', ' ')}\n\n| code | English | español | meaning |\n|---|---|---|---|"
        for code, term in codebook.table(table).items():
            yield f"| `{code}` | {term.label.en} | {term.label.es} | {term.definition.en} |"
        yield ""


def _acled(codes: codebook.Codes) -> str:
    return " / ".join(part for part in (codes.acled_event, codes.acled_sub_event) if part)


def _codes() -> Iterator[str]:
    yield "# Codes\n"
    for title, table in (("Refusals of inputs", text.codes()), ("Errors of commands", faults())):
        yield f"## {title}\n\n| code | meaning | what to do |\n|---|---|---|"
        for code, entry in sorted(table.items()):
            yield f"| `{code}` | {entry.meaning['en']} | {entry.remedy['en']} |"
        yield ""
    yield "## Notes\n\n| code | meaning |\n|---|---|"
    for code, meaning in sorted(CODES.items()):
        yield f"| `{code}` | {meaning} |"


def faults() -> dict[str, text.Code]:
    """The errors of commands, by code."""
    table = tomllib.loads(files("almenara.cli").joinpath("data/faults.toml").read_text("utf-8"))
    return msgspec.convert(table, dict[str, text.Code])


def main(arguments: list[str]) -> int:
    """Write the files, or say which are out of date."""
    stale = [name for name, page in pages().items() if not (HERE / name).exists() or (HERE / name).read_text("utf-8") != page]
    if "--check" in arguments:
        print("\n".join(f"out of date: docs/reference/{name} (make docs)" for name in stale))
        return 1 if stale else 0
    for name, page in pages().items():
        (HERE / name).write_text(page, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
