"""Code parsed documents with whichever copy of the package the path names: python training/coded.py PARSES.pkl OUT.jsonl.

PARSES.pkl is a pickle of your own making of {name: parse}; OUT.jsonl gets one coding a line in its order, with the scores of
the models as they are, before confidence is read off them.
"""

import pickle
import sys
from pathlib import Path

from almenara.coding import steps
from almenara.model.jsonl import dump
from almenara.places import Gazetteer


def main() -> None:
    """Read, code, write."""
    parses, out = map(Path, sys.argv[1:3])
    gazetteer = Gazetteer()
    with out.open("wb") as lines:
        for parsed in pickle.loads(parses.read_bytes()).values():  # noqa: S301
            lines.write(dump(steps._code(parsed, gazetteer)) + b"\n")


if __name__ == "__main__":
    main()
