import subprocess
import sys
from pathlib import Path

from app.cli.instance import only_instance
from app.settings import Home
from tests.app.cli.tem import ROOT, Tem


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


OPEN_AND_CLOSE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.cli.running import main

app = QApplication(["tem"])
timer = QTimer()
timer.timeout.connect(
    lambda: [each.close() for each in app.topLevelWidgets() if each.isVisible()]
)
timer.start(200)
sys.exit(main(sys.argv[1:]))
"""


def _open_and_close(tem: Tem, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", OPEN_AND_CLOSE, "--home", str(tem.home), *words],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        timeout=600,
    )


def test_the_window_opens_on_the_real_desk_and_leaves_everything_put_away(tem: Tem) -> None:
    closed = _open_and_close(tem)

    assert (closed.returncode, closed.stdout, closed.stderr) == (0, "", "")
    assert not (tem.home / "counter.db-wal").exists()
    assert not (tem.home / "tem.log").exists()
    with only_instance(Home(tem.home)):
        pass


def test_a_demo_ends_in_the_window_and_tells_how_to_sign_in(tem: Tem) -> None:
    closed = _open_and_close(tem, "demo")

    assert closed.returncode == 0
    assert "PIN 246810" in closed.stderr


def test_from_the_desktop_a_refusal_is_shown_on_the_screen_and_told_all_the_same(
    tem: Tem,
) -> None:
    with only_instance(Home(tem.home)):
        closed = _open_and_close(tem, "counter", "--desktop")

    assert closed.returncode == 1
    assert "đang mở" in closed.stderr
