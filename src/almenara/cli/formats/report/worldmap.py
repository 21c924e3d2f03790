"""The map: the base map around the events, circles of uncertainty in true scale, a dot a spot, labels that do not collide."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import Struct, structs

from almenara.cli.formats.placenames import place_name
from almenara.cli.formats.report.placing import Spot
from almenara.cli.formats.report.projection import HEIGHT, WIDTH, Projection, fitted
from almenara.cli.formats.safe import line

FINE_BELOW = 50.0  # degrees of latitude shown, above which the coarse base map does
LABELS, LABEL_LENGTH = 24, 28
LETTER, LINE_HEIGHT = 6.3, 14.0  # pixels that a letter of a label takes
SMALL = 1.75  # how much larger a small screen draws dots and words (--m of the style)
Box = tuple[float, float, float, float]


class Dot(Struct, frozen=True):
    """One spot as drawn."""

    spot: Spot
    x: float
    y: float
    r: float
    rx: float
    ry: float


class Label(Struct, frozen=True):
    """Words on the map; `country` is a code where they name a country, `spare` where a small screen has no room for them."""

    x: float
    y: float
    text: str
    anchor: str
    country: str | None = None
    spare: bool = False


class WorldMap(Struct, frozen=True):
    """All that the template draws."""

    width: float
    height: float
    transform: str
    land: tuple[str, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    km: int
    bar: float


def drawn(found: Sequence[Spot], named: dict[str, str]) -> WorldMap | None:
    """The map of the spots, with country names from `named`; None where there is no spot."""
    if not found:
        return None
    view = fitted(found)
    shapes = list(_visible(view, found))
    dots = tuple(sorted((_dot(spot, view) for spot in found), key=lambda dot: -dot.rx))
    taken: list[Box] = [(d.x - d.r, d.y - d.r, d.x + d.r, d.y + d.r) for d in dots]
    labels = [*_thinned(_place_labels(dots, taken)), *_country_labels(shapes, view, named, taken)]
    km, bar = view.bar()
    return WorldMap(WIDTH, HEIGHT, view.transform, tuple(shape[4] for _, shape in shapes), dots, tuple(labels), km, bar)


@cache
def _atlas(scale: str) -> dict[str, list[list[Any]]]:
    loaded: dict[str, list[list[Any]]] = json.loads(
        files("almenara.cli").joinpath("data", f"land-{scale}.json").read_text("utf-8")
    )
    return loaded


def _visible(view: Projection, found: Sequence[Spot]) -> Iterator[tuple[str, list[Any]]]:
    """Shapes (with their country) that reach into the view or hold a spot outside it."""
    west, south, east, north = (100 * edge for edge in view.window())
    scale = "50m" if north - south <= 100 * FINE_BELOW else "110m"
    points = [(100 * spot.lon, -100 * spot.lat) for spot in found]
    for country, shapes in _atlas(scale).items():
        for shape in shapes:
            inside = shape[0] <= east and shape[2] >= west and shape[1] <= -south and shape[3] >= -north
            if inside or any(shape[0] <= x <= shape[2] and shape[1] <= y <= shape[3] for x, y in points):
                yield country, shape


def _dot(spot: Spot, view: Projection) -> Dot:
    x, y = view.point(spot.lon, spot.lat)
    rx, ry = view.radii(spot.radius_km, spot.lat)
    return Dot(spot, x, y, round(min(3.2 + 1.3 * len(spot.events) ** 0.5, 13), 1), rx, ry)


def _place_labels(dots: Sequence[Dot], taken: list[Box]) -> Iterator[Label]:
    """The busiest spots named, right of the dot or left of it, where there is room."""
    for dot in sorted(dots, key=lambda dot: dot.spot.number)[:LABELS]:
        name = line(place_name(dot.spot.place))[:LABEL_LENGTH]
        wide = len(name) * LETTER
        for anchor, x, left in (
            ("start", dot.x + dot.r + 4, dot.x + dot.r + 4),
            ("end", dot.x - dot.r - 4, dot.x - dot.r - 4 - wide),
        ):
            if _free((left, dot.y - LINE_HEIGHT / 2, left + wide, dot.y + LINE_HEIGHT / 2), taken):
                yield Label(round(x, 1), dot.y + 4, name, anchor)
                break


def _thinned(labels: Iterable[Label]) -> Iterator[Label]:
    """Labels marked as spare that would run into others, or off the picture, at the size of a small screen."""
    taken: list[Box] = []
    for label in labels:
        wide, tall = len(label.text) * LETTER * SMALL, LINE_HEIGHT * SMALL / 2
        left = label.x if label.anchor == "start" else label.x - wide
        yield structs.replace(label, spare=not _free((left, label.y - 4 - tall, left + wide, label.y - 4 + tall), taken))


def _country_labels(
    shapes: Sequence[tuple[str, list[Any]]], view: Projection, named: dict[str, str], taken: list[Box]
) -> Iterator[Label]:
    """Each country's name on its largest shape, where that point is in view and free."""
    seen = set()
    for country, shape in shapes:
        if country in seen or country not in named:
            continue
        seen.add(country)
        x, y = view.point(shape[5] / 100, -shape[6] / 100)
        half = len(named[country]) * (LETTER + 2) / 2
        if _free((x - half - 8, y - LINE_HEIGHT / 2, x + half + 8, y + LINE_HEIGHT / 2), taken):
            yield Label(x, y + 4, named[country], "middle", country)


def _free(box: Box, taken: list[Box]) -> bool:
    """Whether the box lies in the picture and clear of all taken ones; a free box is taken at once."""
    left, top, right, bottom = box
    if left < 2 or right > WIDTH - 2 or top < 2 or bottom > HEIGHT - 28:
        return False
    if any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in taken):
        return False
    taken.append(box)
    return True
