"""Both ends of the stick: real counters, a real headquarters, and nobody on a line."""

import shutil
from pathlib import Path

import pytest
import sqlalchemy as sa

from app.errors import UserError
from app.queries.standing import link_state
from app.store.outbox import link, outbox
from app.store.store import open_store
from app.store.tables.customers import customer
from app.store.tables.journal import push_state
from app.store.tables.station import headquarters_link, terminal
from app.store.verification import verify
from sync.bundles.counter import Exported, export_bundle, import_bundle
from sync.bundles.faults import BundleAltered, BundleForAnother, BundleOld
from sync.headquarters.carrying import answer_bundle, take_bundle
from sync.headquarters.feed import province_scope
from sync.headquarters.revoking import revoke
from sync.headquarters.snapshots import make_snapshot
from sync.headquarters.tables import entry
from sync.passed import Passed
from tests.sync.country import Counter, Country, lost

ALL = sa.select(sa.func.count()).select_from(customer)


def without_line(country: Country) -> Counter:
    counter = country.counter()
    counter.wire.before = lost
    with counter.store.noting() as connection:
        connection.execute(sa.delete(headquarters_link))
    return counter


def terminal_of(counter: Counter) -> int:
    with counter.store.reading() as connection:
        found = outbox(connection)
    assert found is not None
    return found.head.terminal


def there(country: Country, counter: Counter, stick: Path) -> Exported:
    done = export_bundle(counter.store, stick)
    take_bundle(country.headquarters, done.path)
    country.clock.advance(1_000)
    return done


def and_back(country: Country, counter: Counter, stick: Path) -> Passed:
    made = answer_bundle(country.headquarters, terminal_of(counter), stick)
    return import_bundle(counter.store, made.path)


def trip(country: Country, counter: Counter, stick: Path) -> Passed:
    there(country, counter, stick)
    return and_back(country, counter, stick)


def test_one_trip_brings_all_up_and_the_signed_word_down(
    small_country: Country, stick: Path
) -> None:
    counter = without_line(small_country)
    counter.record(counter.registration(1))

    passed = trip(small_country, counter, stick)

    assert (passed.problem, passed.pending) == ("", 0)
    with counter.store.reading() as connection:
        found, known = outbox(connection), link(connection)
        state = link_state(connection, counter.store.clock)
    assert found is not None
    assert found.receipt is not None
    assert found.acked == found.head.seq == small_country.hq(sa.select(sa.func.count(entry.c.seq)))
    assert known is not None
    assert (known.url, state) == ("", "alone")


def test_writing_a_file_alone_counts_nothing_as_sent(small_country: Country, stick: Path) -> None:
    counter = without_line(small_country)
    counter.record(counter.registration(1))

    done = export_bundle(counter.store, stick)

    with counter.store.reading() as connection:
        found = outbox(connection)
    assert found is not None
    assert (found.acked, done.entries, done.upto) == (0, found.head.seq, found.head.seq)


def test_what_is_recorded_meanwhile_goes_with_the_next_file(
    small_country: Country, stick: Path
) -> None:
    counter = without_line(small_country)
    done = there(small_country, counter, stick)
    counter.record(counter.registration(1))

    passed = and_back(small_country, counter, stick)

    assert (passed.acked, passed.pending, passed.problem) == (done.upto, 1, "")
    assert trip(small_country, counter, stick).pending == 0


def test_an_answer_taken_twice_changes_nothing(small_country: Country, stick: Path) -> None:
    counter = without_line(small_country)
    trip(small_country, counter, stick)
    counter.record(counter.registration(1))
    answer = next(stick.glob("*.temdown"))

    passed = import_bundle(counter.store, answer)

    assert (passed.pushed, passed.pulled, passed.problem) == (0, 0, "")


def test_an_answer_older_than_what_was_heard_is_refused(
    small_country: Country, stick: Path
) -> None:
    counter = without_line(small_country)
    trip(small_country, counter, stick)
    old = Path(shutil.copy(next(stick.glob("*.temdown")), stick / "old"))
    counter.record(counter.registration(1))
    trip(small_country, counter, stick)

    with pytest.raises(BundleOld):
        import_bundle(counter.store, old)


def test_an_altered_answer_changes_nothing(small_country: Country, stick: Path) -> None:
    counter = without_line(small_country)
    done = there(small_country, counter, stick)
    made = answer_bundle(small_country.headquarters, terminal_of(counter), stick)
    whole = made.path.read_bytes()
    before = counter.scalar(sa.select(push_state.c.acked_seq))
    for place in range(0, len(whole), 997):
        made.path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(UserError):
            import_bundle(counter.store, made.path)
    made.path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(UserError):
        import_bundle(counter.store, made.path)

    assert counter.scalar(sa.select(push_state.c.acked_seq)) == before == 0
    made.path.write_bytes(whole)
    assert import_bundle(counter.store, made.path).acked == done.upto


