from collections.abc import Iterator

import pytest

from tests.e2e.kill.killing import Sweeper
from tests.e2e.kill.prepared import a_sweeper


@pytest.fixture(scope="session")
def sweeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sweeper]:
    with a_sweeper(tmp_path_factory.mktemp("kill")) as made:
        yield made
