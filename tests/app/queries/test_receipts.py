import pytest

from app.clock import utc
from app.domain.documents import LabelContent, ReceiptContent
from app.domain.item_code import WrongItemCheckDigit
from app.queries.papers import content_of
from app.queries.receipts import (
    label_content,
    last_transaction,
    receipt_content,
    transaction,
)
from app.services.documents import ReprintDocuments, reprint_documents
from app.services.erasure import RETENTION, EraseCustomer, erase_customer
from app.services.print_journal import StorePrintJournal
from app.store.prints import Paper
from app.store.sales import ReceiptUnknown
from app.store.store import Store
from printing.printers.base import OutOfPaper
from tests.builders import PHUC, a_command_id, accepted, an_item
from tests.fakes.clock import NOON, HandClock


def receipt(store: Store, number: str, copy: int = 0) -> ReceiptContent:
    with store.reading() as connection:
        return receipt_content(connection, number, copy)


def label(store: Store, code: str, copy: int = 0) -> LabelContent:
    with store.reading() as connection:
        return label_content(connection, code, copy)


def reprint(store: Store, number: str) -> None:
    reprint_documents(ReprintDocuments(a_command_id(), number), store.unit_of_work(), PHUC)


def test_a_receipt_says_all_that_the_law_and_the_customer_want(store: Store) -> None:
    sale = accepted(store, an_item(), an_item(service="parcel", declared_vnd=2_000_000))

    content = receipt(store, sale.done.receipt)

    assert content.issuer.office_name == "Cửa Nam"
    assert content.issuer.tax_code == "0100109106"
    assert (content.number, content.proof) == (sale.done.receipt, sale.done.proof)
    assert content.accepted_at == utc(NOON)
    assert (content.sender_name, content.sender_number) == ("Nguyễn Thị Ánh Tuyết", sale.customer)
    assert content.sender_phone_masked == "0903 ••• 456"
    assert content.total_vnd == sale.done.total_vnd == sum(i.total_vnd for i in content.items)
    assert (content.tendered_vnd, content.change_vnd) == (100_000, sale.done.change_vnd)
    assert content.tariff_title == "BIỂU CƯỚC MINH HỌA"
    assert content.items[1].value_added == ("Khai giá",)
    assert content.items[0].lines == sale.done.items[0].lines
    assert "6 tháng" in content.complaint_note
    assert (content.copy, content.copied_at, content.copied_by) == (0, None, "")
    assert content.shift == 1


def test_a_label_has_the_whole_phone_and_both_addresses(store: Store) -> None:
    sale = accepted(store)

    content = label(store, sale.done.items[0].code)

    assert content.item.receiver_phone == "+84912000654"
    assert content.item.receiver_address == "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh"
    assert content.sender_address == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert content.receipt_number == sale.done.receipt


def test_a_copy_says_which_when_and_by_whom(store: Store, clock: HandClock) -> None:
    sale = accepted(store)
    clock.advance(3_600_000)
    reprint(store, sale.done.receipt)

    copy = receipt(store, sale.done.receipt, 1)

    assert (copy.copy, copy.copied_at, copy.copied_by) == (1, utc(NOON + 3_600_000), "Lê Hồng Phúc")
    assert copy.accepted_at == utc(NOON)
    assert label(store, sale.done.items[0].code, 1).copied_by == "Lê Hồng Phúc"


def test_a_copy_after_the_tax_changed_shows_the_old_rate(store: Store, clock: HandClock) -> None:
    sale = accepted(store)
    clock.advance(60 * 86_400_000)
    reprint(store, sale.done.receipt)

    copy = receipt(store, sale.done.receipt, 1)

    assert copy.items[0].vat_rate_bp == 800
    assert copy.items == receipt(store, sale.done.receipt).items


def test_a_doubtful_clock_is_printed(store: Store, clock: HandClock) -> None:
    accepted(store)
    clock.wall_ms -= 3 * 86_400_000
    sale = accepted(store)

    assert "lùi" in receipt(store, sale.done.receipt).clock_note


