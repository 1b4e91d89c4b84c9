import pytest
import sqlalchemy as sa

from app.domain import accounts
from app.domain.drawer import AmountImpossible, Count, CountNegative, Movement
from app.journal.kinds.shifts import ShiftClosed
from app.services.closing import (
    CloseShift,
    CountDrawer,
    CountOutdated,
    NothingCounted,
    RemarkUnusable,
    close_shift,
    count_drawer,
)
from app.services.commands import CommandIdTaken
from app.services.four_eyes import ApproverLacksRight
from app.services.shifts import ShiftNotOpen
from app.services.signing_in import WrongPin
from app.store.books import entry_at
from app.store.store import Store
from app.store.tables.prints import print_job
from tests.app.services.bookkeeping import balance, kinds, last_body, sound
from tests.builders import CHAU, PHUC, a_command_id, accepted
from tests.shift_builders import (
    BY_CHAU,
    BY_PHUC,
    FLOAT_VND,
    closed,
    counted,
    moved,
    opened,
)


def test_a_count_tells_what_the_books_expect_only_once_it_is_on_record(store: Store) -> None:
    opened(store)
    sale = accepted(store).done

    done = counted(store, FLOAT_VND)

    assert (done.ordinal, done.counted_vnd) == (1, FLOAT_VND)
    assert done.difference_vnd == -sale.total_vnd
    assert kinds(store)[-1] == "shift.counted"
    assert balance(store, accounts.CASH_DIFFERENCE) == 0, "counting books nothing"


def test_every_count_stays_on_record(store: Store) -> None:
    opened(store)

    assert [counted(store, 1).ordinal, counted(store, FLOAT_VND).ordinal] == [1, 2]
    closed(store)

    body = last_body(store)
    assert isinstance(body, ShiftClosed)
    assert (body.counts, body.counted_vnd) == (2, FLOAT_VND)
    assert sound(store)


@pytest.mark.parametrize("difference_vnd", [0, 20_000, -35_000])
def test_a_shift_closes_with_any_difference_and_keeps_it(store: Store, difference_vnd: int) -> None:
    opened(store)

    done = closed(store, FLOAT_VND + difference_vnd)

    assert (done.z_number, done.expected_vnd) == (1, FLOAT_VND)
    assert (done.difference_vnd, done.agreed_by) == (difference_vnd, "")
    assert balance(store, accounts.CASH_DIFFERENCE) == -difference_vnd
    assert balance(store, accounts.DRAWER) == FLOAT_VND + difference_vnd
    assert sound(store)


def test_a_supervisor_can_stand_by_the_difference(store: Store) -> None:
    opened(store)

    done = closed(store, FLOAT_VND - 5_000, approval=BY_PHUC, remark="thối nhầm một tờ 5.000")

    assert done.agreed_by == PHUC.name


def test_a_clerk_cannot_stand_by_the_difference_and_nothing_is_booked(store: Store) -> None:
    opened(store)

    with pytest.raises(ApproverLacksRight):
        closed(store, FLOAT_VND - 5_000, approval=BY_CHAU)
    with pytest.raises(WrongPin):
        closed(store, 1, approval=BY_PHUC.__class__("phuc", "999999"))

    assert kinds(store) == ["shift.opened"]


def test_what_goes_to_the_treasury_leaves_the_rest_as_the_next_float(store: Store) -> None:
    opened(store)

    done = closed(store, FLOAT_VND, deposited_vnd=300_000)

    assert (done.deposited_vnd, done.left_vnd) == (300_000, 200_000)
    assert balance(store, accounts.DRAWER) == 200_000
    assert balance(store, accounts.TREASURY) == -200_000
    with pytest.raises(AmountImpossible):
        opened(store, {}, received_vnd=1)


def test_more_than_was_counted_cannot_go_to_the_treasury(store: Store) -> None:
    opened(store)

    for deposited_vnd in (-1, FLOAT_VND + 1):
        with pytest.raises(AmountImpossible):
            closed(store, FLOAT_VND, deposited_vnd=deposited_vnd)


def test_the_close_carries_what_anyone_needs_to_add_up_again(store: Store) -> None:
    opened(store)
    sale = accepted(store).done
    closed(store, FLOAT_VND)

    body = last_body(store)
    assert isinstance(body, ShiftClosed)
    sums = {each.account: each.amount_vnd for each in body.accounts}
    assert sums["drawer"] == FLOAT_VND + sale.total_vnd
    assert sums["treasury"] == -FLOAT_VND
    assert sum(sums.values()) == 0
    assert {each.kind: each.entries for each in body.kinds} == {10: 1, 20: 1, 30: 1, 50: 1}
    with store.reading() as connection:
        head = entry_at(connection, body.head_seq)
    assert head is not None
    assert head.hash == body.head_hash
    assert body.head_seq - body.opened_seq == 3


def test_the_z_waits_for_the_printer(store: Store) -> None:
    opened(store)
    closed(store, FLOAT_VND)

    with store.reading() as connection:
        jobs = connection.execute(sa.select(print_job.c.document, print_job.c.subject)).all()
    assert [tuple(job) for job in jobs] == [("shift", "100950-2-C00001")]


def test_closing_twice_is_refused_and_pressing_twice_is_not(store: Store) -> None:
    opened(store)
    command = CloseShift(a_command_id(), Count(loose_vnd=FLOAT_VND))

    first = close_shift(command, store.unit_of_work(), CHAU)

    assert close_shift(command, store.unit_of_work(), CHAU) == first
    with pytest.raises(ShiftNotOpen):
        closed(store, FLOAT_VND)
    assert kinds(store).count("shift.closed") == 1


def test_a_shift_is_not_closed_without_a_count(store: Store) -> None:
    opened(store)

    with pytest.raises(NothingCounted):
        closed(store)


def test_a_count_is_worth_nothing_once_cash_has_moved(store: Store) -> None:
    opened(store)
    counted(store, FLOAT_VND)
    moved(store, Movement.PAID_OUT, 10_000)

    with pytest.raises(CountOutdated):
        closed(store)

    counted(store, FLOAT_VND - 10_000)
    assert closed(store).difference_vnd == 0


def test_a_negative_count_is_refused_before_anything_is_recorded(store: Store) -> None:
    opened(store)

    with pytest.raises(CountNegative):
        closed(store, -1)
    with pytest.raises(CountNegative):
        counted(store, -1)
    with pytest.raises(RemarkUnusable):
        closed(store, 1, remark="x" * 301)

    assert kinds(store) == ["shift.opened"]


def test_counting_twice_by_one_press_records_one_count(store: Store) -> None:
    opened(store)
    command = CountDrawer(a_command_id(), Count(loose_vnd=1))

    first = count_drawer(command, store.unit_of_work(), CHAU)

    assert count_drawer(command, store.unit_of_work(), CHAU) == first
    with pytest.raises(CommandIdTaken):
        closed(store, 1, command_id=command.command_id)


def test_a_shift_that_a_sale_opened_closes_like_any_other(store: Store) -> None:
    sale = accepted(store).done

    done = closed(store, sale.total_vnd)

    assert (done.expected_vnd, done.difference_vnd) == (sale.total_vnd, 0)
    assert sound(store)
