from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.services.customers import RegisterCustomer
from app.services.signing_in import LockedOut, WrongPin
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PIN

if TYPE_CHECKING:
    from ui.desk import Desk


def test_it_is_a_desk() -> None:
    def opens(desk: "Desk") -> str:
        return desk.station().office_code

    assert opens(FakeDesk()) == "100950"


def test_a_name_typed_without_accents_finds_everyone_of_that_name() -> None:
    found = FakeDesk().suggest("nguyen thi anh t")

    assert [hit.title for hit in found.hits].count("Nguyễn Thị Ánh Tuyết") == 2


def test_an_unknown_card_is_handed_on_to_registration() -> None:
    card = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Hà Nội|15042021"

    found = FakeDesk().find(card)

    assert found.card is not None
    assert not found.hits


def test_a_wrong_code_comes_back_as_a_sentence() -> None:
    assert FakeDesk().find("EB000717594HK").problem


def test_one_command_registers_once() -> None:
    desk = FakeDesk()
    command = RegisterCustomer(desk.new_command_id(), "Lê Văn Tám", phones=("0903 111 222",))

    first = desk.register(command)
    again = desk.register(command)

    assert (first.created, again.created) == (True, False)
    assert desk.customer(first.number).phones == ("+84903111222",)


def test_one_command_books_once_and_changes_nothing_twice() -> None:
    desk = FakeDesk()
    basket = a_basket(desk)

    assert desk.accept(basket) == desk.accept(basket)
    assert len(desk.transactions) == 1


def test_a_printer_out_of_order_leaves_documents_failed_with_the_reason() -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    desk.printer.out_of_order = "Máy in hết giấy."

    assert desk.print_waiting() == ("Máy in hết giấy.",)
    assert {document.state for document in desk.receipt(booked.receipt).documents} == {"failed"}


def test_a_doubtful_document_becomes_a_marked_copy_when_it_is_not_on_paper() -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    desk.printer.doubt(booked.receipt)
    doubtful = desk.receipt(booked.receipt).documents[0]

    settled = desk.settle_print(doubtful.job, on_paper=False)

    assert settled.documents[0] == replace(doubtful, state="waiting", copy=1)


def test_a_failure_is_raised_once() -> None:
    desk = FakeDesk()
    desk.fail_next = WrongPin(left=4)

    with pytest.raises(WrongPin):
        desk.accept(a_basket(desk))
    desk.accept(a_basket(desk))


def test_the_fifth_wrong_pin_locks_the_clerk_out() -> None:
    desk = FakeDesk()
    for _ in range(5):
        with pytest.raises(WrongPin):
            desk.sign_in("chau", "000000")

    with pytest.raises(LockedOut):
        desk.sign_in("chau", PIN)
