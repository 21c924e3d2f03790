"""Bytes to clean text: the only door to raw bytes. Pure: no disk, no network."""

from almenara.text.codes import Code, codes
from almenara.text.decode import clean
from almenara.text.door import open_bytes, open_stream, read_one
from almenara.text.limits import Limits, Options
from almenara.text.near import distance, near_key
from almenara.text.sniff import CODECS, CONTAINERS, KINDS

__all__ = [
    "CODECS", "CONTAINERS", "KINDS", "Code", "Limits", "Options", "clean", "codes", "distance", "near_key", "open_bytes",
    "open_stream", "read_one",
]  # fmt: skip
