"""Headquarters and a counter as people run them: real processes, real HTTP."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.bench.postgres import postgres
from tests.app.cli.tem import ROOT, Tem
from tests.e2e.waiting import until
from tests.ports import a_port
from tests.sync.country import PEOPLE
from tests.sync.line.serving import is_well

REFERENCE = sorted(str(path) for path in (ROOT / "resources" / "reference").glob("*.csv"))


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[tuple[str, ...]]:
    """The words that name headquarters' database."""
    if request.param == "sqlite":
        yield ()
        return
    with postgres() as server:
        yield ("--database", server.new_database())


@pytest.fixture
def hq(tmp_path: Path) -> Tem:
    return Tem(tmp_path / "hq")


@contextmanager
def serving(hq: Tem, *words: str) -> Iterator[str]:
    """The address of ``tem hq serve``, which is told to end when the block is left."""
    port = a_port()
    command = [sys.executable, "-m", "app", "--home", str(hq.home), "hq", "serve", *words]
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [*command, "--port", str(port)], cwd=ROOT, env=os.environ | hq.environment
    )
    try:
        until(lambda: is_well(url), "the service")
        yield url
    finally:
        server.terminate()
        server.wait(120)


def published(hq: Tem, tmp_path: Path, *database: str) -> None:
    people = tmp_path / "people.toml"
    people.write_text(PEOPLE, encoding="utf-8")
    done = hq.json("hq", "publish", *database, *REFERENCE, str(people))
    assert done == {"files": len(REFERENCE), "people": 1}


def test_a_counter_enrols_works_and_syncs(
    hq: Tem, database: tuple[str, ...], tmp_path: Path
) -> None:
    published(hq, tmp_path, *database)
    code = hq.json("hq", "enrol", *database, "100950", "2")["code"]
    counter = Tem(tmp_path / "counter")

    with serving(hq, *database) as url:
        assert counter.json("enrol", url, code)["terminal"] == 7001
        first = counter.json("sync", "--once")
        counter.json("customer", "register", "--name", "Nguyễn Văn Bình", "--phone", "0903123456")
        second = counter.json("sync")
        standing = counter.json("standing")

    assert first["pushed"] == 7
    assert second == {
        "pushed": 1,
        "pulled": 1,
        "pending": 0,
        "acked": 8,
        "state": "online",
        "problem": None,
        "files": 0,
        "held": [],
    }
    assert (standing["acked"], standing["unsent"], standing["state"]) == (8, 0, "online")
    assert counter.json("verify")["ok"]
    status = hq.json("hq", "status", *database)
    assert status["entries"] == 8
    assert (status["quarantined"], status["conflicts"], status["forks"]) == (0, 0, 0)
    assert status["terminals"][0]["acked"] == 8


def test_without_headquarters_the_counter_works_alone_and_says_so(hq: Tem, tmp_path: Path) -> None:
    published(hq, tmp_path)
    code = hq.json("hq", "enrol", "100950", "2")["code"]
    counter = Tem(tmp_path / "counter")
    with serving(hq) as url:
        counter.json("enrol", url, code)

    ran = counter.run("--json", "sync", "--once")

    assert ran.exit == 1
    assert ran.json["state"] == "alone"
    assert ran.json["problem"]["code"] == "sync.unreached"
    assert ran.json["pending"] == 7


def test_a_code_serves_one_device(hq: Tem, tmp_path: Path) -> None:
    published(hq, tmp_path)
    code = hq.json("hq", "enrol", "100950", "2")["code"]
    with serving(hq) as url:
        one, other = Tem(tmp_path / "one"), Tem(tmp_path / "other")
        one.json("enrol", url, code)

        assert other.run("--json", "enrol", url, code).refusal == "enrolment.code_refused"
        assert one.json("enrol", url, code)["new_leases"] == 0


def test_an_office_that_was_never_published_gets_no_code(hq: Tem, tmp_path: Path) -> None:
    published(hq, tmp_path)

    refused = hq.run("--json", "hq", "enrol", "999999", "1")

    assert refused.refusal == "reference.unknown_office"


def test_a_database_that_is_not_there_is_named_without_its_password(hq: Tem) -> None:
    url = "postgresql://me:secret@127.0.0.1:1/none"

    refused = hq.run("--json", "hq", "status", "--database", url)

    assert refused.refusal == "headquarters.database_unreachable"
    assert "secret" not in refused.out + refused.err


def test_a_backup_is_heard_of_at_the_counter(tem: Tem, tmp_path: Path) -> None:
    made = tem.json("hq", "backup", str(tmp_path / "copy.db"))
    in_its_home = tem.json("hq", "backup")

    assert made["entries"] == in_its_home["entries"] == 7
    assert Path(in_its_home["backup"]).parent.name == "backups"
    assert tem.json("hq", "status")["terminals"][0]["backed_up"] == 7
    assert tem.run("--json", "hq", "backup", str(tmp_path / "copy.db")).refusal == "backup.exists"


def test_a_copy_put_back_is_told_with_what_was_done_since(hq: Tem, tmp_path: Path) -> None:
    published(hq, tmp_path)
    (place,) = hq.home.rglob("headquarters.db")
    copy = place.read_bytes()
    for counter in ("1", "2"):
        hq.json("hq", "enrol", "100950", counter)
    place.write_bytes(copy)

    ran = hq.run("--json", "hq", "restored", "--reason", "thay ổ đĩa")

    assert ran.json["acts_lost"] == 2
    assert "nhật ký thiếu 2 dòng" in ran.err
    assert hq.json("hq", "restored", "--reason", "xem lại")["acts_lost"] == 0
