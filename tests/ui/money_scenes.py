"""What was booked, what is put right afterwards, and services of other systems."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt

from app.domain.reference.book import ReferenceBook
from app.domain.reference.other_services import offered_services
from app.domain.reference.shipped import shipped_reference
from app.domain.reference.versions import ValidFiles
from app.domain.vietqr import TransferRequest
from app.journal.kinds.adjustments import Terms
from app.journal.kinds.shipments import Party
from app.queries.day_list import DayLine
from app.queries.transactions import (
    CreditStanding,
    ItemLine,
    PartLine,
    SlipLine,
    TransactionPage,
)
from app.services.correcting import QuotedCorrection, Wanted
from app.services.four_eyes import ApproverIsActor
from app.services.other_services import AmountRefused
from tests.fakes.baskets import a_basket
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_money import ACCOUNT
from tests.fakes.fake_post_office import NOW, PIN
from ui.changes import Topic

_LONG_NAME = "Công Tằng Tôn Nữ Huỳnh Phương Nguyễn Thị Khánh Vân"
_ALT = Qt.KeyboardModifier.AltModifier
_STATES = ("done", "awaited", "voided", "partly", "unprinted", "doubtful")


def transactions(counter: CounterWindow) -> None:
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.day_lines = tuple(
        DayLine(
            f"100950-2-{n:07d}", f"100950-2-{n:07d}", NOW - timedelta(minutes=7 * n), "items",
            _LONG_NAME if n == 1 else "Trần Thị Cúc", "0119004821317", "Bưu kiện",
            (f"CA1048825{n:02d}VN",), "cash", 27_000 * 7**n, state,
        )
        for n, state in enumerate(_STATES, 1)
    )  # fmt: skip
    counter.feed.announce(*Topic)
    counter.press(Qt.Key.Key_F5)


def transactions_none(counter: CounterWindow) -> None:
    counter.press(Qt.Key.Key_F5)


def transactions_not_found(counter: CounterWindow) -> None:
    transactions(counter)
    counter.type("khong co")


def correction(counter: CounterWindow) -> None:
    receipt = counter.desk.accept(a_basket(counter.desk)).receipt
    counter.desk.pages[receipt] = _booked(counter)
    counter.desk.quote_of = _dearer
    counter.feed.announce(*Topic)
    counter.frame.steering.open_transaction(receipt)


def correction_dearer(counter: CounterWindow) -> None:
    correction(counter)
    counter.enter("", "2")
    counter.type("6000")


def correction_void(counter: CounterWindow) -> None:
    correction(counter)
    counter.type("2")


def correction_refused(counter: CounterWindow) -> None:
    correction_void(counter)
    counter.desk.refuse_money = ApproverIsActor(name="Trần Minh Châu")
    counter.enter("", "", "", "khách đổi ý", "chau", PIN)


def correction_booking(counter: CounterWindow) -> None:
    correction_void(counter)
    counter.writing.paused = True
    counter.enter("", "", "", "khách đổi ý", "phuc", PIN)


def correction_done(counter: CounterWindow) -> None:
    correction_void(counter)
    counter.enter("", "", "", "khách đổi ý", "phuc", PIN)


def correction_of_all_gone(counter: CounterWindow) -> None:
    correction(counter)
    page = _booked(counter)
    gone = tuple(replace(each, status="voided") for each in page.items)
    counter.desk.pages[page.receipt.receipt] = replace(page, items=gone, standing=False)
    counter.frame.steering.back()
    counter.frame.steering.open_transaction(page.receipt.receipt)


def transfer_awaited(counter: CounterWindow) -> None:
    correction(counter)
    page = _booked(counter)
    part = PartLine(
        page.receipt.receipt, "transfer", 1_027_000, 1_027_000, "TEM 7Q2MK0XV4T", None, ""
    )
    counter.desk.pages[page.receipt.receipt] = replace(
        page, parts=(part,), request=TransferRequest(ACCOUNT, 1_027_000, "TEM 7Q2MK0XV4T")
    )
    counter.frame.steering.back()
    counter.frame.steering.open_transaction(page.receipt.receipt)


def service(counter: CounterWindow) -> None:
    book = ReferenceBook(ValidFiles(shipped_reference(), date(2026, 11, 21)))
    counter.desk.services = offered_services(book)
    counter.desk.accept(a_basket(counter.desk))
    counter.desk.pages["100950-2-0000009"] = _booked(counter)
    counter.feed.announce(*Topic)
    counter.open_customer()
    counter.press(Qt.Key.Key_F9)


def service_filled(counter: CounterWindow) -> None:
    service(counter)
    counter.press(Qt.Key.Key_Return)
    counter.enter("12500000", "50000", "CT 1", _LONG_NAME, "")
    counter.type("13000k")


def service_refused(counter: CounterWindow) -> None:
    service(counter)
    counter.desk.refuse_money = AmountRefused(label="Chuyển tiền", max_vnd=100_000_000)
    counter.press(Qt.Key.Key_F12)


def service_none(counter: CounterWindow) -> None:
    counter.open_customer()
    counter.press(Qt.Key.Key_F9)


def customer_account(counter: CounterWindow) -> None:
    number = next(iter(counter.desk.people))
    counter.desk.credits[number] = CreditStanding(
        "HĐ 12/2026", 50_000_000, date(2027, 12, 31), 12_345_000, 37_655_000, ended=False
    )
    counter.open_customer()
    counter.hands.press(Qt.Key.Key_H, _ALT)


def _booked(counter: CounterWindow) -> TransactionPage:
    """Two items, one of them taken back, nothing awaited."""
    sold = counter.desk.printer.state_of(counter.desk.transactions[-1])
    standing = ItemLine(
        sold.items[0], "parcel", "Bưu kiện", 1_250, _LONG_NAME, "+84912345654", "Thôn Ỷ La",
        "02212", "Thôn Ỷ La, Phường Nông Tiến, Tuyên Quang", "Phường Nông Tiến, Tuyên Quang",
        27_000, 27_000, "accepted",
    )  # fmt: skip
    gone = replace(
        standing,
        code="CA104882496VN",
        receiver_name="Đặng Văn Quyết",
        total_vnd=1_380_000,
        status="voided",
    )
    slip = SlipLine(
        f"{sold.receipt}-D1", "void", NOW, -1_380_000, "khách đổi ý, gửi xe khách", "Lê Hồng Phúc"
    )
    paid = PartLine(sold.receipt, "cash", 1_407_000, 0, "", NOW, "")
    return TransactionPage(
        sold, "", (standing, gone), (paid,), (slip,), same_day=True, standing=True, request=None
    )


def _terms(weight_g: int, total_vnd: int) -> Terms:
    party = Party(
        name="Đặng Văn Quyết",
        phone="",
        street="",
        commune="02212",
        scheme="2025-07",
        province="08",
        address="",
    )
    return Terms(
        receiver=party, service="parcel", service_label="Bưu kiện", actual_g=weight_g,
        size_cm=None, volumetric_g=0, charged_g=weight_g, value_added=[], value_added_labels=[],
        zone="2", tariff="sample-2026", tariff_title="", lines=[], net_vnd=total_vnd,
        vat_rate_bp=0, vat_vnd=0, total_vnd=total_vnd,
    )  # fmt: skip


def _dearer(code: str, wanted: Wanted) -> QuotedCorrection:
    weight_g = wanted.actual_g or 1_250
    now_vnd = 27_000 + 9_000 * (weight_g // 1_000 - 1)
    return QuotedCorrection(
        code, _terms(1_250, 27_000), _terms(weight_g, now_vnd), now_vnd - 27_000
    )


MONEY_SCENES: dict[str, Callable[[CounterWindow], None]] = {
    each.__name__: each
    for each in (
        transactions,
        transactions_none,
        transactions_not_found,
        correction,
        correction_dearer,
        correction_void,
        correction_refused,
        correction_booking,
        correction_done,
        correction_of_all_gone,
        transfer_awaited,
        service,
        service_filled,
        service_refused,
        service_none,
        customer_account,
    )
}
