from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item_code import grouped, make_item_code
from app.domain.request_qr import CustomerRequest, write_request
from app.queries.receiver_book import FormerReceiver
from app.services.labels import ReceiveLabels
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.counter import Counter
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.customer.view import CustomerView
from ui.screens.receipt.view import ReceiptView

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_esc_holds_the_basket_and_says_how_to_recall_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()

    counter.press(Qt.Key.Key_Escape)

    assert counter.is_open(CustomerView)
    assert counter.told() == "Đã giữ giỏ 1 của Nguyễn Thị Ánh Tuyết. Gọi lại bằng Alt+1."
    assert counter.window.box.chips.state(1) == "waiting"
    assert not counter.desk.transactions

    counter.hands.press(Qt.Key.Key_1, ALT)

    assert counter.page.isVisible()
    assert counter.page.basket.list.count() == 1
    assert counter.window.box.chips.state(1) == "here"


def test_f10_holds_the_basket_and_is_ready_for_the_next_customer(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.enter("2", "Đặng Văn Quyết")

    counter.press(Qt.Key.Key_F10)

    assert counter.focused() == "Ô tìm chung"
    assert not counter.is_open(CustomerView)

    counter.hands.press(Qt.Key.Key_1, ALT)
    assert counter.page.item.form.entered().name == "Đặng Văn Quyết"
    assert counter.page.item.form.entered().service == "parcel"


def test_a_basket_is_kept_while_it_is_typed(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.enter("2")
    counter.type("Đặng Văn Qu")

    qtbot.waitUntil(lambda: 1 in counter.desk.kept)

    assert counter.desk.kept[1].content.form.name == "Đặng Văn Qu"
    assert counter.desk.saves <= 3
    assert counter.window.box.chips.state(1) == "here"


def test_a_basket_is_paid_for_after_it_was_recalled_and_waits_no_longer(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()
    counter.press(Qt.Key.Key_F10)
    counter.hands.press(Qt.Key.Key_1, ALT)

    counter.pay()

    assert counter.is_open(ReceiptView)
    assert counter.desk.kept == {}
    assert counter.window.box.chips.state(1) == "free"


def test_a_basket_is_given_up_only_when_asked_twice(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.lay_in()

    counter.hands.press(Qt.Key.Key_B, ALT)
    assert counter.page.isVisible()
    assert counter.page.abandon.is_asking()

    counter.press(Qt.Key.Key_Escape)
    assert not counter.page.abandon.is_asking()

    counter.hands.press(Qt.Key.Key_B, ALT)
    counter.hands.press(Qt.Key.Key_B, ALT)
    assert counter.is_open(CustomerView)
    assert counter.desk.kept == {}
    assert not counter.desk.transactions


def test_two_customers_wait_and_each_comes_back_by_its_number(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()
    counter.press(Qt.Key.Key_F10)
    counter.open_customer(1)
    counter.press(Qt.Key.Key_F3)
    counter.enter("2", "Trần Thị Cúc")
    counter.press(Qt.Key.Key_F10)

    assert [counter.window.box.chips.state(n) for n in (1, 2, 3)] == ["waiting", "waiting", "free"]
    assert "Nguyễn Thị Ánh Tuyết, 1 bưu gửi" in counter.window.box.chips.words(1)

    counter.hands.press(Qt.Key.Key_1, ALT)
    counter.hands.press(Qt.Key.Key_2, ALT)
    assert counter.page_in_front().item.form.entered().name == "Trần Thị Cúc"
    counter.hands.press(Qt.Key.Key_1, ALT)
    assert counter.page_in_front().basket.list.count() == 1


def test_a_number_without_a_basket_says_so(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)

    counter.hands.press(Qt.Key.Key_4, ALT)

    assert counter.told() == "Giỏ 4 đang trống."


def test_a_printed_label_goes_to_the_item_on_the_form(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    first, last = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_099)
    counter.desk.receive_labels(ReceiveLabels(b"", first, last))
    counter.enter("2")

    counter.hands.scan(first)

    assert counter.page.item.form.entered().label == first
    assert counter.page.item.next_code() == f"Nhãn in sẵn {grouped(first)}"
    assert counter.told().startswith("Bưu gửi lấy số")


def test_a_label_scanned_twice_in_one_basket_is_refused_in_words(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    first, last = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_099)
    counter.desk.receive_labels(ReceiveLabels(b"", first, last))
    counter.type_item()
    counter.hands.scan(first)
    counter.press(Qt.Key.Key_F3)
    assert counter.page.basket.list.count() == 1

    counter.hands.scan(first)

    assert "đã quét cho một bưu gửi khác trong giỏ này" in counter.told()
    assert counter.page.item.form.entered().label == ""


def test_a_request_on_a_telephone_fills_the_form_and_few_keys_are_left(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    request = CustomerRequest(
        service="parcel",
        name="Đặng Văn Quyết",
        phone="0912345654",
        street="Thôn Ỷ La",
        commune="02212",
        contents="Gốm sứ",
    )

    counter.hands.scan(write_request(request))
    assert counter.page.item.form.entered().name == "Đặng Văn Quyết"
    assert counter.focused() == "Khối lượng"
    counter.type("1250")
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_F7, Qt.Key.Key_F9)
    counter.type("50k")
    counter.press(Qt.Key.Key_F12)

    assert counter.is_open(ReceiptView)
    # The scale reads the weight by itself: ten keys without it.
    assert counter.keys - len("1250") <= 10


def test_a_request_of_another_version_says_so_and_fills_nothing(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    code = write_request(CustomerRequest(name="Lan", contents="Áo dài"))

    counter.hands.scan("83604" + code[5:])

    assert "mẫu số 4" in counter.told()
    assert counter.page.item.form.entered().name == ""


def test_a_request_does_not_overwrite_an_item_that_is_being_typed(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.enter("2", "Trần Thị Cúc")

    counter.hands.scan(write_request(CustomerRequest(name="Lan", contents="Áo dài")))

    assert counter.page.item.form.entered().name == "Trần Thị Cúc"
    assert "Đang nhập dở" in counter.told()


def test_a_receiver_of_before_is_taken_by_two_keys_with_everything(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    entry = replace(WHOLE, checked=())
    counter.desk.books[counter.customer] = (
        FormerReceiver(entry.name, "0912 ••• 654", "Thôn Ỷ La, Phường Nông Tiến", 7, NOW, entry),
    )
    before = counter.keys

    counter.press(Qt.Key.Key_F4)
    counter.hands.press(Qt.Key.Key_Return, CTRL)

    assert counter.page.item.form.entered().contents == "Gốm sứ mỹ nghệ"
    assert counter.page.item.form.entered().weight_g == 1_250
    assert counter.focused() == "Khối lượng"
    assert counter.keys - before + 1 == 2
