import os
import subprocess
import sys
from contextlib import suppress

import pytest

from tests.app.cli.tem import CLERK, PIN, ROOT, Tem

SHOW = ("customer", "show", "0126000000000")


def test_a_clerk_must_be_named_and_the_codes_are_told(tem: Tem) -> None:
    ran = Tem(tem.home, TEM_CLERK="").run("--json", *SHOW)

    assert ran.refusal == "cli.clerk_not_named"
    assert "gdv1" in ran.json["error"]["message"]


def test_without_a_pin_and_without_a_keyboard_nobody_signs_in(tem: Tem) -> None:
    assert Tem(tem.home, TEM_PIN="").run("--json", *SHOW).refusal == "cli.pin_not_given"


def test_the_clerk_of_the_command_line_wins_over_the_environment(tem: Tem) -> None:
    assert tem.run("--json", *SHOW, "--as", "gdv9").refusal == "sign_in.unknown_clerk"


def test_five_wrong_pins_lock_the_clerk_out_and_nobody_else(tem: Tem) -> None:
    wrong = tem.by("gdv1", "000000")

    refusals = [wrong.run("--json", *SHOW).refusal for _ in range(5)]

    assert refusals == ["sign_in.wrong_pin"] * 4 + ["sign_in.locked_out"]
    assert tem.run("--json", *SHOW).refusal == "sign_in.locked_out"
    assert tem.by("gdv2", "135790").run("customer", "register", "--name", "Lan").exit == 0


@pytest.mark.parametrize("pin", [" ", "9" * 10_000])
def test_a_senseless_pin_is_refused(tem: Tem, pin: str) -> None:
    assert tem.by("gdv1", pin).run("--json", *SHOW).refusal.startswith("sign_in.")


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")
@pytest.mark.parametrize(("typed", "status"), [(PIN, 0), ("000000", 1), ("\x04", 1)])
def test_the_pin_is_asked_for_and_not_shown(tem: Tem, typed: str, status: int) -> None:
    import pty

    ours, theirs = pty.openpty()
    words = ["--home", str(tem.home), "--as", CLERK, "customer", "register", "--name", "Lan"]
    with subprocess.Popen(
        [sys.executable, "-m", "app", *words],
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    ) as running:
        os.close(theirs)
        shown = b""
        while b"PIN" not in shown:
            shown += os.read(ours, 1_000)
        os.write(ours, typed.encode() + b"\n")
        with suppress(OSError):  # Linux tells the end of a terminal by an error
            while more := os.read(ours, 1_000):
                shown += more
    os.close(ours)

    assert running.returncode == status
    assert typed.encode() not in shown
