from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.money import RealCounter


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[RealCounter]:
    made = RealCounter(tmp_path)
    yield made
    made.close()
