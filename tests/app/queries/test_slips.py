import pytest
import sqlalchemy as sa

from app.domain.documents import DOCUMENT_KINDS
from app.domain.vietqr import vietqr
from app.journal.kinds.documents import DocumentCopied
from app.queries.papers import READERS, content_of
from app.queries.receipts import receipt_content
from app.queries.slips import (
    adjustment_content,
    corrected_label_content,
    service_content,
    transfer_content,
    transfer_request,
)
from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.prints import Paper, paper_of
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from app.store.tables.prints import print_job
from tests.app.services.test_other_services import PENSION, recorded
from tests.app.store.bookkeeping import record
from tests.builders import PHUC, a_command_id, a_receiver, accepted, registered
from tests.money import agreed, confirmed, corrected, voided

PAID = Tender(cash_vnd=50_000, confirmed=True)


def test_the_slip_of_a_correction_says_old_and_new(store: Store) -> None:
    sale = accepted(store)
    wanted = Wanted(actual_g=600, receiver=a_receiver(name="Đặng Thị Quyên"))
    done = corrected(store, sale.done.items[0].code, wanted, tender=PAID)

    with store.reading() as connection:
        slip = adjustment_content(connection, done.slip)
        label = corrected_label_content(connection, done.slip)
        receipt = receipt_content(connection, sale.done.receipt)

    assert (slip.what, slip.receipt_number, slip.approver_name) == (
        "correction",
        sale.done.receipt,
        PHUC.name,
    )
    assert slip.items[0].changes == (
        ("KL thực", "85 g", "600 g"),
        ("KL tính cước", "85 g", "600 g"),
        ("Người nhận", "Đặng Văn Quyết", "Đặng Thị Quyên"),
    )
    assert slip.amount_vnd == done.collected_vnd
    assert slip.parts == (("Tiền mặt", done.collected_vnd),)
    assert (label.corrected_by, label.item.receiver_name) == (done.slip, "Đặng Thị Quyên")
    assert receipt.items[0].receiver_name == "Đặng Văn Quyết"


def test_the_slip_of_a_void_says_what_goes_back_and_how(store: Store) -> None:
    customer = registered(store)
    agreed(store, customer)
    sale = accepted(store, customer=customer, tendered_vnd=20_000, on_account_vnd=5_000)
    done = voided(store, sale.done.receipt)

    with store.reading() as connection:
        slip = adjustment_content(connection, done.slip)

    assert slip.amount_vnd == -sale.done.total_vnd
    assert slip.parts == (
        ("Ghi nợ theo hợp đồng", -5_000),
        ("Tiền mặt", 5_000 - sale.done.total_vnd),
    )
    assert slip.items[0].changes == ()


def test_a_receipt_paid_in_several_ways_names_each(store: Store) -> None:
    sale = accepted(store, tendered_vnd=20_000, transfer_vnd=5_000)

    with store.reading() as connection:
        receipt = receipt_content(connection, sale.done.receipt)

    assert [amount for _, amount in receipt.parts] == [20_000, 5_000]
    assert receipt.parts[0][0] == "Tiền mặt khách đưa"
    assert sum(amount for _, amount in receipt.parts) - receipt.change_vnd == receipt.total_vnd


def test_the_receipt_of_a_service_says_its_period(store: Store) -> None:
    done = recorded(store, **PENSION, period_to="01/2027")

    with store.reading() as connection:
        content = service_content(connection, done.receipt)

    assert content.details == (("Số sổ hưởng", "LH 0042"), ("Kỳ", "11/2026 – 01/2027"))
    assert content.due_vnd == -3_500_000


def test_a_transfer_that_is_awaited_has_a_code(store: Store) -> None:
    due = accepted(store).done.total_vnd
    sale = accepted(store, tendered_vnd=0, transfer_vnd=due)
    number = sale.done.receipt
    copy = DocumentCopied(
        document="transfer_code", subject=number, receipt=number, copy_number=1, clerk_name="Châu"
    )
    record(store, copy, command_id=a_command_id())

    with store.reading() as connection:
        content = transfer_content(connection, number, 1)
        request = transfer_request(connection, number, store.clock.now_ms())
    assert request is not None
    assert content.payload == vietqr(request.account, due, request.memo)

    confirmed(store, number)
    with store.reading() as connection:
        assert transfer_request(connection, number, store.clock.now_ms()) is None
        with pytest.raises(ReceiptUnknown):
            transfer_content(connection, number, 1)


def test_what_was_never_made_is_unknown(store: Store) -> None:
    with store.reading() as connection:
        for content in (adjustment_content, corrected_label_content, service_content):
            with pytest.raises(ReceiptUnknown):
                content(connection, "100950-2-0000001-D1")


def test_everything_that_waits_can_be_read(store: Store) -> None:
    sale = accepted(store)
    corrected(store, sale.done.items[0].code, Wanted(actual_g=600), tender=PAID)
    voided(store, sale.done.receipt)
    recorded(store)

    with store.reading() as connection:
        rows = connection.execute(sa.select(print_job)).all()
        contents = [
            content_of(connection, paper_of(row.document, row.subject, row.copy)) for row in rows
        ]
    assert len(contents) == 6
    assert {"adjustment", "corrected_label", "service"} <= set(READERS) <= set(DOCUMENT_KINDS)
    assert Paper("adjustment", "x").title == "adjustment-x"
