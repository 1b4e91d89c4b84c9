from pathlib import Path

import pytest

from app.bootstrap.looking import look_around


def put(folder: Path, script: str) -> None:
    program = folder / "lpstat"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_queues_of_the_system_and_receipt_printers_at_usb_are_found(commands: Path) -> None:
    put(commands, "echo Quay_2\necho Nhan")
    (commands / "usb").mkdir()
    (commands / "usb" / "lp0").touch()

    found = look_around(commands / "usb")

    assert found.printers == ("cups:Quay_2", "cups:Nhan", f"usb:{commands}/usb/lp0")


def test_a_system_without_printers_has_none(commands: Path) -> None:
    assert look_around(commands / "usb").printers == ()


def test_a_system_that_does_not_answer_has_none(commands: Path) -> None:
    put(commands, "exec /bin/sleep 60")

    assert look_around(commands / "usb", patience_s=0.1).printers == ()
