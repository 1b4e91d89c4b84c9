import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.headquarters.office import Headquarters, open_headquarters
from tests.sync.headquarters.console.scene import Scene, make_scene


@pytest.fixture(scope="package")
def made(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Made once, never opened for writing: each test takes a copy."""
    return make_scene(tmp_path_factory.mktemp("scene"))


@pytest.fixture
def scene(made: Scene, tmp_path: Path) -> Scene:
    place = tmp_path / "home"
    shutil.copytree(made.place / "headquarters", place / "headquarters")
    return Scene(place, made.case)


@pytest.fixture
def headquarters(scene: Scene) -> Iterator[Headquarters]:
    """The same books as the service has, for looking behind it."""
    found = open_headquarters(scene.place / "headquarters")
    yield found
    found.close()
