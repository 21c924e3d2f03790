"""What a user downloads, into the gazetteer."""

import json
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from almenara.model import Refused, Unavailable
from almenara.places import Gazetteer
from almenara.places.imports import import_geonames, import_inei

TAIL = "\tAmerica/Lima\t2026-01-01"
UNIT = "901\tProvincia de Prueba\tProvincia de Prueba\tPrueba\t-12.0\t-74.0\tA\tADM1\tPE\t\t77\t\t\t\t0\t\t0" + TAIL
TOWN = "902\tPuerto Ensayo\tPuerto Ensayo\tEnsayo,XYZ,https://x.org\t-12.1\t-74.1\tP\tPPL\tPE\t\t77\t\t\t\t4000\t\t0" + TAIL
RIVER = "903\tRío Prueba\tRio Prueba\t\t-12.2\t-74.2\tH\tSTM\tPE\t\t77\t\t\t\t0\t\t0" + TAIL
LIMA = "26\tLima\tLima\tCiudad de los Reyes\t-12.05\t-77.04\tP\tPPLC\tPE\t\t15\t\t\t\t9000000\t\t0" + TAIL


@pytest.fixture
def own(small_path: Path, tmp_path: Path) -> Path:
    """A copy of the small gazetteer to write into."""
    return Path(shutil.copy(small_path, tmp_path / "own.sqlite"))


def dump(folder: Path, *lines: str, name: str = "PE.txt") -> Path:
    """A dump of these lines."""
    path = folder / name
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    return path


def rows(path: Path) -> list[tuple[object, ...]]:
    """All places and names."""
    database = sqlite3.connect(path)
    found = [*database.execute("SELECT * FROM places ORDER BY id"), *database.execute("SELECT * FROM names ORDER BY key, place")]
    database.close()
    return found


def test_geonames_places_take_their_units_from_the_dump(own: Path, tmp_path: Path) -> None:
    """The town lies in the first-order unit of its code."""
    done = import_geonames(dump(tmp_path, UNIT, TOWN, RIVER), own)
    (town,) = Gazetteer(own).find("puerto ensayo")
    assert ("geonames:902", "Provincia de Prueba", 4000) == (town.ref, town.admin1, town.population)
    assert (3, 2, 2, {"feature class H": 1}) == (done.read, done.taken, done.new, done.left_out)


def test_geonames_other_names_without_codes_and_links(own: Path, tmp_path: Path) -> None:
    """Airport codes and links stand among the names of a dump."""
    import_geonames(dump(tmp_path, UNIT, TOWN), own)
    gazetteer = Gazetteer(own)
    assert [1, 0] == [len(gazetteer.find("Ensayo")), len(gazetteer.find("XYZ"))]


def test_geonames_a_known_place_keeps_its_units(own: Path, tmp_path: Path) -> None:
    """Point and people are news, where it lies is not."""
    import_geonames(dump(tmp_path, LIMA), own)
    place = Gazetteer(own).place("geonames:26")
    assert place is not None
    assert ("Lima", 9000000, -12.05) == (place.admin1, place.population, place.lat)


def test_geonames_twice_is_once(own: Path, tmp_path: Path) -> None:
    """The same file leaves the same places."""
    file = dump(tmp_path, UNIT, TOWN, LIMA)
    import_geonames(file, own)
    once = rows(own)
    again = import_geonames(file, own)
    assert (0, once) == (again.new, rows(own))
    assert 1 == len(json.loads(Gazetteer(own).info()["imports"]))


def test_geonames_from_a_zip(own: Path, tmp_path: Path) -> None:
    """The readme beside the dump is no dump."""
    path = tmp_path / "PE.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("PE.txt", f"{UNIT}\n{TOWN}\n")
        archive.writestr("readme.txt", "words")
    assert 2 == import_geonames(path, own).taken


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("a\tb\tc", "line 2: 3 columns instead of 19"),
        (TOWN.replace("902", "nine"), "line 2: identifier or population is no number"),
        (TOWN.replace("-12.1", "north"), "line 2: latitude or longitude is no number"),
        (TOWN.replace("-12.1", "-120"), "line 2: a point outside the globe"),
        (TOWN.replace("Puerto Ensayo", ""), "line 2: no name"),
    ],
)
def test_geonames_a_wrong_line_is_named_and_changes_nothing(own: Path, tmp_path: Path, line: str, reason: str) -> None:
    """All or nothing, with the line."""
    before = own.read_bytes()
    with pytest.raises(Refused, match=f"bad_geonames: PE.txt, {reason}"):
        import_geonames(dump(tmp_path, UNIT, line), own)
    assert before == own.read_bytes()
    assert ["PE.txt", "own.sqlite"] == sorted(path.name for path in tmp_path.iterdir())


