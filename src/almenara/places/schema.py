"""The gazetteer file: one SQLite database."""

VERSION = 1

TABLES = """
CREATE TABLE places (
  id INTEGER PRIMARY KEY, ref TEXT, kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT,
  admin1 INTEGER, admin2 INTEGER, admin3 INTEGER, code TEXT,
  lat REAL, lon REAL, population INTEGER NOT NULL DEFAULT 0, radius_km REAL);
CREATE TABLE names (
  key TEXT NOT NULL, place INTEGER NOT NULL, is_preferred INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE boundaries (
  place INTEGER PRIMARY KEY,
  west REAL NOT NULL, south REAL NOT NULL, east REAL NOT NULL, north REAL NOT NULL, shape BLOB NOT NULL);
CREATE TABLE region_members (
  region INTEGER NOT NULL, version TEXT NOT NULL, written TEXT NOT NULL, place INTEGER,
  PRIMARY KEY (region, version, written)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX places_ref ON places (ref) WHERE ref IS NOT NULL;
CREATE INDEX places_code ON places (country, code) WHERE code IS NOT NULL;
CREATE INDEX boundaries_box ON boundaries (south, north, west, east);
"""
PLACE_COLUMNS = (
    "id",
    "ref",
    "kind",
    "name",
    "country",
    "admin1",
    "admin2",
    "admin3",
    "code",
    "lat",
    "lon",
    "population",
    "radius_km",
)

# Identifiers above GeoNames' own (some 13 million) for places that come from elsewhere.
BOUNDARY_BASE = 100_000_000
INEI_BASE = 200_000_000
REGION_BASE = 300_000_000
COUNTRY_BASE = 400_000_000
CENTRE_BASE = 10_000_000_000
