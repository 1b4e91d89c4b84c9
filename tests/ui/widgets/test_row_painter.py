from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.hands import Show
from ui.style.tokens import LIGHT, Tone
from ui.widgets.entry import Entry
from ui.widgets.row_list import RowList
from ui.widgets.rows import RowItem

ROW = RowItem("Bưu kiện → Hải Phòng", "4.000 g", lead="1", side="68.040")


def _colours(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
    }


def _list(qtbot: QtBot, *rows: RowItem, **kinds: bool) -> RowList:
    shown = RowList("Giỏ", lead=24, **kinds)
    qtbot.addWidget(shown)
    shown.resize(360, 200)
    shown.set_rows(rows)
    return shown


def test_a_row_with_detail_and_note_is_higher(dressed: QApplication, qtbot: QtBot) -> None:
    noted = RowItem("EMS", "250 g", note="đang nhập")
    shown = _list(qtbot, RowItem("EMS"), ROW, noted)

    heights = [shown.sizeHintForRow(row) for row in range(3)]

    assert heights == sorted(set(heights))


def test_other_rows_in_the_same_places_have_heights_of_their_own(
    dressed: QApplication, qtbot: QtBot
) -> None:
    shown = _list(qtbot, RowItem("EMS"))
    low = shown.sizeHintForRow(0)

    shown.set_rows([ROW])

    assert shown.sizeHintForRow(0) > low


def test_the_marked_row_stands_on_a_ground_of_its_own(show: Show) -> None:
    shown, other = RowList("Giỏ"), Entry()
    shown.set_rows([ROW])
    show(shown, other)
    other.setFocus()
    assert LIGHT.sunken in _colours(shown.grab().toImage())

    shown.setFocus()
    assert LIGHT.accent_soft in _colours(shown.grab().toImage())


def test_a_quiet_list_shows_its_mark_only_while_it_has_the_focus(show: Show) -> None:
    shown, other = RowList("Lịch sử", quiet=True), Entry()
    shown.set_rows([ROW])
    show(shown, other)
    other.setFocus()
    assert LIGHT.sunken not in _colours(shown.grab().toImage())

    shown.setFocus()
    assert LIGHT.accent_soft in _colours(shown.grab().toImage())


def test_a_word_at_the_right_takes_the_colour_of_its_tone(
    dressed: QApplication, qtbot: QtBot
) -> None:
    plain = _list(qtbot, RowItem("EMS", side="đã phát"), passive=True)
    good = _list(qtbot, RowItem("EMS", side="đã phát", tone=Tone.GOOD), passive=True)

    assert LIGHT.good not in _colours(plain.grab().toImage())
    assert LIGHT.good in _colours(good.grab().toImage())