def test_a_copy_that_nobody_asked_for_does_not_exist(store: Store) -> None:
    sale = accepted(store)

    for paper in (
        Paper("receipt", sale.done.receipt, 1),
        Paper("receipt", "100950-2-0000009"),
        Paper("label", "RA000000028VN"),
        Paper("label", sale.done.items[0].code, 1),
    ):
        with pytest.raises(ReceiptUnknown), store.reading() as connection:
            content_of(connection, paper)


def test_the_last_transaction_is_shown_with_its_papers(store: Store) -> None:
    accepted(store)
    sale = accepted(store, an_item(), an_item())

    with store.reading() as connection:
        last = last_transaction(connection)

    assert last is not None
    assert (last.receipt, last.proof, last.customer) == (
        sale.done.receipt,
        sale.done.proof,
        sale.customer,
    )
    assert last.items == tuple(item.code for item in sale.done.items)
    assert [(each.title, each.state, each.file) for each in last.documents] == [
        ("Phiếu gửi 100950-2-0000002", "waiting", "receipt-100950-2-0000002"),
        ("Nhãn RA000000028VN", "waiting", "label-RA000000028VN"),
        ("Nhãn RA000000031VN", "waiting", "label-RA000000031VN"),
    ]


def test_before_the_first_sale_there_is_no_last(store: Store) -> None:
    with store.reading() as connection:
        assert last_transaction(connection) is None


def test_a_transaction_is_found_by_any_of_its_codes(store: Store) -> None:
    sale = accepted(store)

    with store.reading() as connection:
        found = {
            transaction(connection, code)
            for code in (sale.done.receipt, sale.done.proof, sale.done.items[0].code)
        }

    assert len(found) == 1


@pytest.mark.parametrize("code", ["", "100950-2-0000009", "RR473124829GB", "nguyen", "00000-00000"])
def test_an_unknown_code_is_told(store: Store, code: str) -> None:
    with pytest.raises(ReceiptUnknown), store.reading() as connection:
        transaction(connection, code)


def test_a_wrong_code_is_told_why(store: Store) -> None:
    with pytest.raises(WrongItemCheckDigit), store.reading() as connection:
        transaction(connection, "RA000000015VN")


def test_the_state_of_each_paper_is_shown(store: Store) -> None:
    sale = accepted(store, an_item(), an_item(), an_item())
    journal = StorePrintJournal(store, content_of)
    for job in (1, 2, 3):
        journal.keep(job, b"%PDF")
        journal.sending(job, "folder")
    journal.printed(1)
    journal.doubtful(2)
    journal.sent(3, "Quay-1")
    journal.postponed(4, OutOfPaper("Quay"))

    with store.reading() as connection:
        shown = transaction(connection, sale.done.receipt).documents

    assert [each.state for each in shown] == ["printed", "doubtful", "printing", "failed"]
    assert "hết giấy" in shown[3].problem

    journal.held_up(3, OutOfPaper("Quay"))

    with store.reading() as connection:
        assert transaction(connection, sale.done.receipt).documents[2].state == "failed"


def test_papers_of_somebody_erased_can_still_be_read(store: Store, clock: HandClock) -> None:
    sale = accepted(store)
    clock.advance(int(RETENTION.total_seconds() * 1_000))
    erase_customer(EraseCustomer(a_command_id(), sale.customer, "Đơn"), store.unit_of_work(), PHUC)

    with store.reading() as connection:
        shown = transaction(connection, sale.done.receipt)

    assert shown.customer == sale.customer
    assert shown.customer_name == "Khách đã xóa dữ liệu"


def test_a_receipt_paid_by_transfer_alone_says_what_to_write_into_it(store: Store) -> None:
    due = accepted(store).done.total_vnd
    sale = accepted(store, transfer_vnd=due, tendered_vnd=0)

    content = receipt(store, sale.done.receipt)

    assert content.payment_label.startswith("Chuyển khoản, nội dung ")
    assert "{" not in content.payment_label
