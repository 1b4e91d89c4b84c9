import pytest

from app.domain.reference.book import ReferenceBook
from app.errors import UserError
from app.messages import text_for
from app.services.receiving import (
    WrongReceiverCommune,
    WrongReceiverName,
    WrongReceiverPhone,
    WrongReceiverStreet,
    read_receiver,
)
from app.store.reference import reference_book
from app.store.store import Store
from tests.builders import a_receiver
from tests.fakes.clock import NOON


@pytest.fixture
def book(store: Store) -> ReferenceBook:
    with store.reading() as connection:
        return reference_book(connection, NOON)


def test_a_receiver_is_written_as_it_will_be_printed(book: ReferenceBook) -> None:
    party = read_receiver(a_receiver(name=" Công ty  TNHH 2-9 "), book)

    assert party.name == "Công ty TNHH 2-9"
    assert party.phone == "+84912000654"
    assert party.address == "5 Lê Lợi, Phường Sài Gòn, Hồ Chí Minh"
    assert (party.province, party.scheme) == ("Hồ Chí Minh", "2025-07")


@pytest.mark.parametrize(
    ("wrong", "refusal", "field"),
    [
        ({"name": ""}, WrongReceiverName, "receiver_name"),
        ({"name": "📦"}, WrongReceiverName, "receiver_name"),
        ({"phone": "12"}, WrongReceiverPhone, "receiver_phone"),
        ({"street": ""}, WrongReceiverStreet, "receiver_street"),
        ({"street": "📦"}, WrongReceiverStreet, "receiver_street"),
        ({"commune": ""}, WrongReceiverCommune, "receiver_commune"),
    ],
)
def test_each_refusal_names_the_field_of_the_receiver(
    book: ReferenceBook, wrong: dict[str, str], refusal: type[UserError], field: str
) -> None:
    with pytest.raises(refusal) as caught:
        read_receiver(a_receiver(**wrong), book)

    assert caught.value.field == field


def test_the_rule_that_a_name_breaks_is_told_of_the_receiver(book: ReferenceBook) -> None:
    with pytest.raises(WrongReceiverName) as caught:
        read_receiver(a_receiver(name="x" * 101), book)

    assert text_for(caught.value).startswith("Người nhận: Tên dài quá 100 ký tự")
