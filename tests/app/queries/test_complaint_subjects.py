from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.item_code import WrongItemCheckDigit
from app.queries.complaint_subjects import ComplaintSubject, complaint_subject, complaint_types
from app.store.store import Store
from tests.builders import a_store, accepted, an_item
from tests.complaints import LOST, filed
from tests.fakes.clock import NOON


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = a_store(tmp_path)
    yield opened
    opened.close()


def test_item_receipt_proof_and_customer_all_lead_to_the_item(store: Store) -> None:
    sale = accepted(store)
    code = sale.done.items[0].code

    with store.reading() as connection:
        for text in (code, sale.done.receipt, sale.done.proof, sale.customer):
            found = complaint_subject(connection, text, NOON)
            assert [item.code for item in found.items] == [code]
            assert found.items[0].sender.name == "Nguyễn Thị Ánh Tuyết"
            assert found.items[0].addressee.name == "Đặng Văn Quyết"
        assert found.customer == sale.customer
        assert found.contact == found.items[0].sender


def test_a_receipt_of_two_items_leaves_the_choice(store: Store) -> None:
    sale = accepted(store, an_item(), an_item())

    with store.reading() as connection:
        found = complaint_subject(connection, sale.done.proof, NOON)

    assert len(found.items) == 2


def test_a_number_that_is_not_ours_is_kept_and_other_words_lead_nowhere(store: Store) -> None:
    with store.reading() as connection:
        assert complaint_subject(connection, LOST, NOON) == ComplaintSubject(unknown=LOST)
        assert complaint_subject(connection, "Nguyễn Văn A", NOON) == ComplaintSubject()
        with pytest.raises(WrongItemCheckDigit):
            complaint_subject(connection, "RA123456786VN", NOON)


def test_earlier_cases_of_the_item_are_seen_before_another_is_opened(store: Store) -> None:
    sale = accepted(store)
    code = sale.done.items[0].code
    number = filed(store, item=code).number

    with store.reading() as connection:
        (item,) = complaint_subject(connection, code, NOON).items
        assert [case.number for case in item.cases] == [number]
        assert complaint_types(connection, NOON)[0].code == "loss"
