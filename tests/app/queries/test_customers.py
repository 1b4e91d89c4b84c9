from datetime import date

import pytest

from app.clock import utc
from app.domain.customer_number import WrongCustomerNumber
from app.queries.customers import CustomerPage, customer_page
from app.queries.history import HISTORY
from app.services.customers import EditCustomer
from app.services.editing import edit_customer
from app.store.customers import CustomerUnknown
from app.store.snapshot import import_customers
from app.store.store import Store
from tests.app.store.bookkeeping import a_snapshot_customer
from tests.builders import CHAU, a_command_id, a_paper, accepted, an_item, registered
from tests.fakes.clock import NOON, HandClock


def page(store: Store, number: str) -> CustomerPage:
    with store.reading() as connection:
        return customer_page(connection, number, NOON)


def test_a_page_says_who_it_is_and_what_to_mind(store: Store) -> None:
    number = registered(store, phones=("0903 123 456", "0912 000 654"))

    shown = page(store, number)

    assert (shown.full_name, shown.birth_date) == ("Nguyễn Thị Ánh Tuyết", date(1988, 3, 8))
    assert shown.alert_note == "Nghe kém"
    assert shown.address == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert shown.phones_masked == ("0903 ••• 456", "0912 ••• 654")
    assert shown.since == utc(NOON)
    assert shown.citizen_masked == ""


def test_a_citizen_number_is_only_shown_masked(store: Store) -> None:
    number = registered(store, birth_date=None, sex=None, citizen=a_paper())

    shown = page(store, number)

    assert shown.citizen_masked == "0010••••••01"
    assert shown.citizen_source == "card"
    assert "001090000001" not in str(shown)


def test_history_stands_newest_first(store: Store, clock: HandClock) -> None:
    number = registered(store)
    clock.advance(60_000)
    accepted(store, an_item(), customer=number)
    clock.advance(60_000)
    edit_customer(
        EditCustomer(a_command_id(), number, {"phones": (("+84903123456",), ("0912 000 654",))}),
        store.unit_of_work(),
        CHAU,
    )

    lines = page(store, number).history

    assert [line.kind for line in lines] == ["edited", "item", "registered"]
    assert (lines[0].title, lines[0].detail) == (
        "Sửa điện thoại",
        "0903 ••• 456 → 0912 ••• 654",
    )
    assert lines[1].code == "RA000000014VN"
    assert lines[1].title == "Bưu phẩm bảo đảm → Hồ Chí Minh"
    assert (lines[1].detail, lines[1].status) == ("85 g · Đặng Văn Quyết", "đã chấp nhận")
    assert page(store, number).shipments == 1


def test_a_long_history_is_cut_at_its_oldest_end(store: Store, clock: HandClock) -> None:
    number = registered(store)
    for _ in range(HISTORY + 3):
        clock.advance(1_000)
        last = accepted(store, customer=number)

    lines = page(store, number).history

    assert len(lines) == HISTORY
    assert lines[0].code == last.done.items[0].code


def test_a_customer_of_headquarters_has_a_page_too(store: Store) -> None:
    theirs = a_snapshot_customer(500)
    list(import_customers(store, [theirs]))

    shown = page(store, theirs.number)

    assert [line.kind for line in shown.history] == ["registered"]


def test_nobody_has_no_page(store: Store) -> None:
    with pytest.raises(CustomerUnknown):
        page(store, "0126000000179")
    for wrong in ("", "x" * 10_000, "0126000000178"):
        with pytest.raises(WrongCustomerNumber):
            page(store, wrong)
