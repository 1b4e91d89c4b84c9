import sqlalchemy as sa

from app.store.own_records import own_records
from app.store.store import Store
from tests.app.store.bookkeeping import a_merge, a_registration, record


def test_a_record_is_told_as_the_number_itself_says_it(store: Store) -> None:
    record(store, a_registration(1), a_registration(2, "Nguyễn Ánh Tuyết"))
    record(store, a_merge(winner=1, loser=2, taken=["full_name"]))

    with store.reading() as connection:
        found = list(own_records(connection, sa.true(), at_once=1))

    assert [each.full_name for each in found] == ["Nguyễn Thị Ánh Tuyết", "Nguyễn Ánh Tuyết"]
    assert [each.words for each in found] == [(), ()]
