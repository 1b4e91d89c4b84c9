import os
from pathlib import Path

from tests.e2e.program import tem


def test_a_demo_without_a_screen_says_so_in_one_sentence_and_offers_the_way_without(
    tmp_path: Path,
) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}

    refused = tem(tmp_path / "home", "demo", environment=environment)

    assert refused.exit == 1
    assert refused.out == ""
    assert len(refused.err.splitlines()) == 1
    assert "không có màn hình" in refused.err.lower()
    assert "tem demo --no-window" in refused.err
    assert not (tmp_path / "home").exists()


def test_a_screen_that_does_not_answer_is_none(sample: Path) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}

    refused = tem(sample, "counter", environment={**environment, "DISPLAY": ":4999"})

    assert refused.exit == 1
    assert len(refused.err.splitlines()) == 1
    assert "Traceback" not in refused.err


def test_a_prepared_home_names_who_may_sign_in_and_verifies(sample: Path) -> None:
    prepared = tem(sample, "--json", "demo", "--no-window")

    people = prepared.shape["clerks"]
    assert {"code": "gdv1", "name": "Trần Minh Châu", "role": "clerk", "pin": "246810"} in people
    assert tem(sample, "--json", "verify").shape["ok"] is True
