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


def test_a_bug_is_no_refusal_and_leaves_its_trace_in_the_log(apart: TemApart) -> None:
    broken = "import app.queries.finding as f; f.Findings.__init__ = None;"
    ran = subprocess.run(
        [
            sys.executable,
            "-c",
            f"{broken} import sys; from app.cli.running import main; sys.exit(main(sys.argv[1:]))",
            "--home",
            str(apart.home),
            "find",
            "001090000001",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert (ran.returncode, ran.stdout) == (70, "")
    assert ran.stderr.count("\n") == 1
    assert str(apart.home / "tem.log") in ran.stderr
    log = (apart.home / "tem.log").read_text(encoding="utf-8")
    assert "Traceback" in log
    assert "001090000001" not in log


def test_bytes_that_are_no_text_are_wrong_usage(apart: TemApart) -> None:
    for words in (["find", "\udcff"], ["ship", "accept", "--service", "\udcff"]):
        ran = apart.run("--json", *words)

        assert ran.exit == 2
        assert "UTF-8" in ran.json["error"]["message"]
    assert TemApart(apart.home, TEM_PIN="\udcff").run("customer", "show", "1").exit == 2


def test_a_home_of_somebody_unknown_is_a_sentence(apart: TemApart) -> None:
    assert apart.run("--home", "~nobody-here/x", "--json", "find", "a").refusal == (
        "settings.home_unwritable"
    )


CARD = "001090000001|123456789|Nguyễn Văn An|01011990|Nam|Số 1 phố Thử|15042021"


def test_a_card_that_lost_its_way_is_not_repeated(tem: Tem) -> None:
    for words in (
        ["customer", "register", "--citizen-qr", *CARD.split()],
        ["customer", "show", CARD],
        ["receipt", "show", CARD],
        ["verify", CARD],
        ["ship", "quote", "--weight", CARD],
        ["ship", "quote", "--service", CARD],
        ["--as", CARD, "customer", "show", "1"],
        ["--as", "001090000001", "customer", "show", "1"],
    ):
        ran = tem.run(*words)

        assert ran.exit in {1, 2}, words
        for secret in ("001090000001", "123456789", "Văn An", "01011990"):
            assert secret not in ran.out + ran.err, words


def test_a_home_that_may_not_be_read_is_a_sentence(apart: TemApart) -> None:
    apart.home.chmod(0)
    try:
        bound = apart.bound_by_permissions()
        for words in (["find", "a"], ["verify"], ["backup"], ["demo", "--no-window"]):
            ran = bound.run(*words)

            assert (ran.exit, ran.err.count("\n")) == (1, 1), ran
    finally:
        apart.home.chmod(0o700)
