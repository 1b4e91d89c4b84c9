from PySide6.QtWidgets import QApplication, QLabel

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.hands import Show
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner
from ui.shell.handle import Key
from ui.shell.start_page import StartScreen


def _words(page: StartScreen) -> set[str]:
    return {label.text() for label in page.widget.findChildren(QLabel) if not label.isHidden()}


def test_it_shows_what_was_done_last_and_what_to_mind(show: Show) -> None:
    desk = FakeDesk()
    desk.accept(a_basket(desk))
    page = StartScreen(desk, ImmediateRunner(), ChangeFeed(), FakeShell())
    show(page.widget)

    page.refresh()

    words = _words(page)
    assert "Nguyễn Thị Ánh Tuyết" in words
    assert any(word.startswith("Chỉ còn 18") for word in words)
    assert page.keys().get(Key.F8) is not None
    assert page.title == "Trang đầu"


def test_hints_are_replaced_and_not_heaped_up(show: Show) -> None:
    page = StartScreen(FakeDesk(), ImmediateRunner(), ChangeFeed(), FakeShell())
    show(page.widget)

    page.refresh()
    page.refresh()

    QApplication.processEvents()

    hints = [
        label.text()
        for label in page.widget.findChildren(QLabel)
        if label.text().startswith("Chỉ còn") and label.isVisible()
    ]
    assert len(hints) == 1
