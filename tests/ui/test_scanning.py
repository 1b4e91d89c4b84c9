"""The channel between scanner and window, with keys as the window system delivers them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show, compose
from tests.ui.scanning import ITEM, Counter
from ui.scanning import ScanChannel
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.entry import Entry
from ui.widgets.numbers import NumberField
from ui.widgets.options import Option
from ui.widgets.search_field import SearchField

CARD = "001090000001|012345678|Nguyễn Văn Ắ|01011990|Nam|Số 1 phố Thử, Phường X, Hà Nội|15042021"


@pytest.mark.parametrize("scan", [ITEM, CARD, "0126000012345", "8934563138165"])
def test_a_scan_is_told_whole_and_leaves_no_trace_in_the_field(show: Show, scan: str) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entry.setText("Gốm sứ")

    counter.hands.scan(scan)

    assert counter.scans == [scan]
    assert entry.text() == "Gốm sứ"


def test_a_scan_is_told_when_nothing_has_the_focus(show: Show) -> None:
    counter = Counter(show, QWidget())

    counter.hands.scan(ITEM)

    assert counter.scans == [ITEM]


def test_a_hand_types_as_if_there_were_no_channel(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.type("Nguyễn Thị Ánh")
    counter.hands.press(Qt.Key.Key_Return)

    assert entry.text() == "Nguyễn Thị Ánh"
    assert not counter.scans


def test_the_enter_of_a_scan_submits_nothing(show: Show) -> None:
    entry, button = Entry(), QPushButton("Hoàn tất")
    counter = Counter(show, entry, button)
    done: list[str] = []
    entry.entered.connect(lambda: done.append("entered"))
    button.clicked.connect(lambda: done.append("clicked"))

    counter.hands.scan(ITEM)
    button.setFocus()
    counter.hands.scan(ITEM)

    assert not done
    assert len(counter.scans) == 2


def test_the_field_tells_its_old_text_again(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entry.setText("Lê")
    told: list[str] = []
    entry.textEdited.connect(told.append)

    counter.hands.scan(ITEM)

    assert told[-1] == "Lê"


def test_scanned_digits_change_no_weight(show: Show) -> None:
    weight = NumberField("Khối lượng", unit="g")
    counter = Counter(show, weight)
    weight.set_number(1_250)
    weight.edit.selectAll()

    counter.hands.scan("8934563138165")

    assert weight.number() == 1_250


def test_scanned_digits_choose_nothing(show: Show) -> None:
    service = Choice("Dịch vụ", [("a", "A"), ("b", "B"), ("c", "C")])
    added = Chips("Cộng thêm", [("x", "X"), ("y", "Y")])
    counter = Counter(show, service, added)

    counter.hands.scan("3213213213213")
    added.setFocus()
    counter.hands.scan("1212121212121")

    assert service.value() == "a"
    assert added.values() == ()


def test_a_chosen_place_stays_chosen(show: Show) -> None:
    field = SearchField("Phường, xã")
    counter = Counter(show, field)
    field.set_chosen(Option("26740", "Phường Sài Gòn"))

    counter.hands.scan(ITEM)

    assert field.chosen_value() == "26740"
    assert field.value() == "Phường Sài Gòn"


def test_fast_typing_that_is_no_scan_reaches_its_field(show: Show, qtbot: QtBot) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.type("nguyen", gap_ms=8)

    qtbot.waitUntil(lambda: entry.text() == "nguyen")
    assert not counter.scans


def test_an_enter_after_a_pause_is_the_hands(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entered: list[bool] = []
    entry.entered.connect(lambda: entered.append(True))

    counter.hands.type("nguyen", gap_ms=8)
    counter.hands.pause()
    counter.hands.press(Qt.Key.Key_Return)

    assert entry.text() == "nguyen"
    assert entered == [True]
    assert not counter.scans


def test_a_key_held_down_is_no_scanner(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.hold("0", 12)
    counter.hands.press(Qt.Key.Key_Return)

    assert entry.text() == "0" * 12
    assert not counter.scans


def test_a_scanner_that_stutters_is_read_whole_and_leaves_nothing(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entry.setText("Lê")

    counter.hands.type("EE", gap_ms=5)
    counter.hands.type("4", gap_ms=100)
    counter.hands.type("7110", gap_ms=5)
    counter.hands.type("8", gap_ms=150)
    counter.hands.scan_on("151VN")

    assert counter.scans == [ITEM]
    assert entry.text() == "Lê"


def test_two_scans_in_a_row_are_two(show: Show) -> None:
    counter = Counter(show, Entry())

    counter.hands.scan(ITEM)
    counter.hands.scan("RR473124829GB")

    assert counter.scans == [ITEM, "RR473124829GB"]


def test_a_prefix_lets_nothing_through_at_all(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry, prefix="~")
    told: list[str] = []
    entry.textEdited.connect(told.append)

    counter.hands.scan(f"~{ITEM}")

    assert counter.scans == [ITEM]
    assert not told


def test_a_prefix_typed_by_hand_comes_out_after_a_while(show: Show, qtbot: QtBot) -> None:
    entry = Entry()
    counter = Counter(show, entry, prefix="~")

    counter.hands.type("~")

    qtbot.waitUntil(lambda: entry.text() == "~")


def test_a_shortcut_amid_fast_keys_ends_the_burst(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.type("nguye", gap_ms=8)
    counter.hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)

    assert entry.selectedText() == "nguye"


def test_what_an_input_method_made_of_a_scan_is_told_as_it_came(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entry.setText("Lê ")

    compose(entry, "E")
    compose(entry, "Ê")
    compose(entry, "Ê4")
    compose(entry, "Ê47")
    counter.hands.scan("1108151VN")

    assert counter.scans == ["Ê471108151VN"]
    assert entry.text() == "Lê "


def test_a_word_left_unfinished_is_no_part_of_the_scan_and_stays(show: Show) -> None:
    entry = Entry()
    window = show(entry)
    entry.setFocus()
    compose(entry, "Nguyễn")
    channel = ScanChannel()
    channel.watch(window)
    scans: list[str] = []
    channel.scanned.connect(scans.append)

    for letters in ("NguỹenE", "NguỹenEE", "NguỹenEE4", "NguỹenEE47"):
        compose(entry, letters)
    Hands(window).scan_on("1108151VN")

    assert scans == [ITEM]
    assert entry.text() == "Nguyễn"


def test_the_input_method_may_compose_again_after_a_scan(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.scan(ITEM)

    assert entry.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True


def test_a_field_that_goes_away_meanwhile_is_let_go_of(show: Show) -> None:
    entry, other = Entry(), Entry()
    counter = Counter(show, entry, other)
    counter.hands.type("EE4", gap_ms=5)
    entry.hide()
    entry.deleteLater()
    other.setFocus()

    counter.hands.scan(ITEM)

    assert counter.scans == [ITEM]
    assert other.text() == ""


def test_watching_twice_tells_once(show: Show) -> None:
    counter = Counter(show, Entry())
    counter.channel.watch(counter.window)

    counter.hands.scan(ITEM)

    assert counter.scans == [ITEM]
