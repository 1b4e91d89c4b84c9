from collections.abc import Callable

import pytest


@pytest.fixture(autouse=True)
def _headquarters_is_newer(expect_log: Callable[[str], None]) -> None:
    expect_log("are for a newer program and were passed over")
