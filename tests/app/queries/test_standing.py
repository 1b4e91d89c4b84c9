import sqlalchemy as sa

from app.clock import utc
from app.domain.leases import Lease, LeaseKind
from app.queries.standing import ONLINE_MS, LeaseLevel, Standing, clerks, standing, station
from app.store.outbox import note_heard, set_link
from app.store.store import Store
from app.store.tables.journal import push_state
from app.store.tables.station import lease
from tests.builders import CHAU, PHUC, accepted, grant, registered
from tests.fakes.clock import NOON, HandClock


def stands(store: Store) -> Standing:
    with store.reading() as connection:
        return standing(connection, store.clock)


def level(store: Store, kind: str, prefix: str = "") -> LeaseLevel:
    return next(
        each
        for each in stands(store).leases
        if each.kind == kind and each.next_code.startswith(prefix)
    )


def test_a_station_says_where_one_is(store: Store) -> None:
    with store.reading() as connection:
        here = station(connection, NOON)

        assert (here.office_code, here.office_name, here.counter) == ("100950", "Cửa Nam", "2")
        assert (here.terminal, here.hotline) == (7001, "1900 0000")
        assert clerks(connection) == (CHAU, PHUC)


def test_without_word_from_headquarters_for_ten_minutes_a_counter_is_alone(
    store: Store, clock: HandClock
) -> None:
    with store.noting() as connection:
        set_link(connection, "http://127.0.0.1")
        note_heard(connection, clock.now_ms(), "epoch")
    clock.advance(ONLINE_MS)
    assert stands(store).state == "online"

    clock.advance(1)

    assert stands(store).state == "alone"


def test_every_entry_counts_as_recorded_and_waits_for_headquarters(
    store: Store, clock: HandClock
) -> None:
    before = stands(store)
    accepted(store)

    after = stands(store)

    assert after.recorded == before.recorded + 4, "the shift, the customer, the item, its payment"
    assert after.unsent == after.recorded
    assert (after.acked, after.state) == (0, "alone")
    assert after.oldest_unsent_at == utc(NOON - 3_600_000)


def test_what_headquarters_acknowledged_no_longer_waits(store: Store, clock: HandClock) -> None:
    acked = stands(store).recorded
    clock.advance(60_000)
    registered(store)
    with store.unit_of_work() as uow:
        uow.connection.execute(
            sa.insert(push_state).values(terminal=7001, epoch=1, acked_seq=acked)
        )
        uow.commit()

    after = stands(store)

    assert (after.unsent, after.acked) == (1, acked)
    assert after.oldest_unsent_at == utc(NOON + 60_000)


def test_a_full_lease_is_not_low_and_shows_what_comes_next(store: Store) -> None:
    registered(store)

    shown = level(store, "customer")

    assert shown == LeaseLevel("customer", "số khách hàng", "0126000000276", 999, low=False)
    assert level(store, "item", "CA").label == "số hiệu Bưu kiện"
    assert level(store, "receipt").next_code == "100950-2-0000001"


def test_below_forty_per_cent_or_fifty_a_lease_is_low(store: Store) -> None:
    for next_serial, low in ((601, False), (602, True)):
        with store.unit_of_work() as uow:
            uow.connection.execute(
                sa.update(lease).where(lease.c.kind == "receipt").values(next=next_serial)
            )
            uow.commit()
        assert level(store, "receipt").low is low

    grant(store, Lease("small", LeaseKind.ITEM, "BA", 1, 49))
    assert level(store, "item", "BA").low


def test_several_ranges_of_a_kind_are_one_level(store: Store) -> None:
    grant(store, Lease("receipt-2", LeaseKind.RECEIPT, "100950-2", 5_001, 5_500))

    assert level(store, "receipt").left == 1_500


def test_a_dry_lease_stands_first_and_has_nothing_next(store: Store) -> None:
    with store.unit_of_work() as uow:
        of_item = lease.c.prefix == "EA"
        uow.connection.execute(sa.update(lease).where(of_item).values(next=lease.c.hi + 1))
        uow.commit()

    driest = stands(store).leases[0]

    assert (driest.label, driest.left, driest.next_code) == ("số hiệu EMS", 0, "")
    assert driest.low


def test_a_clock_behind_the_last_entry_is_told(store: Store, clock: HandClock) -> None:
    registered(store)
    assert stands(store).clock_note == ""

    clock.wall_ms -= 60_000

    assert "lùi" in stands(store).clock_note
