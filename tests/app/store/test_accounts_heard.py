from app.store.accounts_heard import AccountRow, take_accounts
from app.store.credit import StoredCredit, credit_of
from app.store.customers import customer_by_number
from app.store.outbox import outbox
from app.store.store import Store
from tests.builders import accepted, registered
from tests.money import agreed


def heard(store: Store, customer: str, used_vnd: int, acked: int) -> StoredCredit:
    with store.unit_of_work() as uow:
        uid = customer_by_number(uow.connection, customer).uid
        row = AccountRow(uid, "HĐ 2", 90_000, "2026-12-31", 9_000_000_000_000, used_vnd)
        for _ in range(2):
            take_accounts(uow.connection, [row], acked=acked, now_ms=7)
        uow.commit()
        found = credit_of(uow.connection, uid)
    assert found is not None
    return found


def head(store: Store) -> int:
    with store.reading() as connection:
        box = outbox(connection)
    assert box is not None
    return box.head.seq


def test_what_others_booked_is_added_to_what_this_counter_booked(counter: Store) -> None:
    customer = registered(counter)
    agreed(counter, customer)
    accepted(counter, customer=customer, tendered_vnd=50_000, on_account_vnd=3_000)

    stands = heard(counter, customer, used_vnd=10_000, acked=head(counter))

    assert (stands.contract, stands.used_vnd, stands.heard_ms) == ("HĐ 2", 10_000, 7)


def test_what_headquarters_does_not_hold_yet_counts_all_the_same(counter: Store) -> None:
    customer = registered(counter)
    agreed(counter, customer)
    before = head(counter)
    accepted(counter, customer=customer, tendered_vnd=50_000, on_account_vnd=3_000)

    assert heard(counter, customer, used_vnd=7_000, acked=before).used_vnd == 10_000
