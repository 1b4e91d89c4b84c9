"""The real service for tests, in a process of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import requests

from app.cli.sample_headquarters import serving
from app.settings import Home
from tests.e2e.waiting import until
from tests.ports import a_port


@contextmanager
def serving_well(place: Path) -> Iterator[str]:
    """Headquarters whose folder lies in ``place``, ready to answer."""

    with serving(Home(place), a_port()) as url:
        until(lambda: is_well(url), "the service")
        yield url


def is_well(url: str) -> bool:
    """Whether a service answers there; one that is slow to begin has not answered yet."""
    try:
        return requests.get(f"{url}/v1/health", timeout=30).ok
    except requests.RequestException:
        return False
