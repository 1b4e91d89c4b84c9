"""The page of a customer in its states, and its small forms."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt

from app.queries.access import AccessLine
from app.queries.relations import (
    AddressView,
    ConsentView,
    HolderView,
    LinkView,
    Named,
    OrganisationView,
)
from app.services.complaints import FileComplaint
from app.services.permissions import NotPermitted
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_complaints import ITEM
from tests.fakes.fake_post_office import NOW

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_LONG_NAME = "Công Tằng Tôn Nữ Huỳnh Phương Nguyễn Thị Khánh Vân"
_COMPANY = "Công ty Trách nhiệm hữu hạn Gốm sứ xuất khẩu Chu Đậu – chi nhánh Hải Dương"
_AGO = NOW - timedelta(days=400)


def customer(counter: CounterWindow) -> None:
    counter.open_customer()


def customer_edited(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_S, _ALT)
    counter.type(_LONG_NAME)


def customer_edit_refused(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_S, _ALT)
    counter.enter("x1", "0912")
    counter.press(Qt.Key.Key_F12)


def customer_new(counter: CounterWindow) -> None:
    counter.open_customer(1)


def customer_with_all(counter: CounterWindow) -> None:
    """As much as one page can have to say."""
    number = next(iter(counter.desk.people))
    other = Named(list(counter.desk.people)[2], _COMPANY)
    form = FileComplaint(
        counter.desk.new_command_id(), "damage", "sender", _LONG_NAME, "0903123456",
        "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội", "Rách một góc.", "Hoàn cước", ITEM,
    )  # fmt: skip
    case = counter.desk.file_complaint(form).number
    counter.desk.people[number] = replace(
        counter.desk.people[number],
        full_name=_LONG_NAME,
        phones_masked=("0903 ••• 456", "024 ••• 6789", "0988 ••• 020"),
        address="Số 1234/56/78 ngõ 9 đường Cách mạng tháng Tám, Phường Hoàn Kiếm, Hà Nội",
        addresses=(
            AddressView("a", "old", "Số 7 Hàng Trống, P. Hàng Trống, Q. Hoàn Kiếm, Hà Nội",
                        "7 Hàng Trống, Phường Hoàn Kiếm, Hà Nội", "7 Hàng Trống", "00070",
                        printed=True, since=_AGO),
            AddressView("b", "old", "Thôn Ỷ La, xã Ỷ La, TX. Tuyên Quang", "", "", "",
                        printed=False, since=_AGO),
        ),
        links=(
            LinkView("l", "contact", other, "kế toán trưởng", _AGO, None),
            LinkView("m", "sender", Named(number, "Đặng Văn Quyết"), "", _AGO, NOW),
        ),
        consents=(
            ConsentView("marketing", "Nhận tin ưu đãi", "Tôi đồng ý nhận tin.", "given", _AGO,
                        "2026-01", "counter", "Trần Minh Châu"),
            ConsentView("survey", "Khảo sát chất lượng", "Tôi đồng ý được hỏi ý kiến.", ""),
        ),
        holders=(
            HolderView("Nguyễn Văn Tấn", _AGO - timedelta(days=3_000), _AGO, "inheritance",
                       "QĐ 12/2025", "Trần Minh Châu", "Lê Hồng Phúc"),
            HolderView(_LONG_NAME, _AGO, None),
        ),
        merged=("0124000045158",),
        open_cases=(counter.desk.complaint(case).line,),
    )  # fmt: skip
    counter.open_customer()


def customer_addresses(counter: CounterWindow) -> None:
    customer_with_all(counter)
    counter.hands.press(Qt.Key.Key_2, _CTRL)


def customer_addresses_none(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_2, _CTRL)


def customer_address_form(counter: CounterWindow) -> None:
    customer_addresses_none(counter)
    counter.hands.press(Qt.Key.Key_A, _ALT)


def customer_links(counter: CounterWindow) -> None:
    customer_with_all(counter)
    counter.hands.press(Qt.Key.Key_3, _CTRL)


def customer_consents(counter: CounterWindow) -> None:
    customer_with_all(counter)
    counter.hands.press(Qt.Key.Key_4, _CTRL)


def customer_consent_form(counter: CounterWindow) -> None:
    customer_consents(counter)
    counter.press(Qt.Key.Key_Down, Qt.Key.Key_Return)


def customer_holders(counter: CounterWindow) -> None:
    customer_with_all(counter)
    counter.hands.press(Qt.Key.Key_5, _CTRL)


def customer_merging(counter: CounterWindow) -> None:
    customer_holders(counter)
    counter.hands.press(Qt.Key.Key_G, _ALT)
    counter.enter(list(counter.desk.people)[1])


def customer_views(counter: CounterWindow) -> None:
    number = next(iter(counter.desk.people))
    counter.desk.supervised = True
    fields = ("phones", "citizen")
    counter.desk.views = (
        AccessLine(NOW, "phuc", "Lê Hồng Phúc", number, "", "reveal", fields, "khách hỏi số"),
        *(
            AccessLine(
                NOW - timedelta(hours=n), "chau", "Trần Minh Châu", number, "", "page", (), ""
            )
            for n in range(1, 4)
        ),
    )
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_6, _CTRL)


def customer_views_refused(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_6, _CTRL)


def customer_receivers_none(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.press(Qt.Key.Key_F4)


def customer_card(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.press(Qt.Key.Key_F8)


def customer_card_refused(counter: CounterWindow) -> None:
    customer_card(counter)
    counter.desk.fail_people = NotPermitted()
    counter.press(Qt.Key.Key_F12)


def customer_revealed(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_X, _ALT)


def organisation(counter: CounterWindow) -> None:
    numbers = list(counter.desk.people)
    branches = tuple(
        Named(number, f"{_COMPANY} – cửa hàng {n}") for n, number in enumerate(numbers[2:4], 1)
    )
    counter.desk.people[numbers[0]] = replace(
        counter.desk.people[numbers[0]],
        full_name=_COMPANY,
        birth_date=None,
        sex=None,
        citizen_masked="",
        organisation=OrganisationView("company", "0100109106", None, branches),
    )
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_3, _CTRL)


def registration_organisation(counter: CounterWindow) -> None:
    counter.type("công ty gốm")
    counter.hands.press(Qt.Key.Key_Return, _CTRL)
    counter.hands.press(Qt.Key.Key_O, _ALT)


def registration_lookalike(counter: CounterWindow) -> None:
    counter.type("trần thị mới")
    counter.hands.press(Qt.Key.Key_Return, _CTRL)
    counter.enter("", "", "", "0903123456")


def registration_busy(counter: CounterWindow) -> None:
    counter.type("trần thị mới")
    counter.hands.press(Qt.Key.Key_Return, _CTRL)
    counter.enter("", "0909123456", "", "", "12 Hàng Bông", "hoan kiem")
    counter.writing.paused = True
    counter.press(Qt.Key.Key_F12)


PEOPLE_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        customer,
        customer_edited,
        customer_edit_refused,
        customer_new,
        customer_with_all,
        customer_addresses,
        customer_addresses_none,
        customer_address_form,
        customer_links,
        customer_consents,
        customer_consent_form,
        customer_holders,
        customer_merging,
        customer_views,
        customer_views_refused,
        customer_receivers_none,
        customer_card,
        customer_card_refused,
        customer_revealed,
        organisation,
        registration_organisation,
        registration_lookalike,
        registration_busy,
    )
}
