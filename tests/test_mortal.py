import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.e2e.waiting import until

_PARENT = """
import subprocess, sys
from tests.mortal import mortal
child = subprocess.Popen(mortal(["sleep", "600"]))
print(child.pid, flush=True)
sys.stdin.read()
"""


def test_a_program_ends_with_the_process_that_started_it() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    with parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        until(lambda: _name(child) == "sleep", "the program")
        parent.send_signal(signal.SIGKILL)

    until(lambda: _name(child) != "sleep" or _is_dead(child), "its end")


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _is_dead(pid: int) -> bool:
    """Ended, though whoever took it over has not asked after it."""
    try:
        os.kill(pid, 0)
        return ") Z " in Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except OSError:
        return True
