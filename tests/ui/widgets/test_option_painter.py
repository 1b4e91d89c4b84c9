from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from ui.style.tokens import LIGHT
from ui.widgets.option_painter import Columns, OptionPainter
from ui.widgets.options import Option, OptionsModel

PLAIN = Option(0, "Lê Văn Tám")
FULL = Option(
    1,
    "Nguyễn Thị Ánh Tuyết",
    "12 Hàng Bông, Phường Hoàn Kiếm, Hà Nội",
    lead="01 19 0048213 17",
    side="0903 ••• 456",
    note="gửi 7 lần",
    spans=((0, 6), (7, 10)),
)


class _List:
    """A list that shows ``options``, the first one marked."""

    def __init__(self, qtbot: QtBot, *options: Option, columns: Columns | None = None) -> None:
        self.view = QListView()
        qtbot.addWidget(self.view)
        self._painter = OptionPainter(columns or Columns(lead=160, side=140, note=200))
        self._model = OptionsModel()
        self._model.set_options(options)
        self.view.setModel(self._model)
        self.view.setModelColumn(1)
        self.view.setItemDelegate(self._painter)
        self.view.resize(900, 200)
        self.view.setCurrentIndex(self._model.index(0, 1))

    def picture(self) -> QImage:
        return self.view.grab().toImage()


def _colours(picture: QImage) -> set[str]:
    return {
        picture.pixelColor(x, y).name().upper()
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    }


def test_an_option_with_a_detail_has_two_lines(dressed: QApplication, qtbot: QtBot) -> None:
    shown = _List(qtbot, PLAIN, FULL)

    assert shown.view.sizeHintForRow(1) > shown.view.sizeHintForRow(0)


def test_matched_letters_stand_on_a_markers_ground(dressed: QApplication, qtbot: QtBot) -> None:
    shown = _List(qtbot, PLAIN, FULL)

    assert LIGHT.mark in _colours(shown.picture())


def test_the_marked_option_stands_on_the_accent_where_the_keys_go_to_it(
    dressed: QApplication, qtbot: QtBot
) -> None:
    shown = _List(qtbot, FULL, PLAIN)
    assert shown.picture().pixelColor(300, 3) == QColor(LIGHT.accent_soft)

    shown.view.show()
    shown.view.activateWindow()
    shown.view.setFocus()
    qtbot.waitUntil(shown.view.hasFocus)

    assert shown.picture().pixelColor(300, 3) == QColor(LIGHT.select)
    assert LIGHT.select_mark in _colours(shown.picture())


def test_a_rounded_mark_leaves_the_corners(dressed: QApplication, qtbot: QtBot) -> None:
    square = _List(qtbot, PLAIN).picture()
    rounded = _List(qtbot, PLAIN, columns=Columns(rounded=True)).picture()

    assert square.pixelColor(0, 0) != rounded.pixelColor(0, 0)


def test_columns_left_out_give_the_title_their_room(dressed: QApplication, qtbot: QtBot) -> None:
    long = Option(0, "Công Tằng Tôn Nữ Hoàng Phương Tường " * 3, lead="123")

    narrow = _List(qtbot, long).picture()
    wide = _List(qtbot, long, columns=Columns()).picture()

    assert narrow != wide
