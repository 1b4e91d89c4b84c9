import pytest
import sqlalchemy as sa

from app.journal.kinds.other_services import ServiceVoided
from app.services.voiding_services import void_service
from app.store.store import Store
from app.store.tables.money import service_record
from app.store.tables.shipments import document, receipt
from tests.app.services.test_other_services import recorded
from tests.app.store.bookkeeping import record, uid_of
from tests.builders import CHAU
from tests.money import a_void


def test_a_recorded_service_is_a_receipt_with_its_paper(counter: Store) -> None:
    done = recorded(counter)

    with counter.reading() as connection:
        row = connection.execute(sa.select(service_record)).one()
        paper = connection.execute(sa.select(document)).one()
        number = connection.scalar(sa.select(receipt.c.number))
    assert (row.number, row.status, number) == (done.receipt, "recorded", done.receipt)
    assert (paper.kind, paper.subject, paper.receipt) == ("service", done.receipt, done.receipt)


def test_a_service_is_voided_once(counter: Store) -> None:
    done = recorded(counter)
    void_service(a_void(done.receipt), counter.unit_of_work(), CHAU)
    again = ServiceVoided(
        number="x",
        receipt=done.receipt,
        customer_uid=uid_of(1),
        reason="",
        clerk_name="",
        approver=2,
        approver_name="",
        postings=[],
    )

    with counter.reading() as connection:
        assert connection.scalar(sa.select(service_record.c.status)) == "voided"
    with pytest.raises(KeyError):
        record(counter, again)
