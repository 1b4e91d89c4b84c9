from pathlib import Path

from sync.headquarters.nearby import Nearby
from tests.sync.country import an_embedded_country


def test_a_headquarters_in_the_same_process_answers_as_over_a_line(tmp_path: Path) -> None:
    country = an_embedded_country(tmp_path)

    assert Nearby(country.headquarters).send("/v1/nothing", b"").status == 404
    country.close()