def test_the_answer_of_another_counter_is_refused(small_country: Country, stick: Path) -> None:
    counter, other = without_line(small_country), without_line(small_country)
    there(small_country, other, stick)
    made = answer_bundle(small_country.headquarters, terminal_of(other), stick)

    with pytest.raises(BundleForAnother):
        import_bundle(counter.store, made.path)


def test_an_answer_that_headquarters_did_not_sign_is_refused(
    small_country: Country, stick: Path, tmp_path: Path
) -> None:
    counter = without_line(small_country)
    there(small_country, counter, stick)
    made = answer_bundle(small_country.headquarters, terminal_of(counter), stick)
    with counter.store.noting() as connection:
        connection.execute(sa.update(terminal).values(hq_keys=bytes(32)))

    with pytest.raises(BundleAltered):
        import_bundle(counter.store, made.path)


def test_a_counter_that_never_has_a_line_works_for_weeks_and_agrees(
    country: Country, stick: Path
) -> None:
    far, near = without_line(country), country.counter()
    make_snapshot(country.headquarters.database, country.keys, province_scope("01"), 1, rows=2)
    nth = 0
    for week in range(4):
        for counter in (far, near):
            for _ in range(3):
                nth += 1
                body = counter.registration(nth)
                counter.record(body)
                counter.record(*counter.sale(nth, body.uid))
        near.sync()
        if week == 2:  # the courier is late; the stick comes with the next one
            export_bundle(far.store, stick)
            continue
        passed = trip(country, far, stick)
        assert passed.problem == ""
        country.clock.advance(7 * 86_400_000)
    near.sync()
    trip(country, far, stick)
    near.sync()

    assert far.scalar(ALL) == near.scalar(ALL) == country.hq(ALL) == 24
    for counter in (far, near):
        found = verify(counter.store)
        assert found.problems == ()


def test_several_counters_and_weeks_on_one_stick_in_any_order(
    country: Country, stick: Path
) -> None:
    one, two = without_line(country), without_line(country)
    files = []
    for week in range(3):
        for counter in (one, two):
            counter.record(counter.registration(week + 1))
            files.append(export_bundle(counter.store, stick / f"{counter.number}-{week}").path)

    for path in [*reversed(files), *files]:
        take_bundle(country.headquarters, path)
    country.clock.advance(1_000)

    for counter in (one, two):
        assert and_back(country, counter, stick).pending == 0
    assert country.hq(ALL) == 6
    assert trip(country, one, stick).problem == ""
    assert one.scalar(ALL) == 6


def test_headquarters_put_back_from_a_copy_hears_of_the_rest_again(
    small_country: Country, stick: Path
) -> None:
    counter = without_line(small_country)
    trip(small_country, counter, stick)
    small_country.headquarters.close()
    file = small_country.folder / "headquarters" / "headquarters.db"
    shutil.copy(file, file.with_suffix(".copy"))
    small_country.reopen()
    counter.record(counter.registration(1))
    earlier = export_bundle(counter.store, stick / "earlier").path
    take_bundle(small_country.headquarters, earlier)
    small_country.clock.advance(1_000)
    and_back(small_country, counter, stick)
    counter.record(counter.registration(2))

    small_country.headquarters.close()
    shutil.copy(file.with_suffix(".copy"), file)
    small_country.reopen()

    gap = take_bundle(small_country.headquarters, export_bundle(counter.store, stick).path)
    assert gap.problem == "gap"
    small_country.clock.advance(1_000)
    back = and_back(small_country, counter, stick)
    assert back.pending == 2
    assert trip(small_country, counter, stick).pending == 0
    assert take_bundle(small_country.headquarters, earlier).new == 0
    assert small_country.hq(ALL) == 2


def test_a_counter_put_back_from_an_old_image_gets_its_entries_back(
    small_country: Country, stick: Path, tmp_path: Path
) -> None:
    counter = without_line(small_country)
    trip(small_country, counter, stick)
    counter.store.close()
    home = counter.store.home
    shutil.copytree(home.root, tmp_path / "image")
    counter.store = open_store(home, small_country.clock)
    counter.record(counter.registration(1))
    trip(small_country, counter, stick)
    counter.store.close()
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "image", home.root)
    counter.store = open_store(home, small_country.clock)

    passed = trip(small_country, counter, stick)

    assert counter.scalar(ALL) == 1
    assert trip(small_country, counter, stick).pending == 0
    assert passed.problem == ""


def test_a_revoked_counter_sends_what_it_has_and_then_forgets_its_key(
    small_country: Country, stick: Path
) -> None:
    counter = without_line(small_country)
    trip(small_country, counter, stick)
    now_ms = small_country.clock.now_ms()
    revoke(small_country.headquarters.database, terminal_of(counter), "mất máy", now_ms)
    counter.record(counter.registration(1))
    done = there(small_country, counter, stick)
    counter.record(counter.registration(2))

    passed = and_back(small_country, counter, stick)

    assert (passed.problem, passed.acked) == ("sync.revoked", done.upto)
    assert counter.store.revoked
    assert counter.store.home.keys.exists()
    assert trip(small_country, counter, stick).pending == 0
    assert not counter.store.home.keys.exists()
