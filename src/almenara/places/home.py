"""Where the gazetteer lies."""

import os
import sys
from pathlib import Path

FILE = "gazetteer.sqlite"


def home() -> Path:
    """The data folder: ALMENARA_HOME, else the platform's own place for data."""
    if named := os.environ.get("ALMENARA_HOME"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "almenara"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "almenara"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "almenara"


def gazetteer_path() -> Path:
    """The gazetteer file: ALMENARA_GAZETTEER, else `gazetteer.sqlite` in the data folder."""
    named = os.environ.get("ALMENARA_GAZETTEER")
    return Path(named) if named else home() / FILE


def wheel_cache() -> Path:
    """Where downloaded source packages are kept between builds."""
    return home() / "wheels"
