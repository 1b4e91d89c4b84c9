"""The import contracts of pyproject.toml hold for every module, and each catches its break."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.tree import PACKAGES, ROOT, program

# contract id → a module to plant, what it imports, and how the linter names the break
BREAKS = {
    "layers": ("app/domain/planted.py", "import app.store.engine", "app.domain.planted -> app.st"),
    "places": ("app/helpers.py", "", "- app.helpers"),
    "parts-of-ui": ("ui/helpers.py", "", "- ui.helpers"),
    "qt": ("sync/planted.py", "import PySide6.QtCore", "sync.planted -> PySide6"),
    "presenters": (
        "ui/screens/planted/presenter.py",
        "import ui.threads",
        "ui.screens.planted.presenter -> ui.threads",
    ),
    "ui-data": ("ui/planted.py", "import sqlalchemy", "ui.planted -> sqlalchemy"),
    "printing": (
        "printing/planted.py",
        "import app.queries.customers",
        "printing.planted -> app.queries.customers",
    ),
    "console": (
        "app/cli/planted.py",
        "import sync.headquarters.console.site",
        "app.cli.planted -> sync.headquarters.console.site",
    ),
    "migrations": (
        "app/store/migrations/versions/planted.py",
        "import app.store.tables.customers",
        "app.store.migrations.versions.planted -> app.store.tables.customers",
    ),
    "simulation": (
        "app/bootstrap/planted.py",
        "import sync.simulation.time",
        "app.bootstrap.planted -> sync.simulation",
    ),
    "screens": (
        "ui/screens/planted/view.py",
        "import ui.screens.registration.entered",
        "ui.screens.planted.view -> ui.screens.registration.entered",
    ),
}


def _contracts() -> dict[str, dict[str, object]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def _broken_copy(folder: Path) -> None:
    for source in program():
        copy = folder / source.path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(source.text, encoding="utf-8")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path, statement, _ in BREAKS.values():
        planted = folder / path
        planted.parent.mkdir(exist_ok=True)
        (planted.parent / "__init__.py").touch()
        planted.write_text(f"{statement}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy of the program in which every contract is broken once."""
    folder = tmp_path_factory.mktemp("broken")
    _broken_copy(folder)
    linter = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", linter, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def test_every_contract_has_a_break_planted_for_it() -> None:
    assert _contracts().keys() == BREAKS.keys()


@pytest.mark.parametrize("contract", BREAKS)
def test_each_contract_catches_its_break(contract: str, report: str) -> None:
    assert f"{_contracts()[contract]['name']} BROKEN" in report
    assert BREAKS[contract][2] in report


def test_every_package_of_the_checkout_stands_under_the_contracts() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = {file.parent.name for file in ROOT.glob("*/__init__.py")}

    assert found == set(PACKAGES) == set(settings["tool"]["importlinter"]["root_packages"])


def test_a_new_part_of_app_must_be_placed() -> None:
    assert _contracts()["places"]["exhaustive"] is True


def test_no_contract_ignores_an_import() -> None:
    assert not [name for name, contract in _contracts().items() if "ignore_imports" in contract]
