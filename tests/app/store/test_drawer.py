import pytest

from app.domain import accounts
from app.store.drawer import (
    ShiftUnknown,
    account_sums,
    cash_in_drawer,
    drawer_here,
    drawer_name,
    is_closed_shift,
    open_shift_of,
    shift_by_number,
    shift_number,
    shift_of,
)
from app.store.store import Store
from tests.builders import accepted
from tests.shift_builders import FLOAT_VND, closed, opened


def test_a_later_epoch_counts_its_shifts_anew() -> None:
    assert shift_number(drawer_name("100950", "2", 1), 1) == "100950-2-C00001"
    assert shift_number(drawer_name("100950", "2", 3), 12) == "100950-2-E3-C00012"


def test_the_open_shift_is_found_until_it_is_closed(counter: Store) -> None:
    number = opened(counter).shift

    with counter.reading() as connection:
        found = open_shift_of(connection, drawer_here(connection))
        assert found is not None
        assert (found.number, is_closed_shift(connection, number)) == (number, False)
    closed(counter, 0)
    with counter.reading() as connection:
        assert open_shift_of(connection, drawer_here(connection)) is None
        assert is_closed_shift(connection, number)


def test_an_entry_belongs_to_the_shift_in_which_it_was_booked_or_to_none(counter: Store) -> None:
    opened(counter)
    accepted(counter)
    closed(counter, 0)
    with counter.reading() as connection:
        first = shift_by_number(connection, shift_number(drawer_here(connection), 1))
        assert first.closed_seq is not None
        inside, after = (
            shift_of(connection, seq) for seq in (first.closed_seq - 1, first.closed_seq + 1)
        )
        assert shift_of(connection, first.opened_seq) is None, "it is opened by its own entry"

    assert inside is not None
    assert inside.serial == 1
    assert after is None


def test_sums_are_over_the_entries_of_the_shift_alone(counter: Store) -> None:
    opened(counter)
    closed(counter, FLOAT_VND)
    sale = accepted(counter).done

    with counter.reading() as connection:
        second = shift_by_number(connection, "100950-2-C00002")
        sums = account_sums(connection, second.opened_seq)
        assert sums[accounts.DRAWER] == sale.total_vnd
        assert cash_in_drawer(connection, second.drawer) == FLOAT_VND + sale.total_vnd


def test_a_drawer_without_shifts_is_empty(counter: Store) -> None:
    with counter.reading() as connection:
        assert cash_in_drawer(connection, drawer_here(connection)) == 0
        assert not is_closed_shift(connection, "100950-2-C00001")
        with pytest.raises(ShiftUnknown):
            shift_by_number(connection, "x" * 100)
