"""How codings are written: JSON lines, Parquet, a table, CSV, GeoJSON and a page to read. Writers load on use."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import IO

from almenara.cli.formats.options import FormatOptions, Interface
from almenara.model import Coding, Refusal

Writer = Callable[[Iterable[Coding | Refusal], IO[bytes], FormatOptions], None]

MODULES = {
    "jsonl": "lines",
    "table": "table",
    "csv": "spreadsheet",
    "geojson": "geojson",
    "html": "report",
    "parquet": "columns",
}


def _lazy(module: str) -> Writer:
    def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
        importlib.import_module(f"almenara.cli.formats.{module}").write(items, out, options)

    return write


WRITERS: Mapping[str, Writer] = MappingProxyType({name: _lazy(module) for name, module in MODULES.items()})

__all__ = ["WRITERS", "FormatOptions", "Interface", "Writer"]
