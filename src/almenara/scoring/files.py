"""Gold folders and codings files."""

import hashlib
import json
from pathlib import Path
from typing import Any

from almenara.model import Refused
from almenara.scoring.agree import Item


def read_gold(folder: Path) -> dict[str, Item]:
    """Gold codings by document id; raises Refused("no_gold") where the folder holds none."""
    golds: dict[str, Item] = {g["id"]: g for g in (_json(path) for path in sorted(folder.glob("*.json")))}
    if not golds:
        raise Refused("no_gold", f"no gold coding (*.json) in {folder}")
    return golds


def read_codings(path: Path) -> dict[str, Item]:
    """Codings of a JSONL file by source id (else document id); refusals are passed over: a refused document scores as empty."""
    out: dict[str, Item] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                coding: dict[str, Any] = json.loads(line)
            except json.JSONDecodeError as error:
                raise Refused("bad_json", f"{path}, line {number}: {error}") from error
            if "document" in coding:
                out[coding["document"].get("source_id") or coding["document"]["id"]] = coding
    return out


def fingerprint(folder: Path) -> str:
    """Twelve hex digits that change when any file of a corpus folder does."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _json(path: Path) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except json.JSONDecodeError as error:
        raise Refused("bad_json", f"{path}: {error}") from error
    if "id" not in loaded or "events" not in loaded:
        raise Refused("bad_shape", f"{path}: not a gold coding (id and events wanted)")
    return loaded
