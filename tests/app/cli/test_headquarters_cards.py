from pathlib import Path

from tests.app.cli.tem import Tem


def test_a_card_that_nobody_has_is_refused(tmp_path: Path) -> None:
    tem = Tem(tmp_path)

    done = tem.run("--json", "hq", "card", "revoke", "00" * 8, "--reason", "mất")

    assert done.refusal == "headquarters.card_unknown"
