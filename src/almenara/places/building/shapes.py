"""Polygons: well-known binary in, a compact blob out, and which points lie inside.

A blob is zlib over int16: for each ring its number of points, then (longitude, latitude) steps on a grid of 0.005 degrees
from the shape's south-west corner on. Snapping to one grid keeps shared borders shared.
"""

import struct
import zlib

import numpy as np
from numpy.typing import NDArray

from almenara.places.building.rows import Shape

GRID = 0.005
Ring = NDArray[np.float64]  # (points, 2): longitude, latitude, closed


def read_wkb(blob: bytes) -> list[Ring]:
    """The rings of a little-endian Polygon or MultiPolygon."""
    rings: list[Ring] = []
    _polygon(blob, 0, rings)
    return rings


def _polygon(blob: bytes, at: int, rings: list[Ring]) -> int:
    order, kind, count = struct.unpack_from("<BII", blob, at)
    if order != 1 or kind not in (3, 6):
        raise ValueError(f"no little-endian polygon: {order}, {kind}")
    at += 9
    for _ in range(count):
        if kind == 6:
            at = _polygon(blob, at, rings)
        else:
            (points,) = struct.unpack_from("<I", blob, at)
            rings.append(np.frombuffer(blob, "<f8", points * 2, at + 4).reshape(points, 2))
            at += 4 + points * 16
    return at


def inside(rings: list[Ring], lon: NDArray[np.float64], lat: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which points lie inside by the even-odd rule, holes and islands included."""
    starts = np.concatenate([ring[:-1] for ring in rings])
    ends = np.concatenate([ring[1:] for ring in rings])
    y0, y1, x0, x1 = starts[:, 1], ends[:, 1], starts[:, 0], ends[:, 0]
    spans = (y0 > lat[:, None]) != (y1 > lat[:, None])
    with np.errstate(divide="ignore", invalid="ignore"):
        crossing = x0 + (lat[:, None] - y0) * (x1 - x0) / (y1 - y0)
    return np.asarray(np.count_nonzero(spans & (lon[:, None] < crossing), axis=1) % 2 == 1)


def measure(rings: list[Ring]) -> tuple[float, float, float]:
    """Longitude and latitude of the centroid and the area in square kilometres (equirectangular: good to a percent)."""
    area = x = y = 0.0
    for ring in rings:
        a = ring - ring[0]
        cross = a[:-1, 0] * a[1:, 1] - a[1:, 0] * a[:-1, 1]
        part = float(cross.sum()) / 2
        area += part
        x += float(((a[:-1, 0] + a[1:, 0]) * cross).sum()) / 6 + part * float(ring[0, 0])
        y += float(((a[:-1, 1] + a[1:, 1]) * cross).sum()) / 6 + part * float(ring[0, 1])
    if not area:
        first = rings[0]
        return float(first[:, 0].mean()), float(first[:, 1].mean()), 0.0
    lon, lat = x / area, y / area
    return lon, lat, abs(area) * 111.32 * 110.57 * float(np.cos(np.radians(lat)))


def pack(rings: list[Ring]) -> Shape:
    """The shape on the grid, points that say nothing left out; a shape too small for the grid keeps its largest ring's box."""
    everything = np.concatenate(rings)
    west, south = (float(v) for v in everything.min(axis=0))
    east, north = (float(v) for v in everything.max(axis=0))
    corner = np.array([west, south])
    kept = [ring for ring in (_thin(np.rint((ring - corner) / GRID).astype(np.int64)) for ring in rings) if len(ring) >= 4]
    if not kept:
        w, h = max(1, round((east - west) / GRID)), max(1, round((north - south) / GRID))
        kept = [np.array([[0, 0], [w, 0], [w, h], [0, h], [0, 0]])]
    words = [_steps(ring) for ring in kept]
    return Shape(west=west, south=south, east=east, north=north, blob=zlib.compress(b"".join(words), 6))


def _thin(ring: NDArray[np.int64]) -> NDArray[np.int64]:
    """Drop repeated points and those on a straight line between their neighbours."""
    ring = ring[np.concatenate([[True], (np.diff(ring, axis=0) != 0).any(axis=1)])]
    if len(ring) < 4:
        return ring
    before, after = np.diff(ring[:-1], axis=0), np.diff(ring[1:], axis=0)
    bends = before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]
    kept: NDArray[np.int64] = ring[np.concatenate([[True], bends, [True]])]
    return kept


def _steps(ring: NDArray[np.int64]) -> bytes:
    steps = np.diff(ring, axis=0, prepend=np.zeros((1, 2), np.int64))
    return np.concatenate([[len(ring)], steps.ravel()]).astype("<i2").tobytes()