def test_geonames_bytes_that_are_no_text(own: Path, tmp_path: Path) -> None:
    """Nor an empty file."""
    bad, empty = tmp_path / "bad.txt", tmp_path / "empty.txt"
    bad.write_bytes(b"\xff\xfe\x00" * 9)
    empty.write_bytes(b"")
    for file, reason in ((bad, "not UTF-8"), (empty, "is empty")):
        with pytest.raises(Refused, match=reason):
            import_geonames(file, own)


def test_nothing_is_imported_into_nothing(tmp_path: Path) -> None:
    """First build."""
    with pytest.raises(Unavailable, match="almenara gazetteer build"):
        import_geonames(dump(tmp_path, UNIT), tmp_path / "none.sqlite")


def table(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A CSV file."""
    path = folder / "centros.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_inei_centres_lie_in_their_district(own: Path, tmp_path: Path) -> None:
    """With INEI's code as identifier."""
    done = import_inei(
        table(tmp_path, "UBIGEO,CENTRO POBLADO,LATITUD,LONGITUD,POBLACION\n0504030007,RÍO VERDE,-12.7,-74.2,120\n"), own
    )
    (place,) = Gazetteer(own).find("rio verde")
    assert ("inei:0504030007", "Río Verde", "Santillana", "Huanta", "Ayacucho", 120) == (
        place.ref, place.name, place.admin3, place.admin2, place.admin1, place.population,
    )  # fmt: skip
    assert (1, 1) == (done.taken, done.new)


def test_inei_districts_take_points_and_people(own: Path, tmp_path: Path) -> None:
    """A table of districts adds no place."""
    done = import_inei(table(tmp_path, "ubigeo;distrito;lat;long;pob\n050403;SANTILLANA;-12,70;-74,20;7 000\n"), own)
    place = Gazetteer(own).place("inei:050403")
    assert place is not None
    assert (0, -12.7, 7000) == (done.new, place.lat, place.population)


def test_inei_tables_in_latin_1_with_tabs(own: Path, tmp_path: Path) -> None:
    """As office programs save them."""
    import_inei(table(tmp_path, "Ubigeo\tNombre Centro Poblado\n50403\tNuevo Perú\n", "latin-1"), own)
    assert ["Nuevo Perú"] == [place.name for place in Gazetteer(own).find("Nuevo Perú", "PE")]


def test_inei_twice_is_once(own: Path, tmp_path: Path) -> None:
    """Centres without a code of their own keep their turn."""
    file = table(tmp_path, "UBIGEO,NOMCCPP\n050403,UNO\n050403,DOS\n")
    import_inei(file, own)
    once = rows(own)
    assert 0 == import_inei(file, own).new
    assert once == rows(own)


def test_inei_unknown_districts_are_counted(own: Path, tmp_path: Path) -> None:
    """New districts come every year; they do not stop the rest."""
    done = import_inei(table(tmp_path, "UBIGEO,NOMCCPP\n999999,LEJOS\n050403,CERCA\n"), own)
    assert (1, {"district unknown": 1}) == (done.taken, done.left_out)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("nombre,lat\nx,1\n", "no column UBIGEO among nombre, lat"),
        ("UBIGEO,otro\n050403,x\n", "nothing to take"),
        ("UBIGEO,NOMCCPP\nABC,x\n", "line 2: 'ABC' is no UBIGEO"),
        ("UBIGEO,NOMCCPP\n050403,\n", "line 2: no name"),
        ("UBIGEO,NOMCCPP,LATITUD,LONGITUD\n050403,X,-74.2,-12.7\n", "line 2: -74.2, -12.7 lies outside Peru"),
        ("UBIGEO,NOMCCPP,LATITUD,LONGITUD\n050403,X,sur,este\n", "line 2: latitude or longitude is no number"),
        ("UBIGEO,NOMCCPP,POBLACION\n050403,X,muchos\n", "line 2: 'muchos' is no number of people"),
        ("\n \n", "is empty or no text"),
    ],
)
def test_inei_a_wrong_table_is_refused_with_its_line(own: Path, tmp_path: Path, text: str, reason: str) -> None:
    """And changes nothing."""
    before = own.read_bytes()
    with pytest.raises(Refused, match=reason):
        import_inei(table(tmp_path, text), own)
    assert before == own.read_bytes()
