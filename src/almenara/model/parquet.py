"""Codings as Parquet: one row a document, each list of the coding a column of structs.

pyarrow is imported on use: it is large, and most commands never need it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from almenara.model.coding import Coding

PARTS = ("document", "topics", "entities", "events", "claims", "forecasts", "figures", "notes")


def write(codings: Iterable[Coding], path: Path) -> int:
    """Write codings to one Parquet file; returns how many. Each part is JSON in a string column beside flat keys to filter on."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [_row(coding) for coding in codings]
    schema = pa.schema([(name, pa.string()) for name in ("id", "source_id", "language", "published", "outlet", *PARTS)])
    pq.write_table(pa.Table.from_pylist(rows, schema), path)
    return len(rows)


def read(path: Path) -> Iterator[Coding]:
    """The codings of a Parquet file that `write` made; raises msgspec.ValidationError where a row is none."""
    import pyarrow.parquet as pq

    for batch in pq.ParquetFile(path).iter_batches(batch_size=256, columns=list(PARTS)):
        for row in batch.to_pylist():
            parts = {name: msgspec.json.decode(row[name]) for name in PARTS}
            yield msgspec.convert({"almenara": 1, **parts}, Coding)


def _row(coding: Coding) -> dict[str, str | None]:
    document = coding.document
    keys = {name: getattr(document, name) for name in ("id", "source_id", "language", "published", "outlet")}
    return keys | {name: msgspec.json.encode(getattr(coding, name)).decode() for name in PARTS}
