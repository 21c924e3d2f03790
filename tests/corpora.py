"""Where the corpora lie that some tests measure on."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def corpus(name: str) -> Path:
    """The folder of a corpus under ALMENARA_DATA (default ../shared/data); skips the test where it is absent."""
    folder = Path(os.environ.get("ALMENARA_DATA") or ROOT.parent / "shared" / "data") / name
    if not folder.exists():
        pytest.skip(f"corpus {name} is not there (ALMENARA_DATA)")
    return folder
