import shutil
from pathlib import Path

import pytest

from tests.app.cli.tem import Tem, TemApart


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once for all tests by ``tem demo`` itself; never written again."""
    home = tmp_path_factory.mktemp("demo") / "home"
    made = TemApart(home).run("demo", "--no-window", "--customers", "30")
    assert made.exit == 0, made
    return home


@pytest.fixture
def tem(demo_home: Path, tmp_path: Path) -> Tem:
    """A counter of this test's own."""
    home = tmp_path / "home"
    shutil.copytree(demo_home, home)
    return Tem(home)


@pytest.fixture
def apart(tem: Tem) -> TemApart:
    """The same counter, each command in a process of its own."""
    return TemApart(tem.home)
