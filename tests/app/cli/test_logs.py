import logging
from collections.abc import Callable
from pathlib import Path

from app.cli.logs import logging_to
from app.settings import Home


def test_what_a_command_warns_of_stands_in_the_homes_log(
    tmp_path: Path, expect_log: Callable[[str], None]
) -> None:
    expect_log("again")
    home = Home(tmp_path)

    with logging_to(home):
        logging.getLogger("tests.logs").info("not worth a line")
        logging.getLogger("tests.logs").warning("not 001090000001 again")

    said = home.log.read_text(encoding="utf-8")
    assert said.endswith("WARNING tests.logs: not … again\n")
    assert said.count("\n") == 1


def test_no_log_is_made_where_there_is_no_home(tmp_path: Path) -> None:
    home = Home(tmp_path / "none")

    with logging_to(home):
        pass

    assert not home.root.exists()
