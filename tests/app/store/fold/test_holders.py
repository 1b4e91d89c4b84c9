import sqlalchemy as sa

from app.journal.kinds.holders import CustomerSucceeded, StandingSet
from app.store.store import Store
from app.store.tables.customers import customer, customer_alias
from app.store.tables.relations import customer_holder, customer_standing
from app.store.tables.search import search_key
from tests.app.store.bookkeeping import a_registration, record, uid_of


def a_succession() -> CustomerSucceeded:
    return CustomerSucceeded(
        uid=uid_of(1),
        base_version=1,
        former="Nguyễn Thị Ánh Tuyết",
        full_name="Trần Quốc Bảo",
        birth_date="2001-02-03",
        sex="male",
        citizen=None,
        phones=["+84977000111"],
        reason="inheritance",
        document="Giấy chứng tử 12/2026",
        clerk_name="Trần Minh Châu",
        approved_by=2,
        approver="Lê Hồng Phúc",
    )


def test_the_number_stays_and_the_record_is_the_new_holders(store: Store) -> None:
    record(store, a_registration())
    record(store, a_succession())

    with store.reading() as connection:
        row = connection.execute(sa.select(customer)).one()
        keys = set(connection.scalars(sa.select(search_key.c.key)))
        old_papers = connection.execute(sa.select(customer_alias)).all()
        period = connection.execute(sa.select(customer_holder)).one()
    assert (row.number, row.full_name) == (a_registration().number, "Trần Quốc Bảo")
    assert (row.phones, row.citizen_number, row.version) == ("+84977000111", None, 2)
    assert (row.street, row.alert_note) == ("12 Hàng Bông", "nghe kém")
    assert "tuyet nguyen thi anh" not in keys
    assert old_papers == []
    assert (period.former, period.holder) == ("Nguyễn Thị Ánh Tuyết", "Trần Quốc Bảo")
    assert (period.document, period.approver) == ("Giấy chứng tử 12/2026", "Lê Hồng Phúc")


def test_the_latest_standing_counts(store: Store) -> None:
    record(
        store,
        a_registration(),
        StandingSet(uid=uid_of(1), standing="prospect", reason=""),
    )
    record(store, StandingSet(uid=uid_of(1), standing="dormant", reason="đi nước ngoài"))

    with store.reading() as connection:
        row = connection.execute(sa.select(customer_standing)).one()
    assert (row.standing, row.reason) == ("dormant", "đi nước ngoài")
