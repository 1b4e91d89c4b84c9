from collections.abc import Iterator

import pytest

from tests.e2e.kill.killing import Sweeper, Tally
from tests.e2e.kill.prepared import a_sweeper

_TALLY = pytest.StashKey[Tally]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_TALLY] = Tally()


@pytest.fixture
def tally(pytestconfig: pytest.Config) -> Tally:
    """Adds up over all sweeps; told at the end of the run."""
    return pytestconfig.stash[_TALLY]


@pytest.fixture(scope="session")
def sweeper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sweeper]:
    with a_sweeper(tmp_path_factory.mktemp("kill")) as made:
        yield made


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    tally = config.stash[_TALLY]
    if tally.kills:
        terminalreporter.write_sep("=", "killed at every call that changes the disk")
        terminalreporter.write_line(str(tally))
