import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.settings import Home
from app.store.engine import connect
from app.store.keys import load_secrets
from tests.app.cli.tem import Tem, TemApart


def test_sound_books_are_ok_and_their_head_is_told(tem: Tem) -> None:
    answer = tem.json("verify")

    assert answer["ok"] is True
    assert answer["entries"] == 7
    assert len(answer["head"]) == 64
    assert answer["problems"] == []


def test_people_read_that_the_books_are_sound(tem: Tem) -> None:
    assert "Sổ nguyên vẹn: 7 bút toán" in tem.run("verify").out


def test_a_backup_brings_everything_back(tem: Tem, tmp_path: Path) -> None:
    before = tem.json("verify")
    copy = tmp_path / "copy.db"
    tem.json("backup", str(copy))
    tem.home.joinpath("counter.db").write_bytes(b"")

    restored = tem.json("restore", str(copy))

    assert restored["entries"] == 7
    assert tem.json("verify") == before
    assert Path(restored["replaced"]).exists()


def test_a_backup_goes_to_the_home_when_no_file_is_named(tem: Tem) -> None:
    made = Path(tem.json("backup")["backup"])

    assert made.parent == tem.home / "backups"
    assert made.stat().st_size > 0


def test_a_backup_is_encrypted(tem: Tem, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    tem.json("backup", str(copy))

    with closing(sqlite3.connect(copy)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM sqlite_master")


def test_a_backup_never_overwrites_a_file(tem: Tem, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("của tôi")

    ran = tem.run("--json", "backup", str(tmp_path / "copy.db"))

    assert ran.refusal == "backup.exists"


@pytest.mark.parametrize("content", [b"", b"x" * 10_000])
def test_what_is_no_backup_changes_nothing(tem: Tem, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "copy.db").write_bytes(content)
    before = tem.json("verify")

    assert tem.run("--json", "restore", str(tmp_path / "copy.db")).refusal == "backup.unusable"

    assert tem.json("verify") == before


def test_a_store_cut_in_half_is_refused_with_the_way_back(tem: Tem) -> None:
    database = tem.home / "counter.db"
    database.write_bytes(database.read_bytes()[: database.stat().st_size // 2])

    ran = tem.run("find", "nguyen")

    assert ran.exit == 1
    assert "tem restore" in ran.err


def test_a_store_with_another_key_is_refused(tem: Tem, tmp_path: Path) -> None:
    other = Tem(tmp_path / "other")
    other.json("demo", "--no-window", "--customers", "0")
    (tem.home / "counter.keys").write_bytes((other.home / "counter.keys").read_bytes())

    assert tem.run("--json", "verify").refusal == "store.damaged"


def test_a_store_without_its_key_is_refused(tem: Tem) -> None:
    (tem.home / "counter.keys").unlink()

    assert tem.run("--json", "verify").refusal == "store.key_missing"


@pytest.fixture
def sealed(tem: Tem) -> Iterator[Tem]:
    """The home on a disk that lets nothing be written."""
    for path in (*tem.home.iterdir(), tem.home):
        path.chmod(0o500 if path.is_dir() else 0o400)
    yield TemApart(tem.home).bound_by_permissions()
    tem.home.chmod(0o700)


@pytest.mark.parametrize(
    "words",
    [["verify"], ["backup"], ["find", "lan"], ["demo", "--no-window"],
     ["customer", "register", "--name", "Lan"]],
)  # fmt: skip
def test_a_disk_that_cannot_be_written_is_told_in_a_sentence(sealed: Tem, words: list[str]) -> None:
    assert sealed.run("--json", *words).refusal == "store.read_only"


def test_a_store_of_a_newer_program_is_left_alone(tem: Tem) -> None:
    key = load_secrets(Home(tem.home)).database
    connection = connect(tem.home / "counter.db", key)
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.close()
    before = (tem.home / "counter.db").read_bytes()

    assert tem.run("--json", "standing").refusal == "store.schema_too_new"

    assert (tem.home / "counter.db").read_bytes() == before


@pytest.mark.parametrize("proof", ["xyz", "U" * 10, "A" * 10_000])
def test_what_is_no_proof_code_is_refused(tem: Tem, proof: str) -> None:
    assert tem.run("--json", "verify", proof).refusal == "proof.wrong"


def test_a_proof_that_no_receipt_has_is_refused(tem: Tem) -> None:
    assert tem.run("--json", "verify", "00000-00000").refusal == "cli.proof_unknown"


def test_an_older_copy_is_taken_only_when_it_is_insisted_on(tem: Tem, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    tem.json("backup", str(copy))
    tem.json("customer", "register", "--name", "Lan")

    assert tem.run("--json", "restore", str(copy)).refusal == "backup.older"
    assert tem.json("restore", str(copy), "--even-if-older")["missing"] == 1

    assert tem.run("--json", "customer", "register", "--name", "Mai").refusal == (
        "store.older_than_books"
    )
    assert tem.run("verify").exit == 3


def test_an_old_image_lets_people_in_to_look_and_nobody_write(tem: Tem, tmp_path: Path) -> None:
    copy = str(tmp_path / "old.db")
    number = tem.json("customer", "register", "--name", "Lan")["customer"]
    tem.json("backup", copy)
    tem.json("customer", "register", "--name", "Bình")
    tem.json("restore", copy, "--even-if-older")

    assert tem.json("customer", "show", number)["full_name"] == "Lan"
    assert Tem(tem.home, TEM_PIN="000000").run("--json", "customer", "show", number).refusal == (
        "sign_in.wrong_pin"
    )
    refused = tem.run("--json", "customer", "register", "--name", "Cúc")
    assert refused.refusal == "store.older_than_books"


def test_a_damaged_page_is_one_sentence(apart: TemApart) -> None:
    file = apart.home / "counter.db"
    content = bytearray(file.read_bytes())
    content[9_000] ^= 1
    file.write_bytes(content)

    ran = apart.run("verify")

    assert (ran.exit, ran.err.count("\n")) == (1, 1), ran.err
