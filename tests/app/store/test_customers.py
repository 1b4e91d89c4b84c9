from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.customer_number import WrongCustomerNumber
from app.domain.names import name_keys
from app.store.customers import (
    CustomerUnknown,
    customer_by_citizen,
    customer_by_number,
    customer_by_uid,
    customers_by_key,
    customers_by_old_paper,
)
from app.store.lookups import citizen_lookup
from app.store.store import Store
from app.store.tables.search import NAME, PHONE
from tests.builders import LOOKUP_KEY, a_paper, a_store, registered


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_a_customer_is_read_by_number_uid_card_and_older_paper(store: Store) -> None:
    number = registered(store, birth_date=None, sex=None, citizen=a_paper())

    with store.reading() as connection:
        stored = customer_by_number(connection, f" {number[:2]} {number[2:]} ")
        assert customer_by_uid(connection, stored.uid) == stored
        lookup = citizen_lookup(LOOKUP_KEY, "001090000001")
        assert customer_by_citizen(connection, lookup) == stored
        older = citizen_lookup(LOOKUP_KEY, "012345678")
        assert customers_by_old_paper(connection, older, 5) == (stored,)

    assert stored.phones == ("+84903123456",)
    assert stored.erased is False


def test_nobody_is_told_as_nobody(store: Store) -> None:
    with store.reading() as connection:
        with pytest.raises(CustomerUnknown):
            customer_by_number(connection, "0126000000179")
        with pytest.raises(WrongCustomerNumber):
            customer_by_number(connection, "0126000000178")
        assert customer_by_uid(connection, bytes(16)) is None
        assert customer_by_citizen(connection, bytes(32)) is None
        assert customers_by_old_paper(connection, bytes(32), 5) == ()


def test_keys_lead_to_all_their_bearers_up_to_a_bound(store: Store) -> None:
    numbers = [registered(store) for _ in range(4)]
    key = name_keys("Nguyễn Thị Ánh Tuyết").surname_first

    with store.reading() as connection:
        named = customers_by_key(connection, NAME, key, 10)
        called = customers_by_key(connection, PHONE, "+84903123456", 2)
        looked_at = customers_by_key(connection, NAME, key, 10, read_at_most=3)

    assert [each.number for each in named] == numbers
    assert len(called) == 2
    assert len(looked_at) == 3


def test_namesakes_can_be_narrowed_by_their_year_of_birth(store: Store) -> None:
    registered(store, birth_date=None)
    mine = registered(store)
    key = name_keys("Nguyễn Thị Ánh Tuyết").surname_first

    with store.reading() as connection:
        found = customers_by_key(connection, NAME, key, 10, born=1988)
        others = customers_by_key(connection, NAME, key, 10, born=1989)

    assert [each.number for each in found] == [mine]
    assert others == ()
