"""Where the corpora lie; nothing of them is in the repository."""

import os
from pathlib import Path


def data() -> Path:
    """The folder of all corpora: ALMENARA_DATA, else ../shared/data beside the repository."""
    return Path(os.environ.get("ALMENARA_DATA") or Path(__file__).parents[2] / "shared" / "data")


def need(name: str) -> Path:
    """One corpus; ends the command with a reason where it is absent."""
    folder = data() / name
    if not folder.exists():
        raise SystemExit(f"no corpus {name!r}: set ALMENARA_DATA to the folder that holds it")
    return folder
