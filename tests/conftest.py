"""What every test stands on: no display, no network, none of the user's own files or keys, and
nothing left behind: an unexpected warning in the log, a thread or timer still running, or a
window still open fails the test that caused it.
"""

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from app.messages import Language, speak
from tests.figures import Tell
from tests.leaks import Started, record_starts, still_running
from tests.log_watch import LogWatch

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything makes a QApplication

settings.register_profile(
    "tem",
    deadline=None,  # a shared machine is slow at times; speed has benchmarks of its own
    database=None,
    derandomize="CI" in os.environ,  # a red CI run can be repeated
    print_blob=True,
)
settings.load_profile("tem")


@pytest.fixture(scope="session", autouse=True)
def _nothing_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Programs started by tests inherit this, too."""
    home = tmp_path_factory.mktemp("user")
    with pytest.MonkeyPatch.context() as environment:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
            environment.setenv(name, str(home / name.lower()))
        environment.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        for name in ("TEM_HOME", "TEM_PIN", "TEM_LANGUAGE", "DISPLAY", "WAYLAND_DISPLAY"):
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _starts() -> Iterator[list[Started]]:
    with record_starts() as started:
        yield started


@pytest.fixture(autouse=True)
def _nothing_left_running(_starts: list[Started]) -> Iterator[None]:
    _starts.clear()
    yield
    left = still_running(_starts)
    assert not left, "\n".join(left)


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[LogWatch]:
    watch = LogWatch()
    root = logging.getLogger()
    root.addHandler(watch)
    yield watch
    root.removeHandler(watch)
    problems = watch.problems()
    assert not problems, "\n".join(problems)


@pytest.fixture
def expect_log(_log_watch: LogWatch) -> Callable[[str], None]:
    """``expect_log("part of the message")``: this test logs it as a warning or worse."""
    return _log_watch.announce


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Tell:
    """``tell(figure)``: the end of the run shows it, whichever process ran the test."""
    return lambda figure: record_property("told", str(figure))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = terminalreporter.getreports("passed") + terminalreporter.getreports("failed")
    told = [
        f"{report.nodeid.rpartition('::')[2]}: {figure}"
        for report in reports
        for name, figure in report.user_properties
        if name == "told"
    ]
    if told:
        terminalreporter.write_sep("=", "figures")
        terminalreporter.write_line("\n".join(told))


@pytest.fixture
def english() -> Iterator[None]:
    """This test speaks English."""
    speak(Language.ENGLISH)
    yield
    speak(Language.VIETNAMESE)


@pytest.fixture(scope="session")
def pictures() -> Path:
    """Where tests leave pictures of screens and documents for people; git ignores it."""
    folder = Path(__file__).parent.parent / "pictures"
    folder.mkdir(exist_ok=True)
    return folder
