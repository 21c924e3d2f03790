"""Which reader parses, and where the model of ours lies: the one place that asks the environment."""

import os
from pathlib import Path

from almenara.model import Refused

READERS = ("onnx", "spacy")
DEFAULT = "onnx"
SHIPPED = Path(__file__).with_name("data")


def chosen() -> str:
    """ALMENARA_READER: `onnx` (our model for both languages) or `spacy` (its pipelines); raises Refused("unknown_reader")."""
    named = os.environ.get("ALMENARA_READER") or DEFAULT
    if named not in READERS:
        raise Refused("unknown_reader", f"ALMENARA_READER is {named!r}; known: {', '.join(READERS)}")
    return named


def model_folder() -> Path:
    """ALMENARA_MODEL: a folder with a reader's model of your own; else the shipped one."""
    named = os.environ.get("ALMENARA_MODEL")
    return Path(named) if named else SHIPPED
