import msgspec
import pytest
import sqlalchemy as sa

from app.journal.kinds.body import Posting
from app.journal.kinds.money import PaymentPart, PaymentRefunded
from app.store.store import Store
from app.store.tables.money import credit_used, payment_part
from tests.app.store.bookkeeping import (
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    record,
    uid_of,
)


def a_refund(amount_vnd: int = 4_000, of: int = 1) -> PaymentRefunded:
    part = PaymentPart(method="pending", amount_vnd=amount_vnd, of=a_receipt_number(of))
    return PaymentRefunded(
        number=f"{a_receipt_number(1)}-D1",
        receipt=a_receipt_number(1),
        customer_uid=uid_of(1),
        what="correction",
        items=[],
        amount_vnd=amount_vnd,
        parts=[part],
        reason="Cân lại",
        clerk_name="Trần Minh Châu",
        counter="2",
        approver=2,
        approver_name="Lê Hồng Phúc",
        postings=[Posting("basket", amount_vnd), Posting("transfer.pending", -amount_vnd)],
    )


def paid_in_three_ways(store: Store) -> None:
    payment = a_payment()
    parts = [
        PaymentPart(method="cash", amount_vnd=4_256),
        PaymentPart(method="transfer", amount_vnd=6_000, memo="TEM 1"),
        PaymentPart(method="account", amount_vnd=4_000),
    ]
    legs = [
        Posting("drawer", 4_256),
        Posting("transfer.pending", 6_000),
        Posting("receivable", 4_000),
        Posting("basket", -14_256),
    ]
    record(store, a_registration())
    mixed = msgspec.structs.replace(payment, method="mixed", parts=parts, postings=legs)
    record(store, an_acceptance(), mixed)


def rows(store: Store) -> list[tuple[str, int, int]]:
    with store.reading() as connection:
        found = connection.execute(sa.select(payment_part)).all()
    return [(row.method, row.amount_vnd, row.open_vnd) for row in found]


def test_only_a_transfer_is_awaited_and_only_the_account_is_used(store: Store) -> None:
    paid_in_three_ways(store)

    assert rows(store) == [
        ("cash", 4_256, 0),
        ("transfer", 6_000, 6_000),
        ("account", 4_000, 0),
    ]
    with store.reading() as connection:
        assert connection.scalar(sa.select(credit_used.c.used_vnd)) == 4_000


def test_what_is_given_back_is_awaited_no_longer(store: Store) -> None:
    paid_in_three_ways(store)

    record(store, a_refund())

    assert ("transfer", 6_000, 2_000) in rows(store)
    assert ("pending", -4_000, 0) in rows(store)


@pytest.mark.parametrize("refund", [a_refund(6_001), a_refund(of=2)])
def test_more_than_is_awaited_is_refused(store: Store, refund: PaymentRefunded) -> None:
    paid_in_three_ways(store)

    with pytest.raises(KeyError):
        record(store, refund)
