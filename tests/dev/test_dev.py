"""./dev on a made-up system: what it asks of dpkg, apt and sudo."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

DEV = Path(__file__).parent.parent.parent / "dev"
TOOLS = ("bash", "cat", "dirname", "env", "flock", "grep", "rm", "sha256sum")

# what a system with everything answers: the real one's table is read from the script
DPKG_QUERY = """#!/bin/bash
shift 2
found=1
for name in "$@"; do
    if grep -qxF "$name" "$SYSTEM/installed"; then echo "installed $name"; else found=0; fi
done
[[ $found == 1 ]]
"""
APT_GET = """#!/bin/bash
echo "apt-get $*" >>"$SYSTEM/asked"
[[ $1 == install ]] || exit 0
for name in "$@"; do echo "$name" >>"$SYSTEM/installed"; done
"""
SUDO = """#!/bin/bash
echo "sudo" >>"$SYSTEM/asked"
exec "$@"
"""


@dataclass(frozen=True)
class System:
    """A machine without Python, so that ./dev stops once the packages are dealt with."""

    folder: Path

    def add(self, name: str, script: str) -> None:
        program = self.folder / "bin" / name
        program.write_text(script)
        program.chmod(0o755)

    def install(self, *names: str) -> None:
        with (self.folder / "installed").open("a") as file:
            file.writelines(f"{name}\n" for name in names)

    def asked(self) -> list[str]:
        file = self.folder / "asked"
        return file.read_text().splitlines() if file.exists() else []

    def dev(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / "checkout" / "dev", *arguments],
            env={
                "PATH": str(self.folder / "bin"),
                "SYSTEM": str(self.folder),
                "TEM_PYTHON": "no-python-here",
            },
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def system(tmp_path: Path) -> System:
    """A Debian on which nothing is installed and the user is root."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "checkout").mkdir()
    (tmp_path / "installed").touch()
    shutil.copy(DEV, tmp_path / "checkout")
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (tmp_path / "bin" / tool).symlink_to(found)
    made = System(tmp_path)
    made.add("dpkg-query", DPKG_QUERY)
    made.add("apt-get", APT_GET)
    made.add("id", "#!/bin/bash\necho 0\n")
    return made


@pytest.fixture
def needed(system: System) -> Callable[[str], list[str]]:
    """Every package that ``./dev setup`` or ``./dev setup test`` asks for."""

    def ask(what: str) -> list[str]:
        system.dev("setup", what)
        (command,) = (line for line in system.asked() if "install" in line)
        shutil.move(system.folder / "asked", system.folder / "asked-before")
        return command.partition("Use-Pty=0 ")[2].split()

    return ask


def test_nothing_is_asked_of_apt_when_nothing_is_missing(
    system: System, needed: Callable[[str], list[str]]
) -> None:
    needed("run")

    system.dev("setup", "run")

    assert system.asked() == []


def test_only_the_missing_package_is_installed_and_its_use_is_said(
    system: System, needed: Callable[[str], list[str]]
) -> None:
    names = needed("run")
    (system.folder / "installed").unlink()
    system.install(*(name for name in names if name != "libxcb-cursor0"))

    done = system.dev("setup", "run")

    assert "libxcb-cursor0: Qt opens a window with it" in done.stderr
    (command,) = (line for line in system.asked() if "install" in line)
    assert command.endswith("Use-Pty=0 libxcb-cursor0")


def test_a_library_under_its_newer_name_is_not_missing(
    system: System, needed: Callable[[str], list[str]]
) -> None:
    names = needed("run")
    (system.folder / "installed").unlink()
    system.install(*(f"{name}t64" if name == "libglib2.0-0" else name for name in names))

    system.dev("setup", "run")

    assert system.asked() == []


def test_the_tests_need_more_than_the_program(needed: Callable[[str], list[str]]) -> None:
    to_run = needed("run")

    to_test = needed("test")

    assert "xvfb" not in to_run
    assert "xvfb" in to_test
    assert "libgl1" not in to_test, "what is there is not asked for again"


def test_who_is_not_root_installs_through_sudo(system: System) -> None:
    system.add("id", "#!/bin/bash\necho 1000\n")
    system.add("sudo", SUDO)

    system.dev("setup")

    assert system.asked()[0] == "sudo"
    assert any("install" in line for line in system.asked())


def test_who_is_neither_root_nor_has_sudo_is_told_what_to_ask_for(system: System) -> None:
    system.add("id", "#!/bin/bash\necho 1000\n")

    done = system.dev("setup")

    assert done.returncode == 1
    assert "let an administrator run: apt-get install python3 python3-venv" in done.stderr
    assert system.asked() == []


def test_another_kind_of_system_is_pointed_to_the_readme(system: System) -> None:
    (system.folder / "bin" / "dpkg-query").unlink()

    done = system.dev("setup")

    assert "README.md names the libraries" in done.stderr
    assert system.asked() == []


def test_a_python_too_old_is_named(system: System, needed: Callable[[str], list[str]]) -> None:
    needed("run")
    system.add("python3", "#!/bin/bash\necho Python 3.9.2\n")

    done = system.dev("setup")

    assert done.returncode == 1
    assert "Tem needs Python 3.11 or newer, and this system's is Python 3.9.2." in done.stderr


def test_an_unknown_command_shows_the_known_ones(system: System) -> None:
    done = system.dev("dance")

    assert done.returncode == 2
    assert "./dev demo" in done.stderr
