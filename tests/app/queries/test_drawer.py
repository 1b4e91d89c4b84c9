from dataclasses import replace

from app.domain.drawer import Movement, Purpose
from app.domain.shift_summary import ShiftSummary
from app.queries.drawer import cash_balance, current_shift, shift_summary, shifts
from app.store.store import Store
from tests.app.services.bookkeeping import balance
from tests.builders import CHAU, PHUC, accepted, an_item
from tests.fakes.clock import NOON, HandClock
from tests.shift_builders import BY_PHUC, FLOAT_VND, closed, corrected, counted, moved, opened

PARCEL = an_item(service="parcel", actual_g=1_500, cod_vnd=250_000)


def summary(store: Store, number: str = "") -> ShiftSummary:
    with store.reading() as connection:
        found = shift_summary(connection, number)
    assert found is not None
    return found


def test_before_the_first_shift_there_is_nothing_to_sum_up(store: Store) -> None:
    with store.reading() as connection:
        assert shift_summary(connection) is None
        assert current_shift(connection, NOON) is None
        assert cash_balance(connection) == 0


def test_x_adds_up_what_the_shift_did(store: Store, clock: HandClock) -> None:
    opened(store)
    first = accepted(store, an_item(), PARCEL).done
    clock.advance(3_600_000)
    second = accepted(store, customer="").done
    moved(store, Movement.PAID_IN, 100_000, purpose=Purpose.TREASURY, reason="")
    moved(store, Movement.PAID_OUT, 30_000)

    x = summary(store)

    assert [(line.code, line.items) for line in x.services] == [("registered", 2), ("parcel", 1)]
    assert [line.cod_vnd for line in x.services] == [0, 250_000]
    assert x.total.net_vnd + x.total.vat_vnd == first.total_vnd + second.total_vnd
    assert x.moved("vat.output") == -x.total.vat_vnd
    assert x.cash.earned_vnd == first.total_vnd + second.total_vnd
    assert x.cash.expected_vnd == FLOAT_VND + x.cash.earned_vnd + 70_000
    assert x.work.customers == 2
    assert x.work.hours == ((12, 2), (13, 1))
    assert [m.movement for m in x.movements] == ["paid_in", "paid_out"]
    assert (x.z_number, x.closing, x.is_counted) == (0, None, False)


def test_x_changes_nothing_however_often_it_is_read(store: Store) -> None:
    opened(store)
    accepted(store)

    first = summary(store)

    assert summary(store) == first


def test_z_and_x_come_from_one_function_and_say_the_same(store: Store) -> None:
    opened(store)
    accepted(store)
    x = summary(store)
    counted(store, x.cash.expected_vnd - 2_000)
    closed(store, deposited_vnd=100_000)

    z = summary(store)

    assert (z.services, z.cash, z.movements) == (x.services, x.cash, x.movements)
    assert replace(z.work, forms_saved=x.work.forms_saved) == x.work
    assert z.work.forms_saved > x.work.forms_saved, "closing needs no forms either"
    assert z.closing is not None
    assert z.closing.expected_vnd == z.cash.expected_vnd
    assert z.closing.difference_vnd == -2_000
    assert [count.difference_vnd for count in z.counts] == [-2_000]
    assert (z.z_number, z.head_seq) == (1, x.head_seq + 2)
    assert z.head_hash != x.head_hash


def test_z_is_frozen_whatever_comes_after_it(store: Store) -> None:
    opened(store)
    accepted(store)
    shift = closed(store, FLOAT_VND).shift
    z = summary(store, shift)

    accepted(store)
    corrected(store, shift, FLOAT_VND + 1_000)

    later = summary(store, shift)
    assert (later.services, later.cash, later.accounts) == (z.services, z.cash, z.accounts)
    assert (later.closing, later.head_hash) == (z.closing, z.head_hash)
    assert [line.counted_vnd for line in later.corrections] == [FLOAT_VND + 1_000]


def test_a_correction_shows_in_the_shift_in_which_it_was_made(store: Store) -> None:
    opened(store)
    shift = closed(store, FLOAT_VND - 20_000).shift
    opened(store, {10_000: 48})
    corrected(store, shift, FLOAT_VND)

    x = summary(store)

    assert (x.cash.corrected_vnd, x.cash.earned_vnd) == (20_000, 0)
    assert x.cash.expected_vnd == FLOAT_VND


def test_the_balance_is_that_of_all_postings_through_every_shift(store: Store) -> None:
    accepted(store)
    closed(store, 1_000, deposited_vnd=500)
    opened(store, {10_000: 3})
    accepted(store)

    with store.reading() as connection:
        assert cash_balance(connection) == balance(store, "drawer")


def test_the_current_shift_is_named_with_whoever_opened_it(store: Store, clock: HandClock) -> None:
    opened(store, clerk=PHUC)

    with store.reading() as connection:
        current = current_shift(connection, clock.now_ms())
    assert current is not None
    assert (current.serial, current.clerk_name, current.over_ceiling) == (1, PHUC.name, False)


def test_cash_above_the_ceiling_is_told(store: Store, clock: HandClock) -> None:
    opened(store, {500_000: 41})

    with store.reading() as connection:
        current = current_shift(connection, clock.now_ms())
    assert current is not None
    assert current.over_ceiling


def test_the_list_of_shifts_begins_with_the_newest(store: Store) -> None:
    opened(store)
    first = closed(store, FLOAT_VND - 5_000, approval=BY_PHUC).shift
    accepted(store)

    with store.reading() as connection:
        rows = shifts(connection)

    assert [(row.serial, row.opening) for row in rows] == [(2, "automatic"), (1, "counted")]
    assert (rows[0].closed_at, rows[0].difference_vnd) == (None, None)
    assert (rows[1].number, rows[1].difference_vnd, rows[1].agreed_by) == (
        first, -5_000, PHUC.name
    )  # fmt: skip
    assert rows[1].clerk_name == CHAU.name
