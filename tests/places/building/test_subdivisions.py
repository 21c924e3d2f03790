"""Names of units without their kind."""

import pytest

from almenara.places.building.subdivisions import bare


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Provincia de Satipo", "Satipo"),
        ("Departamento del Huila", "Huila"),
        ("Cortés Department", "Cortés"),
        ("Orange County", "Orange County"),
        ("Distrito Capital", "Distrito Capital"),
        ("Región de Tarapacá", "Tarapacá"),
    ],
)
def test_the_kind_is_left_out_where_it_is_no_part_of_the_name(full: str, short: str) -> None:
    """A county and a capital district keep it."""
    assert short == bare(full)
