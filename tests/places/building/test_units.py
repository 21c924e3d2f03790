"""Boundaries meet places."""

import numpy as np

from almenara.places.building.rows import Gathered, Row
from almenara.places.building.units import Unit, add, mended

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]])


def gathered() -> Gathered:
    """A department with one municipality of its own and two towns."""
    found = Gathered()
    found.add(Row(id=1, kind="admin1", name="Norte", country="CO"))
    found.add(Row(id=2, kind="admin2", name="Tibú", country="CO", admin1=1))
    found.add(Row(id=3, kind="populated", name="Tibú", country="CO", admin1=1, lat=0.5, lon=0.5))
    found.add(Row(id=4, kind="populated", name="Lejos", country="CO", admin1=1, lat=5.0, lon=5.0))
    return found


def unit(name: str, shift: float = 0.0) -> Unit:
    """A square municipality."""
    return Unit(shape_id=f"1B{name}", name=name, country="CO", level=2, rings=[SQUARE + shift])


def test_a_unit_that_stands_already_gets_its_boundary() -> None:
    """No second Tibú; its town lies in it."""
    found = gathered()
    add([unit("Tibú")], found)
    assert [2] == list(found.shapes)
    assert (2, 0.5) == (found.rows[3].admin2, found.rows[2].lat)


def test_an_unknown_unit_becomes_a_place_in_the_department_of_its_places() -> None:
    """With the boundary's identifier."""
    found = gathered()
    add([unit("Otra")], found)
    (new,) = (row for row in found.rows.values() if row.name == "Otra")
    assert ("geoboundaries:1BOtra", "admin2", 1) == (new.ref, new.kind, new.admin1)


def test_a_unit_without_places_asks_the_nearest() -> None:
    """An empty municipality lies where its neighbour lies."""
    found = gathered()
    add([unit("Vacía", shift=3.0)], found)
    (new,) = (row for row in found.rows.values() if row.name == "Vacía")
    assert 1 == new.admin1


def test_names_are_mended() -> None:
    """UTF-8 read as Latin-1, capitals, the kind of unit."""
    assert ["Marañón", "Satipo", "Cañete"] == [mended("MaraÃ±Ã³n"), mended("Provincia de Satipo"), mended("CAÑETE")]
