"""Keys that a typing tool of Windows erases and types anew while a scanner types."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes.hands import Show
from tests.ui.scanning import ITEM, Counter
from ui.widgets.entry import Entry


def retyped(counter: Counter, *pieces: str) -> None:
    """As a typing tool of Windows rewrites: each piece anew, after a backspace."""
    counter.hands.pause()
    for piece in pieces:
        counter.hands.type(piece, gap_ms=2)
        counter.hands.press_soon(Qt.Key.Key_Backspace, gap_ms=2)


@pytest.mark.parametrize("before", ["", "Lê"])
def test_a_scan_that_a_typing_tool_retypes_is_told_as_it_became(show: Show, before: str) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    entry.setText(before)

    retyped(counter, "E")
    counter.hands.scan_on("Ê471108151VN")

    assert counter.scans == ["Ê471108151VN"]
    assert entry.text() == before


def test_a_key_held_back_can_be_retyped_as_well(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    retyped(counter, "EE4711081U")
    counter.hands.scan_on("Ú")

    assert counter.scans == ["EE4711081Ú"]
    assert entry.text() == ""


def test_a_hand_that_corrects_itself_is_no_scanner(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)

    counter.hands.type("nguen")
    counter.hands.press(Qt.Key.Key_Backspace)
    counter.hands.press(Qt.Key.Key_Backspace)
    counter.hands.type("yen")

    assert entry.text() == "nguyen"


def test_prefix_and_pace_are_as_set_from_now_on(show: Show) -> None:
    entry = Entry()
    counter = Counter(show, entry)
    counter.channel.configure("~", 90)

    counter.hands.scan(f"~{ITEM}")
    counter.hands.scan(ITEM, gap_ms=80)

    assert counter.scans == [ITEM, ITEM]
    assert entry.text() == ""
