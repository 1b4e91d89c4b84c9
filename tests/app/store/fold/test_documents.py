import sqlalchemy as sa

from app.journal.kinds.documents import DocumentCopied
from app.store.store import Store
from app.store.tables.shipments import document
from tests.app.store.bookkeeping import (
    a_payment,
    a_receipt_number,
    a_registration,
    an_acceptance,
    record,
)


def test_a_copy_stands_beside_its_original_with_who_asked(store: Store) -> None:
    record(store, a_registration())
    record(store, an_acceptance(), a_payment())
    copy = DocumentCopied(
        document="receipt",
        subject=a_receipt_number(1),
        receipt=a_receipt_number(1),
        copy_number=1,
        clerk_name="Lê Hồng Phúc",
    )
    record(store, copy)

    with store.reading() as connection:
        rows = connection.execute(
            sa.select(document.c.copy, document.c.clerk_name)
            .where(document.c.kind == "receipt")
            .order_by(document.c.copy)
        ).all()
    assert [tuple(row) for row in rows] == [(0, "Trần Minh Châu"), (1, "Lê Hồng Phúc")]
