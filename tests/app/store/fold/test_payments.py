import pytest
import sqlalchemy as sa

from app.journal.kinds.body import Posting
from app.journal.kinds.money import AccountAgreed, CashPaymentReceived, PaymentConfirmed
from app.store.store import Store
from app.store.tables.money import credit_account, payment_part
from tests.app.store.bookkeeping import (
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    record,
    uid_of,
)
from tests.app.store.fold.test_parts import paid_in_three_ways


def a_confirmation(amount_vnd: int = 6_000, position: int = 2) -> PaymentConfirmed:
    return PaymentConfirmed(
        subject=a_receipt_number(1),
        position=position,
        receipt=a_receipt_number(1),
        customer_uid=uid_of(1),
        amount_vnd=amount_vnd,
        by="transfer",
        reference="FT1",
        clerk_name="Trần Minh Châu",
        postings=[Posting("bank", amount_vnd), Posting("transfer.pending", -amount_vnd)],
    )


def an_agreement(limit_vnd: int) -> AccountAgreed:
    return AccountAgreed(
        customer_uid=uid_of(1),
        customer_number="0126000000183",
        contract="HĐ 1",
        limit_vnd=limit_vnd,
        until="2026-12-31",
        clerk_name="Trần Minh Châu",
        approver=2,
        approver_name="Lê Hồng Phúc",
    )


def test_the_first_version_is_one_part_in_cash(store: Store) -> None:
    payment = a_payment()
    fields = {name: getattr(payment, name) for name in CashPaymentReceived.__struct_fields__}
    record(store, a_registration())

    record(store, an_acceptance(), CashPaymentReceived(**fields))

    with store.reading() as connection:
        row = connection.execute(sa.select(payment_part)).one()
    assert (row.method, row.amount_vnd, row.open_vnd) == ("cash", 14_256, 0)


def test_what_was_found_at_the_bank_is_settled(store: Store) -> None:
    paid_in_three_ways(store)

    record(store, a_confirmation())

    with store.reading() as connection:
        row = connection.execute(sa.select(payment_part).where(payment_part.c.position == 2)).one()
    assert (row.open_vnd, row.settled_by, row.reference) == (0, "transfer", "FT1")
    assert row.settled_ms is not None


@pytest.mark.parametrize("wrong", [a_confirmation(5_999), a_confirmation(4_256, position=1)])
def test_what_is_not_awaited_is_not_settled(store: Store, wrong: PaymentConfirmed) -> None:
    paid_in_three_ways(store)

    with pytest.raises(KeyError):
        record(store, wrong)


def test_the_newest_agreement_holds(store: Store) -> None:
    record(store, a_registration())
    record(store, an_agreement(100))
    record(store, an_agreement(200))

    with store.reading() as connection:
        assert connection.scalar(sa.select(credit_account.c.limit_vnd)) == 200
