"""Quality floors: python -m evals.floors [--raise] [NAME...].

Measures each task of floors.toml on its corpus and fails where a figure lies more than epsilon below its floor. A
corpus that is absent is passed over with a line that says so; one whose fingerprint changed is measured, and its
floors are not enforced, for they were read off other texts. `--raise` writes better figures back: floors only move up.
"""

import importlib
import sys
import tomllib
from pathlib import Path
from typing import Any

from almenara.scoring import fingerprint
from evals.corpora import data

FILE = Path(__file__).with_name("floors.toml")


def main(arguments: list[str]) -> int:
    """Exit status 0 where every floor holds."""
    tasks: dict[str, dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))
    chosen = [a for a in arguments if not a.startswith("-")] or list(tasks)
    failed = 0
    for name in chosen:
        failed += _check(name, tasks[name], raises="--raise" in arguments)
    if "--raise" in arguments:
        FILE.write_text(_toml(tasks), "utf-8")
    print(f"{failed} figures below their floor" if failed else "all floors hold")
    return 1 if failed else 0


def _check(name: str, task: dict[str, Any], *, raises: bool) -> int:
    folder = data() / task["corpus"]
    if not folder.exists():
        print(f"{name}: passed over, no corpus {task['corpus']!r} (ALMENARA_DATA)")
        return 0
    found = importlib.import_module(f"evals.{name}").pinned(folder)
    same = fingerprint(folder) == task["fingerprint"]
    if raises:
        task["fingerprint"] = fingerprint(folder)
        task["floors"] = {k: round(max(v, task["floors"].get(k, v)) if same else v, 4) for k, v in found.items()}
        return 0
    if not same:
        print(f"{name}: the corpus is not the one its floors were read off; not enforced")
    below = 0
    for figure, floor in task["floors"].items():
        value = found[figure]
        under = value < floor - task["epsilon"]
        below += under
        print(f"{name:12}{figure:24}{value:8.4f}  floor {floor:8.4f}{'  BELOW' if under else ''}")
    return below if same else 0


def _toml(tasks: dict[str, dict[str, Any]]) -> str:
    out = ["# Pinned by `python -m evals.floors --raise`; floors only move up.\n"]
    for name, task in tasks.items():
        out.append(
            f'\n[{name}]\ncorpus = "{task["corpus"]}"\nfingerprint = "{task["fingerprint"]}"\nepsilon = {task["epsilon"]}\n'
        )
        out.append(f"[{name}.floors]\n" + "".join(f'"{k}" = {v}\n' for k, v in task["floors"].items()))
    return "".join(out)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
