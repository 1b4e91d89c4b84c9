from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.style.tokens import Tone
from ui.widgets.labels import Text
from ui.widgets.lines import Line, Lines


def _texts(lines: Lines) -> list[str]:
    return [text.text() for text in lines.findChildren(Text) if text.isVisible()]


def test_rows_are_replaced_whole(show: Show) -> None:
    lines = Lines()
    show(lines)
    lines.set_lines([Line("Cước chính", "41.000"), Line("VAT 8 %", "5.040")])

    lines.set_lines([Line("Cộng", "46.040", strong=True)])
    QApplication.processEvents()

    assert _texts(lines) == ["Cộng", "46.040"]


def test_amounts_end_in_one_column(show: Show) -> None:
    lines = Lines()
    show(lines)

    lines.set_lines([Line("Cước chính", "41.000"), Line("Báo phát", "7.000")])
    lines.grab()

    amounts = [text for text in lines.findChildren(Text) if text.text().endswith("000")]
    assert len({text.geometry().right() for text in amounts}) == 1


def test_a_long_value_wraps_beside_its_label(show: Show) -> None:
    lines = Lines(amounts=False, label_width=90)
    window = show(lines)
    long = "Số 1234/56/78 ngõ 9 đường Cách mạng tháng Tám, Phường Nông Tiến, Tuyên Quang"

    lines.set_lines([Line("Địa chỉ", long, tone=Tone.WARN)])
    window.resize(320, 400)
    lines.grab()

    value = next(text for text in lines.findChildren(Text) if text.text() == long)
    assert value.height() >= 2 * value.fontMetrics().height()
