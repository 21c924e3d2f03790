"""Places: the gazetteer, look-up, and which place a text means."""

from almenara.places.countries import countries, country_of_demonym, country_of_name, is_demonym
from almenara.places.gazetteer import Gazetteer
from almenara.places.home import gazetteer_path
from almenara.places.installed import installed
from almenara.places.locate import locate
from almenara.places.regions import Listing, Region, regions
from almenara.places.values import Candidate, Kind, Located, Resolved

__all__ = [
    "Candidate", "Gazetteer", "Kind", "Listing", "Located", "Region", "Resolved",
    "countries", "country_of_demonym", "country_of_name", "gazetteer_path", "installed", "is_demonym", "locate", "regions",
]  # fmt: skip
