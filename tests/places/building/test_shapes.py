"""Polygons."""

import struct
import zlib

import numpy as np
import pytest

from almenara.places.building import shapes

SQUARE = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]])
HOLE = SQUARE * 0.5 + 0.25


def wkb(*rings: np.ndarray) -> bytes:
    """A little-endian polygon."""
    out = struct.pack("<BII", 1, 3, len(rings))
    return out + b"".join(struct.pack("<I", len(ring)) + ring.astype("<f8").tobytes() for ring in rings)


def test_a_polygon_is_read_ring_by_ring() -> None:
    """The hole is a ring of its own."""
    rings = shapes.read_wkb(wkb(SQUARE, HOLE))
    assert [5, 5] == [len(ring) for ring in rings]
    assert SQUARE.tolist() == rings[0].tolist()


def test_several_polygons_are_read_as_one_list() -> None:
    """A MultiPolygon."""
    both = struct.pack("<BII", 1, 6, 2) + wkb(SQUARE) + wkb(SQUARE + 5)
    assert [0.0, 5.0] == [ring[0, 0] for ring in shapes.read_wkb(both)]


def test_other_shapes_are_refused() -> None:
    """A point is no boundary."""
    with pytest.raises(ValueError, match="no little-endian polygon"):
        shapes.read_wkb(struct.pack("<BIIdd", 1, 1, 0, 0.0, 0.0))


def test_points_inside_know_of_holes() -> None:
    """In the square, in its hole, outside."""
    found = shapes.inside([SQUARE, HOLE], np.array([0.1, 0.5, 2.0]), np.array([0.1, 0.5, 0.5]))
    assert [True, False, False] == found.tolist()


def test_area_and_centroid_of_a_degree_at_the_equator() -> None:
    """Some 12,300 square kilometres around its middle."""
    lon, lat, area = shapes.measure([SQUARE])
    assert (0.5, 0.5) == (pytest.approx(lon), pytest.approx(lat))
    assert area == pytest.approx(12_308, rel=0.01)


def test_a_packed_shape_is_on_the_grid_without_points_that_say_nothing() -> None:
    """A point in the middle of a side is left out."""
    ring = np.insert(SQUARE, 1, [0.5, 0.0], axis=0)
    shape = shapes.pack([ring])
    steps = np.frombuffer(zlib.decompress(shape.blob), "<i2")
    assert (5, 11) == (steps[0], len(steps))
    assert (0.0, 0.0, 1.0, 1.0) == (shape.west, shape.south, shape.east, shape.north)


def test_a_shape_smaller_than_the_grid_keeps_a_box() -> None:
    """An islet is not lost."""
    shape = shapes.pack([SQUARE * 0.001])
    assert 5 == np.frombuffer(zlib.decompress(shape.blob), "<i2")[0]
