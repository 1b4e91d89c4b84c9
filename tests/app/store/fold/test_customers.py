import pytest
import sqlalchemy as sa

from app.journal.kinds.customers import Change, CustomerErased
from app.store.fold.customers import ERASED_NAME
from app.store.store import Store
from app.store.tables.customers import customer, customer_alias
from app.store.tables.search import search_key
from app.store.tables.station import lease
from tests.app.store.bookkeeping import a_citizen, a_registration, an_edit, record, uid_of


def the_row(store: Store) -> sa.Row[tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(customer)).one()


def keys(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.execute(sa.select(search_key.c.key)).scalars())


def test_a_registration_is_findable_and_uses_its_number(store: Store) -> None:
    record(store, a_registration(5))

    with store.reading() as connection:
        following = connection.execute(
            sa.select(lease.c.next).where(lease.c.kind == "customer")
        ).scalar_one()
        alias = connection.execute(sa.select(customer_alias)).one()
    assert following == 6
    assert alias.uid == uid_of(5)
    assert "tuyet nguyen thi anh" in keys(store)


def test_an_edit_moves_row_version_and_keys(store: Store) -> None:
    record(store, a_registration())
    record(
        store,
        an_edit(
            Change("full_name", "Nguyễn Thị Ánh Tuyết", "Lê Thị Mơ"),
            Change("phones", ["+84903123456"], ["+84977000111", "+84988000222"]),
            Change("birth_date", "1990-01-01", None),
        ),
    )

    row = the_row(store)
    assert (row.full_name, row.version, row.birth_date) == ("Lê Thị Mơ", 2, None)
    assert row.phones == "+84977000111 +84988000222"
    assert "mo le thi" in keys(store)
    assert "+84977000111"[::-1] in keys(store)
    assert "tuyet nguyen thi anh" not in keys(store)
    assert "+84903123456"[::-1] not in keys(store)


def test_an_edited_citizen_number_carries_its_lookup(store: Store) -> None:
    record(store, a_registration())
    record(
        store,
        an_edit(
            Change("citizen", "001090000001", "001090000009"), citizen=a_citizen("001090000009")
        ),
    )

    row = the_row(store)
    assert row.citizen_number == "001090000009"
    assert row.citizen_lookup == b"001090000009"


@pytest.mark.parametrize("field", ["number", "version", "of_uid", "organisation", "no such field"])
def test_no_entry_edits_what_nobody_may_edit(store: Store, field: str) -> None:
    record(store, a_registration())
    before = the_row(store)

    with pytest.raises(ValueError, match=field):
        record(store, an_edit(Change(field, None, "x")))

    assert the_row(store) == before


def test_an_erased_customer_keeps_the_number_and_nothing_personal(store: Store) -> None:
    (entry,) = record(store, a_registration())
    number = a_registration().number
    record(store, CustomerErased(uid=uid_of(1), number=number, seqs=[entry.seq], reason="yêu cầu"))

    row = the_row(store)
    assert (row.number, row.full_name, row.erased) == (number, ERASED_NAME, 1)
    assert (row.phones, row.street, row.citizen_number, row.alert_note) == ("", "", None, "")
    assert keys(store) == set()
