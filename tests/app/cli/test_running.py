import subprocess
import sys
from pathlib import Path

from tests.app.cli.tem import ROOT, Tem, TemApart


def test_a_home_without_a_counter_says_how_to_get_one(tmp_path: Path) -> None:
    for words in ([], ["find", "a"], ["verify"], ["standing"]):
        ran = TemApart(tmp_path / "none").run(*words)

        assert ran.exit == 1
        assert "tem demo" in ran.err
        assert ran.err.count("\n") == 1


def test_wrong_usage_exits_2(apart: TemApart) -> None:
    assert apart.run("ship").exit == 2
    assert apart.run("--json", "xyz").json["error"]["code"] == "usage"


def test_a_reader_that_goes_away_is_no_failure_to_complain_of(tem: Tem) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "app", "--home", str(tem.home), "find", "nguyen"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()

    assert said == b""


def test_a_damaged_settings_file_is_named(tem: Tem) -> None:
    (tem.home / "settings.toml").write_text("theme = ", encoding="utf-8")

    assert tem.run("--json", "standing").refusal == "settings.unreadable"


HELP_AND_TELL = """
import sys
from app.cli.running import main
main(["--help"])
print(sorted(set(sys.modules) & {"PySide6", "sqlalchemy", "reportlab", "alembic"}))
"""


def test_the_program_does_not_load_what_a_command_does_not_need() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", HELP_AND_TELL], cwd=ROOT, capture_output=True, check=True, text=True
    )

    assert loaded.stdout.endswith("[]\n")
