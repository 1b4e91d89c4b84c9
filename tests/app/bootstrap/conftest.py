import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk, open_counter
from app.settings import Home
from tests.app.bootstrap.sample_counter import CLERK, a_sample_store
from tests.fakes.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enrolled once for all tests; never written again."""
    root = tmp_path_factory.mktemp("sample") / "home"
    a_sample_store(root, HandClock()).close()
    return root


@pytest.fixture
def counter_home(sample_home: Path, tmp_path: Path) -> Home:
    """A counter of this test's own."""
    root = tmp_path / "counter"
    shutil.copytree(sample_home, root)
    return Home(root)


@pytest.fixture
def desk(counter_home: Home, clock: HandClock) -> Iterator[CounterDesk]:
    with open_counter(counter_home, clock) as opened:
        yield opened


@pytest.fixture
def staffed(desk: CounterDesk) -> CounterDesk:
    """A desk at which a clerk is signed in."""
    desk.sign_in(CLERK.clerk.code, CLERK.pin)
    return desk
