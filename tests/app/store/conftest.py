from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.app.store.bookkeeping import an_enrolled_store
from tests.builders import a_store
from tests.fakes.clock import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def store(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    opened = an_enrolled_store(tmp_path / "home", clock)
    yield opened
    opened.close()


@pytest.fixture
def counter(tmp_path: Path, clock: HandClock) -> Iterator[Store]:
    """A whole counter with people and reference data, for what services have booked."""
    opened = a_store(tmp_path, clock)
    yield opened
    opened.close()
