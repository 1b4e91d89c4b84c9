import subprocess
import sys
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from app.turn import Turn

HOLD = """
import sys
from pathlib import Path
from app.turn import Turn
with Turn(Path(sys.argv[1])):
    print("mine", flush=True)
    sys.stdin.readline()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    """Another process that has its turn until it is told to end, or killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "mine\n"
    return process


@pytest.mark.parametrize("killed", [True, False])
def test_a_turn_waits_until_the_other_process_is_done_or_dead(
    tmp_path: Path,
    killed: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    path = tmp_path / "print.lock"
    got: Queue[str] = Queue()

    def take() -> None:
        with Turn(path):
            got.put("turn")

    with holder(path) as other:
        waiting = Thread(target=take)
        waiting.start()
        early = not got.empty()
        if killed:
            other.kill()
        else:
            other.communicate("\n")
        waiting.join()

    assert not early
    assert got.get_nowait() == "turn"


def test_a_turn_can_be_taken_again_and_again(tmp_path: Path) -> None:
    turn = Turn(tmp_path / "print.lock")

    for _ in range(3):
        with turn:
            pass


def test_an_error_within_ends_the_turn(tmp_path: Path) -> None:
    turn = Turn(tmp_path / "print.lock")

    with pytest.raises(LookupError), turn:
        raise LookupError

    with holder(tmp_path / "print.lock") as other:
        other.communicate("\n")
    assert other.returncode == 0
