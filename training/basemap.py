"""The base map and the country names of the report page, from world-atlas (npm) and CLDR (babel).

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python training/basemap.py package src/almenara/cli/data

Needs `babel` and `shapely`. Shapes are SVG paths in hundredths of a degree: x = 100 * longitude, y = -100 * latitude.
"""

import json
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_global
from shapely.geometry import Polygon

SCALES = ("110m", "50m")
LANGUAGES = ("en", "es")
TURN = 36_000  # hundredths of a degree around the world
POLAR = "AQ"  # encircles the pole: no flat map of the news needs it
Point = tuple[int, int]


def arcs(atlas: dict) -> list[list[Point]]:
    """Every arc of a TopoJSON file as points in hundredths of a degree."""
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    out = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((round(100 * (x * sx + tx)), round(-100 * (y * sy + ty))))
        out.append(points)
    return out


def ring(indices: list[int], lines: list[list[Point]]) -> list[Point]:
    """One closed ring; a negative index is an arc walked backwards. Points that fall together are one."""
    points: list[Point] = []
    for index in indices:
        line = lines[index] if index >= 0 else lines[~index][::-1]
        points += [p for p in line if not points or p != points[-1]]
    return points[:-1] if points and points[0] == points[-1] else points


def unwrapped(points: list[Point]) -> list[Point]:
    """The ring walked on past the antimeridian, where its points jump to the other side of the world."""
    out, turn = points[:1], 0
    for (x, y), (before, _) in zip(points[1:], points, strict=False):
        turn += TURN * ((before - x > TURN // 2) - (x - before > TURN // 2))
        out.append((x + turn, y))
    return out


def path(points: list[Point]) -> str:
    """An SVG path with relative steps."""
    (x, y), steps = points[0], []
    for px, py in points[1:]:
        steps.append(f"{px - x},{py - y}")
        x, y = px, py
    return f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}z"


def shape(polygon: list[list[int]], lines: list[list[Point]]) -> tuple[float, list] | None:
    """Area and [west, north, east, south, path, label x, label y] of one polygon with its holes, or None for a speck."""
    rings = [unwrapped(r) for r in (ring(one, lines) for one in polygon) if len(r) >= 3]
    if not rings:
        return None
    outer = Polygon(rings[0]).buffer(0)
    if outer.is_empty:
        return None
    xs, ys = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
    label = outer.representative_point()
    bounds = [min(xs), min(ys), max(xs), max(ys)]
    return outer.area, [*bounds, "".join(map(path, rings)), round(label.x), round(label.y)]


def countries(atlas: dict) -> dict[str, list]:
    """Shapes by ISO 3166-1 alpha-2 code (`-` for territories without one), each country's largest first."""
    lines, aliases, out = arcs(atlas), get_global("territory_aliases"), {}
    for country in atlas["objects"]["countries"]["geometries"]:
        code = (aliases.get(str(country.get("id"))) or ["-"])[0]
        polygons = [country["arcs"]] if country["type"] == "Polygon" else country["arcs"]
        shapes = [found for found in (shape(polygon, lines) for polygon in polygons) if found]
        out.setdefault(code, []).extend(body for _, body in sorted(shapes, key=lambda one: -one[0]))
    return {code: out[code] for code in sorted(out) if code != POLAR}


def names() -> dict[str, dict[str, str]]:
    """Country names by alpha-2 code and language."""
    locales = {language: Locale(language).territories for language in LANGUAGES}
    shared = set(locales["en"]) & set(locales["es"])
    codes = sorted(code for code in shared if len(code) == 2 and code.isalpha() and code != "ZZ")
    return {code: {language: locales[language][code] for language in LANGUAGES} for code in codes}


def main(source: Path, target: Path) -> None:
    """Write one file of shapes a scale, and one of names."""
    for scale in SCALES:
        atlas = json.loads((source / f"countries-{scale}.json").read_text("utf-8"))
        text = json.dumps(countries(atlas), separators=(",", ":"))
        (target / f"land-{scale}.json").write_text(text.replace('],"', '],\n"') + "\n", "utf-8")
    text = json.dumps(names(), ensure_ascii=False, separators=(",", ":"))
    (target / "countries.json").write_text(text.replace("},", "},\n") + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
