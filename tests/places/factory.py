"""A small gazetteer for tests: real geography, a few dozen places, made in a second."""

from pathlib import Path

import pytest

from almenara.places import Gazetteer, gazetteer_path
from almenara.places.building import aliases, areas, regions
from almenara.places.building.rows import Gathered, Row
from almenara.places.building.write import new_file, write
from almenara.places.schema import VERSION

# id, kind, name, country, first-order unit, second-order unit, latitude, longitude, people, other names
PLACES = """
1|admin1|Norte de Santander|CO|||8.1|-72.9|1211377|
2|admin1|Antioquia|CO|||7.0|-75.5|4852464|
3|admin1|Nariño|CO|||1.5|-78.0|1000000|
4|admin2|Tibú|CO|1||8.71|-72.80|13565|
5|populated|Tibú|CO|1|4|8.64|-72.74|13565|
6|populated|Cúcuta|CO|1||7.89|-72.50|721398|San José de Cúcuta
7|populated|Medellín|CO|2||6.25|-75.56|1999979|
8|populated|Caucasia|CO|2||7.99|-75.20|67190|
9|populated|San Antonio|CO|2||6.10|-75.60|900|
10|populated|Tumaco|CO|3||1.79|-78.79|86713|San Andrés de Tumaco
11|populated|Bogotá|CO|12||4.61|-74.08|7674366|
12|admin1|Bogotá D.C.|CO|||4.61|-74.08|7674366|
13|populated|Cali|CO|||3.44|-76.52|2392877|
20|admin1|Ayacucho|PE|||-13.2|-74.2|600000|
21|admin2|Huanta|PE|20||-12.8|-74.2|90000|
22|populated|Huanta|PE|20|21|-12.94|-74.25|50000|
23|admin3|Santillana|PE|20|21|-12.76|-74.25|1200|
24|populated|San Antonio|PE|20|21|-12.9|-74.3|300|
25|admin1|Lima|PE|||-11.8|-76.6|9426153|
26|populated|Lima|PE|25||-12.04|-77.03|7737002|
27|admin3|Sivia|PE|20|21|-12.51|-73.86|2600|
28|admin1|San Martín|PE|||-7.0|-76.7|700000|
30|admin1|México|MX|||19.4|-99.7|15639234|
31|admin1|Sinaloa|MX|||25.0|-107.5|2516658|
32|populated|Culiacán|MX|31||24.79|-107.39|808416|
33|admin1|Guerrero|MX|||17.6|-100.0|3400000|
34|populated|Iguala|MX|33||18.34|-99.54|118468|
35|populated|Guadalupe|MX|36||22.75|-102.52|170029|
36|admin1|Zacatecas|MX|||23.2|-102.9|1500000|
37|populated|Zacatecas|MX|36||22.77|-102.57|138444|
38|populated|Mexico City|MX|39||19.43|-99.13|12294193|Ciudad de México
39|admin1|Ciudad de México|MX|||19.3|-99.15|20000000|
40|populated|PEMEX|MX|31||24.0|-107.0|600|
50|admin1|Georgia|US|||32.8|-83.4|9000000|
51|populated|Atlanta|US|50||33.75|-84.39|463878|
52|admin1|Texas|US|||31.25|-99.25|22266440|
53|populated|Paris|US|52||33.66|-95.56|24782|
54|populated|Paris|FR|||48.85|2.35|2138551|
55|populated|Victoria|US|52||28.81|-97.0|65534|
56|populated|Santander|PH|||9.42|123.34|9000|
"""
SMALL = {
    "CO": 49648685,
    "PE": 31989256,
    "MX": 126190788,
    "US": 327167434,
    "GE": 3731000,
    "GP": 443000,
    "FR": 66987244,
    "AR": 44494502,
}


def small_gazetteer(path: Path) -> Path:
    """The file at `path`, with all countries and regions of the shipped tables."""
    gathered = Gathered()
    for line in PLACES.strip().splitlines():
        number, kind, name, country, first, second, lat, lon, people, other = line.split("|")
        row = Row(id=int(number), kind=kind, name=name, country=country, lat=float(lat), lon=float(lon), population=int(people))
        row.admin1, row.admin2 = int(first) if first else None, int(second) if second else None
        if kind == "admin3":
            row.ref, row.code = f"inei:05040{number[-1]}", f"05040{number[-1]}"
        row.radius_km = 5.0
        gathered.add(row, *filter(None, [other]))
    regions.add_countries(gathered, SMALL)
    areas.add(gathered)
    regions.add_regions(gathered)
    aliases.add(gathered)
    meta = {"version": str(VERSION), "built": "2026-01-01", "places": str(len(gathered.rows)), "names": str(len(gathered.names))}
    meta["sources"] = "[]"
    with new_file(path) as draft:
        write(gathered, meta, draft)
    return path


def built() -> Gazetteer:
    """The full gazetteer; skips the test where none is built."""
    if not gazetteer_path().is_file():
        pytest.skip("no gazetteer built: almenara gazetteer build")
    return Gazetteer()
