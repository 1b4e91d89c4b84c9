"""The tools stay as strict as they began, and CI runs what people run."""

import tomllib
from typing import Any

import pytest

from tests.architecture.tree import ROOT


@pytest.fixture(scope="module")
def tools() -> dict[str, Any]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: dict[str, Any] = settings["tool"]
    return found


def test_types_are_checked_strictly_and_everywhere(tools: dict[str, Any]) -> None:
    assert tools["mypy"]["strict"] is True
    assert "overrides" not in tools["mypy"], "no module is exempt"
    assert set(tools["mypy"]["files"]) == {
        "app",
        "ui",
        "sync",
        "printing",
        "resources",
        "tests",
    }


def test_every_lint_rule_is_on_but_those_listed_with_a_reason(tools: dict[str, Any]) -> None:
    lint = tools["ruff"]["lint"]

    assert lint["select"] == ["ALL"]
    assert lint["mccabe"]["max-complexity"] == 8
    assert lint["pylint"]["max-args"] == 6
    assert len(lint["ignore"]) <= 15


def test_a_warning_fails_the_test_that_caused_it(tools: dict[str, Any]) -> None:
    assert tools["pytest"]["ini_options"]["filterwarnings"] == ["error"]
    assert tools["pytest"]["ini_options"]["xfail_strict"] is True
    assert tools["pytest"]["ini_options"]["qt_log_level_fail"] == "WARNING"


def test_ci_runs_the_command_that_the_readme_gives() -> None:
    assert "exec ./dev check" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert 'step "$root/dev" test' in (ROOT / "dev").read_text(encoding="utf-8")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "./dev demo" in readme
    assert "./dev test" in readme


@pytest.mark.parametrize(
    "lock",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "requirements-setup.lock",
        "requirements-package.lock",
    ],
)
def test_every_locked_package_has_its_hash_and_the_lock_names_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]

    assert packages
    assert all(line.endswith("\\") for line in packages), "a package without --hash"
    assert "://" not in text
    assert "index-url" not in text


def test_what_runs_is_locked_to_the_same_versions_as_what_is_tested() -> None:
    def versions(lock: str) -> set[str]:
        text = (ROOT / lock).read_text(encoding="utf-8")
        return {line.rstrip(" \\") for line in text.splitlines() if "==" in line[:60]}

    assert versions("requirements.lock") <= versions("requirements-dev.lock")
