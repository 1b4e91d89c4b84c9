from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.services.customers import OrganisationDraft
from tests.fakes.counter_window import CounterWindow, without_name
from ui.screens.customer.view import CustomerView
from ui.screens.registration.view import RegistrationView

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội|"
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def _page(counter: CounterWindow) -> RegistrationView:
    found = [page for page in counter.window.findChildren(RegistrationView) if page.isVisible()]
    return found[0]


def _begin(counter: CounterWindow, typed: str) -> RegistrationView:
    counter.hands.type(typed)
    counter.hands.press(Qt.Key.Key_Return, CTRL)
    return _page(counter)


def _is_open(counter: CounterWindow, kind: type[QWidget]) -> bool:
    return any(page.isVisible() for page in counter.window.findChildren(kind))


def test_a_card_and_a_phone_register_in_thirteen_keys_at_most(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)

    counter.hands.scan(CARD)
    counter.type("0977000111")
    counter.press(Qt.Key.Key_F12)

    assert counter.keys <= 13
    assert _is_open(counter, CustomerView)
    registered = list(counter.desk.people.values())[-1]
    assert registered.full_name == "Nguyễn Văn A"
    assert registered.phones == ("+84977000111",)
    assert registered.address == "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội"
    assert registered.citizen_masked == "0010••••••01"


def test_everything_typed_goes_from_field_to_field_by_enter(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    _begin(counter, "trần thị mới")
    assert counter.focused() == "Ngày sinh"

    counter.enter("05061992", "", "001192000077", "0977000222", "8 Lý Thường Kiệt", "hoan k", "")

    registered = list(counter.desk.people.values())[-1]
    assert registered.full_name == "Trần Thị Mới"
    assert registered.sex == "female"
    assert registered.commune == "00070"


def test_tab_takes_the_same_way_as_enter(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "trần thị mới")
    page.form.go_to("full_name")

    assert counter.tab_walk(9) == [
        "Ngày sinh",
        "Giới tính",
        "Số căn cước",
        "Điện thoại",
        "Số nhà, đường",
        "Phường, xã",
        "Đặc tính cần lưu ý",
        "Khách tiềm năng",
        "Ghi và cấp số F12",
    ]


def test_everything_that_takes_the_focus_can_be_read_out(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)

    assert without_name(_begin(counter, "an")) == []


def test_a_look_alike_is_opened_by_enter_after_the_finishing_key(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    _begin(counter, "trần thị mới")
    known = len(counter.desk.people)

    counter.enter("", "", "", "0903123456")
    counter.press(Qt.Key.Key_F12)
    assert counter.focused() == "Có thể đã là khách"
    counter.press(Qt.Key.Key_Return)

    assert _is_open(counter, CustomerView)
    assert not _is_open(counter, RegistrationView)
    assert len(counter.desk.people) == known


def test_the_finishing_key_pressed_again_registers_somebody_new(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    _begin(counter, "trần thị mới")
    known = len(counter.desk.people)

    counter.enter("", "", "", "0903123456")
    counter.press(Qt.Key.Key_F12, Qt.Key.Key_F12)
    assert len(counter.desk.people) == known  # nobody has read the question yet
    counter.read()
    counter.press(Qt.Key.Key_F12)

    assert len(counter.desk.people) == known + 1


def test_alt_m_opens_the_first_look_alike_at_any_time(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    _begin(counter, "trần thị mới")
    counter.enter("", "", "", "0903123456")

    counter.hands.press(Qt.Key.Key_M, ALT)

    assert _is_open(counter, CustomerView)


def test_esc_loses_nothing_and_says_how_to_throw_it_away(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "trần thị mới")
    counter.type("0506")

    counter.press(Qt.Key.Key_Escape)
    assert page.isVisible()
    assert page.abandon.is_asking()
    assert page.form.entered().birth_date == "0506"

    counter.hands.press(Qt.Key.Key_B, ALT)
    assert not _is_open(counter, RegistrationView)


def test_a_form_nobody_has_touched_goes_at_the_first_esc(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    counter.hands.scan(CARD)

    counter.press(Qt.Key.Key_Escape)

    assert not _is_open(counter, RegistrationView)


def test_somebody_else_scanned_in_between_leaves_the_form_as_it_was(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "trần thị mới")
    counter.enter("05061992")

    counter.open_customer()
    assert _is_open(counter, CustomerView)
    counter.press(Qt.Key.Key_Escape)

    assert page.isVisible()
    assert page.form.entered().birth_date == "05/06/1992"


def test_a_card_scanned_into_a_form_already_begun_fills_it_and_keeps_the_phone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "0977000444")
    counter.type("ai đó")

    counter.hands.scan(CARD)

    entered = page.form.entered()
    assert page.isVisible()
    assert (entered.full_name, entered.phones) == ("Nguyễn Văn A", "0977000444")
    assert counter.focused() == "Đặc tính cần lưu ý"
    counter.press(Qt.Key.Key_F12)
    assert list(counter.desk.people.values())[-1].citizen_source == "card"


def test_a_scan_leaves_no_letter_in_any_field(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "trần thị mới")
    before = page.form.entered()

    counter.hands.scan("RR473124829GB")

    assert page.form.entered() == before


def test_an_organisation_is_registered_by_keys_alone(dressed: QApplication, qtbot: QtBot) -> None:
    counter = CounterWindow(qtbot)
    page = _begin(counter, "")

    counter.hands.press(Qt.Key.Key_O, Qt.KeyboardModifier.AltModifier)
    assert not page.form.fields["birth_date"].isVisible()
    counter.enter("Công ty TNHH A&B 68", "0100109107")
    assert page.form.fields["tax_code"].problem()
    page.form.go_to("tax_code")
    counter.enter("0100109106", "02438250250")
    counter.press(Qt.Key.Key_F12)

    registered = counter.desk.registrations[-1]
    assert registered.full_name == "Công ty TNHH A&B 68"
    assert registered.organisation == OrganisationDraft("company", "0100109106")
    assert _is_open(counter, CustomerView)
