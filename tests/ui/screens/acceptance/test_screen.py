from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import without_name
from tests.ui.screens.acceptance.counter import Counter
from ui.screens.customer.view import CustomerView
from ui.screens.receipt.view import ReceiptView
from ui.shell.handle import Key

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_item_is_taken_in_and_paid_by_keys_alone(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)

    counter.type_item()
    counter.pay()

    assert counter.is_open(ReceiptView)
    assert counter.desk.transactions[0].change_vnd == 100_000 - 38_880
    assert [each.state for each in counter.desk.receipt("100950-2-0000001").documents] == [
        "printed",
        "printed",
    ]


def test_a_known_receiver_is_scanned_and_few_keys_are_left(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)

    counter.press(Qt.Key.Key_F4)
    counter.hands.scan(list(counter.desk.people)[4])
    assert counter.focused() == "Khối lượng"
    counter.enter("85", "", "Giấy tờ")
    counter.press(Qt.Key.Key_F7, Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_F9)
    counter.type("10k")
    counter.press(Qt.Key.Key_F12)

    assert counter.is_open(ReceiptView)
    # Budgeted with the scale and a label read by themselves: 14 keys without weight and contents.
    assert counter.keys - len("85") - len("Giấy tờ") <= 14


def test_f12_says_what_is_missing_and_does_nothing(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.enter("2", "Đặng Văn Quyết")

    counter.press(Qt.Key.Key_F12)

    assert counter.told() == "Còn thiếu: điện thoại người nhận."
    assert not counter.window.keys.is_on(Key.F12)
    assert counter.desk.calls.count("accept") == 0


def test_f12_pressed_eight_times_books_once(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.type_item()
    counter.press(Qt.Key.Key_F9)
    counter.type("100k")
    counter.writing.paused = True

    counter.press(*[Qt.Key.Key_F12] * 8)
    assert counter.page.isVisible()
    counter.writing.answer_all()

    assert counter.desk.calls.count("accept") == 1
    assert len(counter.desk.transactions) == 1


def test_a_sum_hardly_meant_is_asked_about_and_the_same_key_says_yes(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.type_item()
    counter.press(Qt.Key.Key_F9)
    counter.type("1000k")

    counter.press(Qt.Key.Key_F12)
    assert "1.000.000" in counter.page.basket.warning()
    counter.press(Qt.Key.Key_F12)
    assert not counter.desk.transactions  # nobody has read the warning yet

    counter.read()
    counter.press(Qt.Key.Key_F12)
    assert len(counter.desk.transactions) == 1


def test_enter_at_the_end_lays_the_item_into_the_basket_and_begins_the_next(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)

    counter.lay_in()

    assert counter.page.basket.list.count() == 1
    assert counter.focused() == "Dịch vụ"
    assert counter.page.item.form.entered().is_blank()


def test_enter_with_the_checks_undone_opens_them(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.enter("2", "Đặng Văn Quyết", "0912345654", "Thôn Ỷ La", "nong t")
    counter.enter("1250", "", "Gốm sứ", "", "", "")

    assert counter.page.item.checks_are_open()
    counter.press(Qt.Key.Key_Return)

    assert counter.window.keys.is_on(Key.F7)
    assert not counter.page.item.checks_are_open()


def test_the_second_item_to_the_same_receiver_needs_no_typing(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()

    counter.press(Qt.Key.Key_F4, Qt.Key.Key_Down, Qt.Key.Key_Return)

    entry = counter.page.item.form.entered()
    assert (entry.name, entry.phone) == ("Đặng Văn Quyết", "0912 345 654")
    assert entry.commune is not None
    assert counter.focused() == "Khối lượng"


def test_ctrl_z_takes_the_last_item_back_onto_the_form(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.lay_in()

    counter.hands.press(Qt.Key.Key_Z, CTRL)

    assert counter.page.item.form.entered().name == "Đặng Văn Quyết"
    assert counter.page.basket.list.count() == 1
    row = counter.page.basket.list.row(0)
    assert row is not None
    assert row.note == "đang nhập"


def test_delete_takes_an_item_out_and_ctrl_z_brings_it_back(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()
    counter.type_item()
    counter.page.basket.list.setFocus()
    counter.press(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert counter.page.basket.list.count() == 1

    counter.hands.press(Qt.Key.Key_Z, CTRL)

    assert counter.page.basket.list.count() == 2


def test_somebody_else_served_in_between_leaves_the_basket_as_it_was(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.lay_in()

    counter.open_customer(1)
    assert counter.is_open(CustomerView)
    counter.press(Qt.Key.Key_Escape)

    assert counter.page.isVisible()
    assert counter.page.basket.list.count() == 1


def test_esc_closes_the_checklist_before_anything_else(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.press(Qt.Key.Key_F7)
    assert counter.page.item.checks_are_open()

    counter.press(Qt.Key.Key_Escape)

    assert counter.page.isVisible()
    assert not counter.page.item.checks_are_open()


def test_an_item_code_scanned_into_the_receiver_is_looked_up_instead(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = Counter(qtbot)
    counter.press(Qt.Key.Key_F4)

    counter.hands.scan("RR473124829GB")

    assert counter.page.item.form.entered().name == ""


def test_tab_comes_by_every_stop_in_the_order_of_work(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.page.item.form.service.setFocus()

    assert counter.tab_walk(16) == [
        "Người nhận",
        "Điện thoại người nhận",
        "Số nhà, đường, thôn",
        "Phường, xã",
        "Khối lượng",
        "Kích thước D × R × C",
        "Nội dung khai",
        "Khai giá",
        "Thu hộ COD",
        "Dịch vụ cộng thêm",
        "Kiểm tra F7",
        "Thêm vào giỏ Enter",
        "Cách trả tiền",
        "Khách đưa",
        "Ô tìm chung",
        "Dịch vụ",
    ]


def test_everything_that_takes_the_focus_can_be_read_out(
    dressed: QApplication, qtbot: QtBot
) -> None:
    assert without_name(Counter(qtbot).page) == []


def test_numbers_used_are_counted_anew(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.enter("2")

    assert "còn 412 số" in counter.page.item.next_code()


def test_while_money_is_booked_esc_waits(dressed: QApplication, qtbot: QtBot) -> None:
    counter = Counter(qtbot)
    counter.type_item()
    counter.writing.paused = True
    counter.pay()

    counter.press(Qt.Key.Key_Escape)
    assert counter.page.isVisible()

    counter.writing.answer_all()
    assert counter.is_open(ReceiptView)
