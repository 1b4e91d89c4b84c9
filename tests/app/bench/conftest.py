from collections.abc import Iterator
from pathlib import Path

import pytest

from app.bench.postgres import Postgres, postgres
from app.bench.subject import Sample, Subject, make_sample, opened

CUSTOMERS = 300


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """A sample branch that the tests of this folder share."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("TEM_KEYS_IN_FILE", "1")
        return make_sample(tmp_path_factory.mktemp("bench") / "home", CUSTOMERS)


@pytest.fixture
def subject(sample: Sample) -> Iterator[Subject]:
    with opened(sample) as opened_one:
        yield opened_one


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    with postgres() as server:
        yield server
