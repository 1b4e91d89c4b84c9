import sqlalchemy as sa

from app.store.search_index import index_customer, keys_of, unindex_customer
from app.store.store import Store
from app.store.tables.search import INITIALS, NAME, PHONE, distinct_name, search_key


def test_a_customer_is_keyed_by_both_name_orders_initials_and_phones_both_ways() -> None:
    assert keys_of("Nguyễn Văn Ánh", ["+84903123456"]) == {
        (NAME, "nguyen van anh"),
        (NAME, "anh nguyen van"),
        (INITIALS, "nva"),
        (PHONE, "65432130948+"),
        (PHONE, "+84903123456"),
    }


def test_a_name_of_one_word_has_one_name_key() -> None:
    assert (NAME, "tuyet") in keys_of("Tuyết", [])
    assert len(keys_of("Tuyết", [])) == 2


def test_keys_come_and_go_and_the_name_stays_known_once(store: Store) -> None:
    with store.unit_of_work() as uow:
        for customer in (1, 2):
            index_customer(uow.connection, customer, "Đặng Văn Quyết", ["+84912000654"])
        names = uow.connection.scalar(sa.select(sa.func.count()).select_from(distinct_name))
        words = uow.connection.exec_driver_sql(
            "SELECT count(*) FROM name_words WHERE name_words MATCH 'quyet dang'"
        ).scalar()
        unindex_customer(uow.connection, 1, "Đặng Văn Quyết", ["+84912000654"])
        left = uow.connection.execute(sa.select(search_key.c.customer).distinct()).scalars().all()

    assert (names, words, left) == (1, 1, [2])
