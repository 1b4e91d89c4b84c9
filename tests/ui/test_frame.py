"""The frame as a clerk uses it: keys and scans in, pages out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame
from ui.frame import utc_now

CARD = "001090000001|012345678|Nguyễn Văn A|01011990|Nam|Số 1 phố Thử, Hà Nội|15042021"


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> FakeFrame:
    made = FakeFrame(qtbot, FakeDesk())
    made.sign_in()
    return made


def _opened(counter: FakeFrame) -> list[str]:
    return [page.name for page in counter.makers.opened]


def test_six_keys_and_enter_find_a_customer(counter: FakeFrame) -> None:
    counter.hands.type("thu ng")
    counter.hands.press(Qt.Key.Key_Return)

    (page,) = counter.makers.opened
    assert page.name.startswith("customer ")
    assert page.entry.hasFocus()


def test_arrows_choose_among_several(counter: FakeFrame) -> None:
    counter.hands.type("nguyen thi anh t")
    counter.hands.press(Qt.Key.Key_Down)
    counter.hands.press(Qt.Key.Key_Return)

    number = list(counter.desk.people)[1]
    assert _opened(counter) == [f"customer {number}"]


def test_a_scan_from_inside_a_form_opens_its_customer_and_leaves_the_form_alone(
    counter: FakeFrame,
) -> None:
    first, second = list(counter.desk.people)[:2]
    counter.frame.steering.open_customer(first)
    page = counter.makers.opened[0]
    page.holds_work = True
    counter.hands.type("Gom")

    counter.hands.scan(second)

    assert _opened(counter) == [f"customer {first}", f"customer {second}"]
    assert page.entry.text() == "Gom"
    assert not page.closed


def test_a_card_never_seen_opens_registration_and_its_text_stays_nowhere(
    counter: FakeFrame,
) -> None:
    counter.hands.scan(CARD)

    assert _opened(counter) == ["registration Nguyễn Văn A"]
    assert counter.window.box.entry.text() == ""
    assert "001090000001" not in counter.window.message.text()


def test_a_page_may_use_a_scan_itself(counter: FakeFrame) -> None:
    counter.frame.steering.open_customer("0119004821317")
    page = counter.makers.opened[0]
    page.uses_scans = True

    counter.hands.scan("EE471108151VN")

    assert page.scans == ["EE471108151VN"]
    assert len(counter.makers.opened) == 1


def test_a_scan_that_cannot_be_right_is_explained_and_opens_nothing(counter: FakeFrame) -> None:
    counter.hands.scan("EB000717594HK")

    assert "sai số kiểm tra" in counter.window.message.text()
    assert not counter.makers.opened


def test_a_good_scan_takes_the_old_sentence_away(counter: FakeFrame) -> None:
    counter.hands.scan("EB000717594HK")

    counter.hands.scan(next(iter(counter.desk.people)))

    assert not counter.window.message.text()


def test_ctrl_enter_registers_what_was_typed(counter: FakeFrame) -> None:
    counter.hands.type("Lê Văn Tám")

    counter.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert _opened(counter) == ["registration Lê Văn Tám"]


def test_esc_in_a_full_box_empties_it_and_the_next_one_leaves_the_page(
    counter: FakeFrame,
) -> None:
    counter.frame.steering.open_customer("0119004821317")
    counter.hands.press(Qt.Key.Key_F2)
    counter.hands.type("nguyen")

    counter.hands.press(Qt.Key.Key_Escape)
    assert counter.window.box.entry.text() == ""
    assert not counter.frame.steering.at_home()

    counter.hands.press(Qt.Key.Key_Escape)
    assert counter.frame.steering.at_home()


def test_the_strip_says_where_and_who(counter: FakeFrame) -> None:
    words = [label.text() for label in counter.window.strip.findChildren(QLabel)]

    assert "Bưu cục 100950 · Cửa Nam" in words
    assert "Trần Minh Châu · Ca 1" in words


def test_after_a_bug_enter_leads_back_to_the_work(
    counter: FakeFrame, expect_log: Callable[[str], None]
) -> None:
    expect_log("bug at")
    counter.frame.steering.open_customer("0119004821317")
    page = counter.makers.opened[0]

    counter.frame.steering.fail(ValueError("a bug"))
    assert not counter.window.at_work()
    counter.hands.press(Qt.Key.Key_Return)

    assert counter.window.at_work()
    assert page.entry.hasFocus()
    assert not page.closed


def test_after_a_bug_f12_begins_anew(counter: FakeFrame, expect_log: Callable[[str], None]) -> None:
    expect_log("bug at")
    counter.frame.steering.open_customer("0119004821317")

    counter.frame.steering.fail(ValueError("a bug"))
    counter.hands.press(Qt.Key.Key_F12)

    assert counter.frame.steering.at_home()
    assert counter.window.box.entry.hasFocus()


def test_a_bug_while_signing_in_leads_back_to_signing_in(
    dressed: QApplication, qtbot: QtBot, expect_log: Callable[[str], None]
) -> None:
    expect_log("bug at")
    counter = FakeFrame(qtbot, FakeDesk())
    counter.desk.fail_next = ValueError("a bug")
    counter.sign_in()

    counter.hands.press(Qt.Key.Key_Return)
    assert not counter.window.at_work()

    counter.sign_in()
    assert counter.window.at_work()


def test_the_windows_clock_is_aware_of_its_zone() -> None:
    assert utc_now().tzinfo is not None
