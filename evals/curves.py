"""Curves in the unit square as a small SVG, one colour a curve, with nothing but text."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape  # only escapes: nothing is parsed

SIDE, EDGE = 400, 46
COLOURS = ("#0b6e99", "#d1495b", "#2e933c", "#8a4fff", "#e08e0b", "#30343f", "#a15c38", "#c2185b")


def svg(curves: Mapping[str, Sequence[tuple[float, float]]], axes: tuple[str, str]) -> str:
    """Curves by name, points (x, y) from 0 to 1, as one SVG document with axes named (x, y)."""
    width, height = SIDE + 2 * EDGE + 90, SIDE + 2 * EDGE
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">']
    out += [f'<rect width="{width}" height="{height}" fill="white"/>', *_grid(), *_named(axes)]
    for k, (name, points) in enumerate(curves.items()):
        colour = COLOURS[k % len(COLOURS)]
        path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out.append(f'<text x="{SIDE + EDGE + 10}" y="{EDGE + 18 * k}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*out, "</svg>\n"])


def _x(value: float) -> float:
    return EDGE + SIDE * value


def _y(value: float) -> float:
    return EDGE + SIDE * (1 - value)


def _grid() -> list[str]:
    out = []
    for k in range(0, 11, 2):
        x, y = _x(k / 10), _y(k / 10)
        out.append(f'<path d="M{x:.0f} {EDGE}V{EDGE + SIDE}M{EDGE} {y:.0f}H{EDGE + SIDE}" stroke="#ddd"/>')
        out.append(f'<text x="{x - 8:.0f}" y="{EDGE + SIDE + 16}">{k / 10:.1f}</text>')
        out.append(f'<text x="{EDGE - 26}" y="{y + 4:.0f}">{k / 10:.1f}</text>')
    return out


def _named(axes: tuple[str, str]) -> list[str]:
    middle = EDGE + SIDE / 2
    return [
        f'<text x="{middle:.0f}" y="{EDGE + SIDE + 36}" text-anchor="middle">{escape(axes[0])}</text>',
        f'<text x="14" y="{middle:.0f}" text-anchor="middle" transform="rotate(-90 14 {middle:.0f})">{escape(axes[1])}</text>',
    ]
