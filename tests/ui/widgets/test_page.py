from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout

from ui.style.theme import apply
from ui.style.tokens import Theme
from ui.widgets.page import Page


class _Fitting(Page):
    """Remembers the room it was given."""

    def __init__(self) -> None:
        self.room = 0
        super().__init__((640, 300))

    def fit(self, room: int) -> None:
        self.room = room


def test_the_same_screen_has_less_room_for_larger_text(dressed: QApplication) -> None:
    page = _Fitting()
    page.resize(1366, 600)
    page.refit()
    assert page.room == 1366

    apply(dressed, Theme.LIGHT, 150)
    page.refit()
    apply(dressed, Theme.LIGHT)

    assert page.room == 910


def test_its_parts_do_not_make_it_larger_than_it_must_be(dressed: QApplication) -> None:
    page = _Fitting()
    wide = QLabel("rộng")
    wide.setMinimumSize(5_000, 5_000)
    QVBoxLayout(page).addWidget(wide)

    assert (page.minimumWidth(), page.minimumHeight()) == (640, 300)
    assert page.minimumSizeHint().width() == 640
    assert not page.hasHeightForWidth()


def test_a_page_that_need_not_fit_does_nothing(dressed: QApplication) -> None:
    page = Page((640, 300))

    page.fit(10)

    assert page.minimumWidth() == 640
