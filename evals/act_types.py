"""What the acts of a text are called in other schemes: PLOVER, ACLED's sub-events, and four kinds of incidents.

    python -m evals.act_types [plover] [case] [satp]       all three without a name (ALMENARA_DATA, see corpora.py)

- plover: 765 Spanish sentences about protests (petrarch_es), 846 annotated events. An event is right where its class is among
  the classes of what the product codes in its sentence, whatever else is coded there: the rule by which others were measured.
  Classes come from acts by the codebook's crosswalk, and from the stances of claims. Nothing is trained.
  `marches` counts the class MOBILIZE as PROTEST: PLOVER keeps it for troops, the annotators gave it to marches and strikes.
- case: English snippets with a sub-event of ACLED (case2021/dev.tsv). `crosswalk` is what the codebook calls the surest event,
  with nothing trained, on the 25 types that ACLED has. `trained` is a linear model over the words, the acts, the lexicon's hits
  and, where the reader gives them, sentence vectors; ten-fold cross-validated on the same snippets (weighted F1).
- satp: incident notes with four labels (satp/train.tsv, dev.tsv), the same linear model (macro F1).
"""

import argparse
import csv
import html
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from almenara.codebook import crosswalk
from almenara.coding.steps import code
from almenara.model import Coding, Document
from evals import labelling
from evals.corpora import need

STANCES = {"demands": "DEMAND", "denies": "REJECT", "blames": "DISAPPROVE"}
NO_BETTER_HIGHER = frozenset(("plover.silent", "plover.classes"))
SPELT = {"SACTION": "SANCTION"}
ACLED = {
    "Abduction/forced disappearance": "ABDUCT_DISSAP", "Agreement": "AGREEMENT", "Air/drone strike": "AIR_STRIKE",
    "Armed clash": "ARMED_CLASH", "Arrests": "ARREST", "Shelling/artillery/missile attack": "ART_MISS_ATTACK",
    "Attack": "ATTACK", "Change to group/activity": "CHANGE_TO_GROUP_ACT", "Chemical weapon": "CHEM_WEAP",
    "Disrupted weapons use": "DISR_WEAP", "Excessive force against protesters": "FORCE_AGAINST_PROTEST",
    "Government regains territory": "GOV_REGAINS_TERIT", "Grenade": "GRENADE", "Mob violence": "MOB_VIOL",
    "Headquarters or base established": "HQ_ESTABLISHED", "Peaceful protest": "PEACE_PROTEST",
    "Non-state actor overtakes territory": "NON_STATE_ACTOR_OVERTAKES_TER", "Sexual violence": "SEX_VIOL",
    "Non-violent transfer of territory": "NON_VIOL_TERRIT_TRANSFER", "Looting/property destruction": "PROPERTY_DISTRUCT",
    "Protest with intervention": "PROTEST_WITH_INTER", "Remote explosive/landmine/IED": "REM_EXPLOS",
    "Suicide bomb": "SUIC_BOMB", "Violent demonstration": "VIOL_DEMONSTR", "Other": "OTHER",
}  # fmt: skip


class Told(NamedTuple):
    """A sentence with the PLOVER classes of its annotated events."""

    text: str
    classes: tuple[str, ...]


def sentences(path: Path) -> list[Told]:
    """The annotated sentences; the file is no valid XML, so it is read with patterns."""
    out = []
    for block in re.findall(r"<Sentence (.*?)</Sentence>", path.read_text("utf-8"), re.DOTALL):
        text = re.search(r"<Text>(.*?)</Text>", block, re.DOTALL)
        classes = re.findall(r'<EventCoding [^>]*plover="([^"]*)"', block)
        out.append(Told(html.unescape(text[1]).strip() if text else "", tuple(SPELT.get(c, c) for c in classes)))
    return out


def classes_of(coding: Coding) -> set[str]:
    """The PLOVER classes of what was coded."""
    found = {crosswalk(event.act, "plover", mode=event.mode) for event in coding.events}
    acts = {name.partition("/")[0] for name in found if name}
    return acts | {STANCES[claim.stance] for claim in coding.claims if claim.stance in STANCES}


def plover(path: Path) -> dict[str, float]:
    """Shares of annotated events whose class is coded, of sentences without any class, and classes a sentence."""
    told = sentences(path)
    coded = [classes_of(code(Document(id=str(k), text=one.text, language="es"))) for k, one in enumerate(told)]
    pairs = [(name, classes) for one, classes in zip(told, coded, strict=True) for name in one.classes]
    strict = [name in classes for name, classes in pairs]
    marches = [ok or (name == "MOBILIZE" and "PROTEST" in classes) for ok, (name, classes) in zip(strict, pairs, strict=True)]
    return {
        "plover.class": sum(strict) / len(pairs),
        "plover.marches": sum(marches) / len(pairs),
        "plover.silent": sum(not classes for classes in coded) / len(coded),
        "plover.classes": sum(map(len, coded)) / len(coded),
    }


def snippets(path: Path) -> list[tuple[str, str]]:
    """The text and the label of each snippet."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["EventSnippet"], row["SubType"]) for row in rows]


def sub_event(coding: Coding) -> str:
    """The sub-event that the codebook's crosswalk gives the surest event of a coding."""
    for event in sorted(coding.events, key=lambda e: -e.confidence):
        name = crosswalk(event.act, "acled", mode=event.mode)
        if name:
            return ACLED[name.split(" / ")[1]]
    return "OTHER"


def case(path: Path) -> dict[str, float]:
    """Weighted F1 of the crosswalk on the types of ACLED, and of the trained model on those and on all."""
    rows = snippets(path)
    known = [k for k, (_, label) in enumerate(rows) if label in ACLED.values()]
    labels = [label for _, label in rows]
    coded = [code(Document(id=str(k), text=rows[k][0], language="en")) for k in known]
    seen = labelling.read([text for text, _ in rows], "en")
    return {
        "case.crosswalk": labelling.weighted([labels[k] for k in known], [sub_event(c) for c in coded]),
        "case.trained": labelling.cross_validated([seen[k] for k in known], [labels[k] for k in known]),
        "case.trained_all": labelling.cross_validated(seen, labels),
    }


def satp(folder: Path) -> dict[str, float]:
    """Macro F1 over the labels of incidents."""
    parts = [_noted(folder / name) for name in ("train.tsv", "dev.tsv")]
    (known, truth), (held_out, expected) = [(labelling.read(texts, "en"), labels) for texts, labels in parts]
    return {"satp.macro": labelling.several(known, truth, held_out, expected)}


def _noted(path: Path) -> tuple[list[str], list[list[int]]]:
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    return [row[0] for row in rows], [[int(v) for v in row[1:]] for row in rows]


def pinned(folder: Path) -> dict[str, float]:
    """The pinned figures; `folder` is that of the Spanish sentences, the snippets lie beside it."""
    found = plover(folder / "spanish_protest_plover_parsed.xml") | case(folder.parent / "case2021" / "dev.tsv")
    return {name: value for name, value in found.items() if name not in NO_BETTER_HIGHER}


def report(names: Sequence[str]) -> None:
    """Print the figures of some tasks."""
    figures: dict[str, float] = {}
    if "plover" in names:
        figures |= plover(need("petrarch_es") / "spanish_protest_plover_parsed.xml")
    if "case" in names:
        figures |= case(need("case2021") / "dev.tsv")
    if "satp" in names:
        figures |= satp(need("satp"))
    for name, value in figures.items():
        print(f"{name:20}{value:7.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("names", nargs="*", default=[])
    report(parser.parse_args().names or ("plover", "case", "satp"))
