"""Units, task and scripts of the packages, as far as they can be checked without building one."""

import configparser
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from app.cli.parser import build

ROOT = Path(__file__).parent.parent.parent
DEBIAN = ROOT / "installer" / "debian"
TASK = ROOT / "installer" / "windows" / "tem-sync.xml"
MICROSOFT = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def unit(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, strict=False)
    read.read(DEBIAN / name, encoding="utf-8")
    return read


def words_of(command: str) -> list[str]:
    program, *words = command.split()
    assert program == "/usr/bin/tem"
    return [word for word in words if not word.startswith("$")]


@pytest.mark.parametrize("name", ["tem-sync.service", "tem-headquarters.service"])
def test_a_unit_gives_a_command_that_there_is(name: str) -> None:
    given = build().parse_args(words_of(unit(name)["Service"]["ExecStart"]))

    assert given.run in {"syncing:sync", "headquarters:serve"}


def test_the_timer_comes_back_for_as_long_as_somebody_is_signed_in() -> None:
    timer = unit("tem-sync.timer")["Timer"]

    assert timer["OnStartupSec"]
    assert timer["OnUnitInactiveSec"]
    assert timer["RandomizedDelaySec"]
    assert unit("tem-sync.service")["Service"]["Type"] == "oneshot"


def test_headquarters_runs_as_a_user_of_its_own() -> None:
    service = unit("tem-headquarters.service")["Service"]

    assert service["User"] == "tem-headquarters"
    assert "tem-headquarters" in (DEBIAN / "tem.sysusers").read_text(encoding="utf-8")
    assert f"/var/lib/{service['StateDirectory']}" in service["ExecStart"]
    assert service["ProtectSystem"] == "strict"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd here")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    for file in (*DEBIAN.glob("*.service"), *DEBIAN.glob("*.timer")):
        text = file.read_text(encoding="utf-8").replace("/usr/bin/tem", "/bin/true")
        text = text.replace("User=tem-headquarters", "User=root")
        text = text.replace("Group=tem-headquarters", "Group=root")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    environment = os.environ | {"XDG_RUNTIME_DIR": str(tmp_path)}

    for words in (["--user", "verify", "tem-sync.timer"], ["verify", "tem-headquarters.service"]):
        done = subprocess.run(
            ["systemd-analyze", *words[:-1], tmp_path / words[-1]],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        said = [line for line in done.stderr.splitlines() if "tem-" in line]
        assert (done.returncode, said) == (0, [])


def test_the_task_of_windows_syncs_again_and_again_but_never_twice_at_once() -> None:
    task = ET.parse(TASK).getroot()

    def found(path: str) -> str:
        return task.findtext("/".join(MICROSOFT + step for step in path.split("/"))) or ""

    assert found("Actions/Exec/Arguments") == "sync --once"
    assert build().parse_args(["sync", "--once"]).run == "syncing:sync"
    assert found("Triggers/LogonTrigger/Repetition/Interval") == "PT5M"
    assert found("Settings/MultipleInstancesPolicy") == "IgnoreNew"
    assert found("Settings/DisallowStartIfOnBatteries") == "false"
    assert found("Principals/Principal/RunLevel") == "LeastPrivilege"


@pytest.mark.parametrize("name", ["postinst", "prerm", "postrm"])
def test_no_script_of_a_package_touches_anybodys_books(name: str) -> None:
    file = DEBIAN / name

    assert subprocess.run(["sh", "-n", file], check=False).returncode == 0
    words = file.read_text(encoding="utf-8").split()
    assert not {"rm", "mv", "chown"} & set(words)


def test_every_file_that_the_package_names_is_here() -> None:
    text = (ROOT / "installer" / "debian_package.py").read_text(encoding="utf-8")

    for file in DEBIAN.iterdir():
        assert f'"{file.name}"' in text or f"debian/{file.name}" in text
    assert subprocess.run(["bash", "-n", ROOT / "installer" / "smoke"], check=False).returncode == 0
