"""The real service for tests, in a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from app.cli.sample_headquarters import serving
from app.settings import Home
from tests.e2e.waiting import until


@contextmanager
def serving_well(place: Path) -> Iterator[str]:
    """Headquarters whose folder lies in ``place``, ready to answer."""

    def answers() -> bool:
        try:
            return requests.get(f"{url}/v1/health", timeout=5).ok
        except requests.ConnectionError:
            return False

    with serving(Home(place)) as url:
        until(answers, "the service")
        yield url
