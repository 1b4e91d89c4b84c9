"""Headquarters' end of the stick; both ends together are in tests/sync/bundles/test_counter.py."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from nacl.signing import SigningKey

from app.store.outbox import outbox
from sync.bundles.counter import export_bundle, import_bundle
from sync.bundles.faults import BundleAltered, BundleForAnother, BundleWriterUnknown
from sync.bundles.form import DOWN, UP
from sync.bundles.reading import Bundle, open_bundle
from sync.bundles.writing import writing_bundle
from sync.headquarters.carrying import answer_bundle, take_bundle, waiting_answers
from sync.headquarters.kept_tables import carried_hello
from sync.headquarters.revoking import TerminalUnknown
from sync.headquarters.tables import hq_log, lease_grant, writer
from tests.sync.country import Counter, Country

GRANTS = sa.select(sa.func.count()).select_from(lease_grant)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


def carried(country: Country, counter: Counter, stick: Path) -> Path:
    path = export_bundle(counter.store, stick).path
    take_bundle(country.headquarters, path)
    country.clock.advance(1_000)
    return path


def terminal_of(counter: Counter) -> int:
    with counter.store.reading() as connection:
        found = outbox(connection)
    assert found is not None
    return found.head.terminal


def forged(country: Country, path: Path, sender: SigningKey) -> Path:
    """The same pieces under another signature."""
    pieces = [piece for _, piece in open_bundle(path, UP, country.keys.signing_key).pieces()]
    with writing_bundle(path, UP, [country.keys.public], sender) as bundle:
        for piece in pieces:
            bundle.add(piece)
    return path


def test_taking_tells_what_is_new_once(country: Country, stick: Path) -> None:
    counter = country.counter()
    counter.record(counter.registration(1))
    path = export_bundle(counter.store, stick).path

    first = take_bundle(country.headquarters, path, who="Nguyễn An")
    again = take_bundle(country.headquarters, path)

    assert (first.office, first.counter, first.problem) == ("100950", "1", "")
    assert first.new == first.head == again.head
    assert again.new == 0
    with country.headquarters.database.reading() as connection:
        lines = [
            row.detail
            for row in connection.execute(sa.select(hq_log))
            if row.what == "bundle_taken"
        ]
    assert len(lines) == 2
    assert "Nguyễn An" in lines[0]


def test_who_waits_for_an_answer_is_known(country: Country, stick: Path) -> None:
    one, two = country.counter(), country.counter()
    for counter in (two, one):
        carried(country, counter, stick)
    assert waiting_answers(country.headquarters) == [terminal_of(one), terminal_of(two)]

    answer_bundle(country.headquarters, terminal_of(one), stick)

    assert waiting_answers(country.headquarters) == [terminal_of(two)]


def test_a_file_that_the_counters_computer_did_not_sign_is_refused(
    small_country: Country, stick: Path
) -> None:
    counter = small_country.counter()
    path = export_bundle(counter.store, stick).path

    with pytest.raises(BundleAltered):
        take_bundle(small_country.headquarters, forged(small_country, path, SigningKey.generate()))

    assert small_country.hq(sa.select(sa.func.sum(writer.c.head_seq))) == 0


def test_a_counter_of_another_headquarters_is_refused(
    small_country: Country, stick: Path, tmp_path: Path
) -> None:
    counter = small_country.counter()
    path = export_bundle(counter.store, stick).path
    stranger = Country(tmp_path / "other", small_country.headquarters.database)

    with pytest.raises(BundleForAnother):
        take_bundle(stranger.headquarters, path)

    with small_country.headquarters.database.writing() as connection:
        connection.execute(sa.delete(writer))
    with pytest.raises(BundleWriterUnknown):
        take_bundle(small_country.headquarters, path)


def test_nobody_who_sent_nothing_is_answered(small_country: Country, stick: Path) -> None:
    with pytest.raises(TerminalUnknown):
        answer_bundle(small_country.headquarters, 7001, stick)


def test_an_answer_can_be_written_again_without_new_numbers(
    small_country: Country, stick: Path
) -> None:
    counter = small_country.counter()
    with counter.store.noting() as connection:
        connection.execute(sa.text("UPDATE lease SET next = hi"))
    carried(small_country, counter, stick)
    before = small_country.hq(GRANTS)

    for _ in range(3):
        made = answer_bundle(small_country.headquarters, terminal_of(counter), stick)
        small_country.clock.advance(1_000)

    assert small_country.hq(GRANTS) > before
    assert small_country.hq(GRANTS) - before == len(_new_leases(counter, made.path))
    assert small_country.hq(sa.select(sa.func.count()).select_from(carried_hello)) == 1


def _new_leases(counter: Counter, path: Path) -> list[str]:
    with counter.store.reading() as connection:
        before = set(connection.scalars(sa.text("SELECT lease_id FROM lease")))
    import_bundle(counter.store, path)
    with counter.store.reading() as connection:
        return sorted(set(connection.scalars(sa.text("SELECT lease_id FROM lease"))) - before)


def test_an_answer_is_sealed_for_its_counter_alone(small_country: Country, stick: Path) -> None:
    one, two = small_country.counter(), small_country.counter()
    carried(small_country, one, stick)
    made = answer_bundle(small_country.headquarters, terminal_of(one), stick)

    opened: Bundle = open_bundle(made.path, DOWN, one.store.secrets.signing_key)
    assert opened.signed_by == small_country.keys.public
    with pytest.raises(BundleForAnother):
        open_bundle(made.path, DOWN, two.store.secrets.signing_key)
