import sqlalchemy as sa

from app.domain.proof import proof_code
from app.store.store import Store
from app.store.tables.shipments import document, posting, receipt
from tests.app.store.bookkeeping import (
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    record,
)


def test_a_payment_gives_the_receipt_its_proof_and_its_paper(store: Store) -> None:
    record(store, a_registration())
    _, payment = record(store, an_acceptance(), a_payment())

    with store.reading() as connection:
        row = connection.execute(sa.select(receipt)).one()
        papers = {tuple(r) for r in connection.execute(sa.select(document.c.kind, document.c.copy))}
    assert (row.number, row.proof) == (a_receipt_number(1), proof_code(payment.hash))
    assert papers == {("receipt", 0), ("label", 0)}


def test_every_leg_is_a_row_and_the_transaction_sums_to_zero(store: Store) -> None:
    record(store, a_registration())
    record(store, an_acceptance(), a_payment())

    with store.reading() as connection:
        sums = connection.execute(
            sa.select(posting.c.account, sa.func.sum(posting.c.amount_vnd)).group_by("account")
        ).all()
    assert dict(tuple(row) for row in sums) == {
        "basket": 0,
        "drawer": 14_256,
        "revenue.registered": -12_960,
        "vat.output": -1_296,
    }
