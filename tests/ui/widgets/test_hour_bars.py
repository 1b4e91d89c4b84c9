from PySide6.QtGui import QColor

from tests.fakes.hands import Show
from ui.style.tokens import LIGHT
from ui.widgets.hour_bars import HourBars

HIGH = 160


def bars(show: Show, *hours: tuple[int, int]) -> HourBars:
    widget = HourBars()
    show(widget)
    widget.resize(300, HIGH)
    widget.set_hours(hours)
    return widget


def test_every_hour_from_first_to_last_is_told_to_whoever_sees_no_picture(show: Show) -> None:
    assert bars(show, (8, 2), (10, 5)).accessibleName() == "8 giờ: 2, 9 giờ: 0, 10 giờ: 5"


def test_the_highest_hour_stands_out(show: Show) -> None:
    picture = bars(show, (8, 2), (9, 4)).grab().toImage()

    wide = picture.width()
    assert picture.pixelColor(wide // 4, HIGH - 40) == QColor(LIGHT.accent)
    assert picture.pixelColor(3 * wide // 4, HIGH - 40) == QColor(LIGHT.warn_bar)


def test_a_shift_without_items_says_so(show: Show) -> None:
    widget = bars(show)

    assert widget.accessibleName() == "Chưa có bưu gửi nào trong ca"
    assert not widget.grab().isNull()
