from PySide6.QtWidgets import QLabel

from tests.fakes.fake_post_office import CLERKS, STATION
from tests.fakes.hands import Show
from ui.shell.top_strip import TopStrip


def _words(strip: TopStrip) -> list[str]:
    return [label.text() for label in strip.findChildren(QLabel) if label.text()]


def test_it_says_where_who_and_when(show: Show) -> None:
    strip = TopStrip()
    show(strip)

    strip.show_station(STATION)
    strip.show_clerk(CLERKS[0])
    strip.show_time("Thứ Bảy 21/11 · 14:32")

    assert _words(strip) == [
        "Tem",
        "Bưu cục 100950 · Cửa Nam",
        "Quầy 2",
        "Trần Minh Châu",
        "Thứ Bảy 21/11 · 14:32",
    ]


def test_when_nobody_is_signed_in_no_name_stands_there(show: Show) -> None:
    strip = TopStrip()
    show(strip)
    strip.show_clerk(CLERKS[1])

    strip.show_clerk(None)

    assert CLERKS[1].name not in _words(strip)
