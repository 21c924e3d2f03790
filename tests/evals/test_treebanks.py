"""Corpora as sentences of surface words."""

from pathlib import Path

from evals.treebanks import named, spans, trees

ROWS = """# text = Huyó del puerto
1\tHuyó\thuir\tVERB\t_\t_\t0\troot\t_\t_
2-3\tdel\t_\t_\t_\t_\t_\t_\t_\t_
2\tde\tde\tADP\t_\t_\t4\tcase\t_\t_
3\tel\tel\tDET\t_\t_\t4\tdet\t_\t_
4\tpuerto\tpuerto\tNOUN\t_\t_\t1\tobl\t_\t_
"""


def test_a_multiword_token_stays_one_word(tmp_path: Path) -> None:
    """With the first of its parts where all are function words; heads count surface words."""
    path = tmp_path / "es.conllu"
    path.write_text(ROWS + "\n", "utf-8")
    (tree,) = trees(path)
    assert (["Huyó", "del", "puerto"], ["root", "case", "obl"], [0, 2, 0]) == (tree.words, tree.deps, tree.heads)


def test_names_are_spans_with_labels(tmp_path: Path) -> None:
    """A new B- begins another name."""
    path = tmp_path / "esp"
    path.write_text("Ana NC B-PER\nLuz NC I-PER\nPuno NC B-LOC\n. Fp O\n\n", "utf-8")
    assert [(["Ana", "Luz", "Puno", "."], {(0, 2, "PER"), (2, 3, "LOC")})] == named(path)


def test_a_name_may_lack_its_beginning() -> None:
    """An I- after another kind begins one."""
    assert {(0, 1, "PER"), (1, 3, "ORG")} == spans(["B-PER", "I-ORG", "I-ORG", "O"])
