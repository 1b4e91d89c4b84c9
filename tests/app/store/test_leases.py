from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.leases import Lease, LeaseKind
from app.store.fold.numbers import NumberOutsideLease
from app.store.leases import LeaseExhausted, Numbers
from app.store.store import Store
from tests.builders import a_store, grant, registered


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_numbers_of_one_transaction_follow_one_another(store: Store) -> None:
    with store.reading() as connection:
        numbers = Numbers(connection)

        assert [numbers.receipt("100950-2") for _ in range(3)] == [1, 2, 3]
        assert [numbers.item("RA", "Bảo đảm") for _ in range(2)] == [
            "RA000000014VN",
            "RA000000028VN",
        ]
        assert numbers.item("EA", "EMS") == "EA000000014VN"
        assert numbers.customer(2026) == ("0126", 1)


def test_reading_a_number_does_not_use_it_up(store: Store) -> None:
    with store.reading() as connection:
        assert Numbers(connection).receipt("100950-2") == Numbers(connection).receipt("100950-2")


def test_a_recorded_number_moves_its_range_on(store: Store) -> None:
    registered(store)

    with store.reading() as connection:
        assert Numbers(connection).customer(2026) == ("0126", 2)


def test_ranges_are_used_from_the_lowest(store: Store) -> None:
    grant(
        store,
        Lease("ra-3", LeaseKind.ITEM, "RZ", 70, 70),
        Lease("ra-2", LeaseKind.ITEM, "RZ", 5, 6),
    )

    with store.reading() as connection:
        numbers = Numbers(connection)
        taken = [int(numbers.item("RZ", "Bảo đảm")[2:10]) for _ in range(3)]

    assert taken == [5, 6, 70]


def test_a_kind_without_numbers_says_what_ran_dry(store: Store) -> None:
    with store.reading() as connection, pytest.raises(LeaseExhausted) as caught:
        Numbers(connection).item("ZZ", "Ủy thác")

    assert caught.value.what == "số hiệu Ủy thác"


def test_two_ranges_that_overlap_refuse_to_book(store: Store) -> None:
    grant(store, Lease("customer-twice", LeaseKind.CUSTOMER, "0126", 1, 50))

    with pytest.raises(NumberOutsideLease):
        registered(store)
