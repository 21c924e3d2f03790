"""Gazetteers for the tests of places."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from almenara.places import Gazetteer
from tests.places.factory import built, small_gazetteer


@pytest.fixture(scope="session")
def small_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small gazetteer's file."""
    return small_gazetteer(tmp_path_factory.mktemp("places") / "small.sqlite")


@pytest.fixture(scope="session")
def small(small_path: Path) -> Iterator[Gazetteer]:
    """The small gazetteer, open."""
    gazetteer = Gazetteer(small_path)
    yield gazetteer
    gazetteer.close()


@pytest.fixture(scope="session")
def full() -> Iterator[Gazetteer]:
    """The built gazetteer of this machine, where there is one."""
    gazetteer = built()
    yield gazetteer
    gazetteer.close()
