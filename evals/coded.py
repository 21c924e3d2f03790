"""Codings of a corpus made with the command itself, so that what is measured is what users get."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

JOBS = "2"


def code(paths: Sequence[Path], *options: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The codings and refusals of `almenara code` over paths."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "codings.jsonl"
        names = [str(path) for path in paths]
        command = [sys.executable, "-m", "almenara", "code", "--jobs", JOBS, "--quiet", *options, "-o", str(out), *names]
        done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)  # noqa: S603
        if done.returncode not in {0, 1} or not out.exists():
            raise SystemExit(f"almenara code failed: {done.stderr.strip()}")
        items = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    return [i for i in items if "document" in i], [i["refused"] for i in items if "refused" in i]


def by_source(codings: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Codings by the id that the corpus gives their documents."""
    return {c["document"].get("source_id") or c["document"]["id"]: c for c in codings}
