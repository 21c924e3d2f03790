"""Words to pieces."""

import os
import re
from pathlib import Path

import pytest

from almenara.language import choice
from almenara.language.pieces import MARK, MOST, UNKNOWN, Pieces, pieces

SPECIAL = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
KNOWN = Pieces([*SPECIAL, (MARK, -3.0), ("a", -4.0), ("b", -4.0), ("ab", -5.0), (MARK + "ab", -6.0), (MARK + "a", -5.0)])


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("ab", (8,)),
        ("abab", (8, 7)),
        ("ba", (4, 6, 5)),
        ("xyz", (4, UNKNOWN)),
        ("axyb", (9, UNKNOWN, 6)),
        ("\u200bab", (8,)),
        ("\uff41b", (8,)),
        ("", (UNKNOWN,)),
        ("a" * 30, (9, *[5] * (MOST - 1))),
    ],
)
def test_the_best_scored_cut_wins(word: str, cut: tuple[int, ...]) -> None:
    """Unknown letters in a row are one piece, signs without width are none, and a word has at most eight."""
    assert cut == KNOWN.of(word)


@pytest.mark.corpus
def test_pieces_are_those_of_the_tokenizers_library() -> None:
    """On every word of the treebanks and the training articles, where that library and the model are at hand."""
    library = pytest.importorskip("tokenizers")
    path = choice.model_folder() / "pieces.json"
    data = Path(os.environ.get("ALMENARA_DATA", "../shared/data"))
    if not path.is_file() or not (data / "ud").exists():
        pytest.skip("no model or no corpus")
    theirs, ours = library.Tokenizer.from_file(str(path)), pieces(path)
    texts = [p.read_text("utf-8") for folder in ("ud/*.conllu", "train/docs/*.json") for p in data.glob(folder)]
    words = {w for text in texts for w in re.findall(r"\w+|[^\w\s]+|\S+", text)}
    wrong = {w for w in words if ours.of(w) != (tuple(theirs.encode(w, add_special_tokens=False).ids[:MOST]) or (UNKNOWN,))}
    assert set() == wrong
