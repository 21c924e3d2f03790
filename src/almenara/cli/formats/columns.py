"""Parquet: one row a document. Refusals have no row; they stand on standard error."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from almenara.cli.formats.options import FormatOptions
from almenara.model import Coding, Refusal, parquet


def write(items: Iterable[Coding | Refusal], out: IO[bytes], options: FormatOptions) -> None:
    """Write by way of a temporary file: Parquet's index stands at its end, and `out` may be a pipe."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "codings.parquet"
        parquet.write((item for item in items if isinstance(item, Coding)), path)
        with path.open("rb") as made:
            shutil.copyfileobj(made, out)
