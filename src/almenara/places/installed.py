"""The gazetteer of this machine."""

from functools import lru_cache

from almenara.places.gazetteer import Gazetteer
from almenara.places.home import gazetteer_path


def installed() -> Gazetteer | None:
    """The gazetteer at its usual place, opened once; None where none is built. Raises Unavailable where it is damaged or old."""
    path = gazetteer_path()
    return _opened(str(path), path.stat().st_mtime_ns) if path.is_file() else None


@lru_cache(maxsize=1)
def _opened(path: str, changed_ns: int) -> Gazetteer:
    """A file built anew in the meantime is opened anew."""
    return Gazetteer(path)
