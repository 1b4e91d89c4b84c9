from pathlib import Path

from app.cli.instance import only_instance
from app.settings import Home
from tests.app.cli.tem import Tem


def test_a_second_window_of_one_home_is_refused_in_a_sentence(tem: Tem) -> None:
    with only_instance(Home(tem.home)):
        assert tem.run("--json", "counter").refusal == "cli.already_open"
        assert tem.run("--json").refusal == "cli.already_open"


def test_commands_go_on_beside_the_window(tem: Tem) -> None:
    with only_instance(Home(tem.home)):
        assert tem.run("--json", "find", "lan").exit == 0
        assert tem.run("--json", "customer", "register", "--name", "Lan").exit == 0


def test_nothing_is_replaced_under_an_open_window(tem: Tem, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    tem.json("backup", str(copy))
    with only_instance(Home(tem.home)):
        assert tem.run("--json", "restore", str(copy)).refusal == "cli.already_open"
        assert tem.run("--json", "demo", "--no-window", "--fresh").refusal == "cli.already_open"

    assert tem.json("verify")["ok"]


def test_without_a_display_the_counter_says_so(tem: Tem) -> None:
    blind = Tem(tem.home, QT_QPA_PLATFORM="", DISPLAY=":4711")

    assert blind.run("--json").refusal == "cli.no_display"
