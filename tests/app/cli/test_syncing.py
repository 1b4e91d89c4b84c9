import signal
import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa

from app.bootstrap.opening import open_enrolled
from app.settings import Home
from app.store.tables.station import headquarters_link
from tests.app.cli.tem import ROOT, Tem
from tests.app.cli.test_headquarters import published, serving


def test_an_enrolment_needs_tls_beyond_this_computer(tmp_path: Path) -> None:
    ran = Tem(tmp_path / "c").run("--json", "enrol", "http://hq.example", "100950-2-00000-00000")

    assert ran.refusal == "sync.address_unsafe"


def test_a_mistyped_code_is_told_before_anything_is_made(tmp_path: Path) -> None:
    ran = Tem(tmp_path / "c").run("--json", "enrol", "http://127.0.0.1:1", "100950-2-0000")

    assert ran.refusal == "enrolment.code_mistyped"
    assert not (tmp_path / "c").exists()


def test_a_wrong_code_is_refused(tmp_path: Path) -> None:
    hq = Tem(tmp_path / "hq")
    published(hq, tmp_path)
    hq.json("hq", "enrol", "100950", "2")
    with serving(hq) as url:
        ran = Tem(tmp_path / "c").run("--json", "enrol", url, "100950-2-00000-00000")

    assert ran.refusal == "enrolment.code_refused"


def test_a_watch_passes_at_once_and_ends_when_told(tmp_path: Path) -> None:
    hq, counter = Tem(tmp_path / "hq"), Tem(tmp_path / "c")
    published(hq, tmp_path)
    code = hq.json("hq", "enrol", "100950", "2")["code"]
    with serving(hq) as url:
        counter.json("enrol", url, code)
        command = [sys.executable, "-m", "app", "--home", str(counter.home), "--json"]
        watch = subprocess.Popen(
            [*command, "sync", "--watch"], cwd=ROOT, stdout=subprocess.PIPE, text=True
        )
        assert watch.stdout is not None
        line = watch.stdout.readline()
        watch.send_signal(signal.SIGTERM)
        watch.communicate(timeout=600)

    assert '"pushed":7' in line
    assert watch.returncode == 0


def test_a_counter_enrolled_by_a_file_has_nobody_to_sync_with(tem: Tem) -> None:
    store = open_enrolled(Home(tem.home))
    with store.noting() as connection:
        connection.execute(sa.delete(headquarters_link))
    store.close()

    assert tem.run("--json", "sync").refusal == "sync.not_linked"
