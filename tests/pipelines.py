"""The spaCy pipelines, which some tests compare with where they are installed."""

import pytest

from almenara.language import pipelines
from almenara.model import Unavailable


def need() -> None:
    """Skips a test where a pipeline is not installed."""
    try:
        for language in ("en", "es"):
            pipelines.folder(language)
    except Unavailable as absent:
        pytest.skip(f"{absent}")
