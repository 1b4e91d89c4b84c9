from PySide6.QtWidgets import QApplication

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed
from ui.day_pages import DayPages
from ui.running import ImmediateRunner, Runners


def test_cash_shift_and_count_are_pages_that_know_their_names(dressed: QApplication) -> None:
    now = ImmediateRunner()
    pages = DayPages(FakeDesk(), Runners(now, now, now), ChangeFeed())
    made = [
        pages.shift(FakeShell()),
        pages.count(FakeShell(), opening=True),
        pages.count(FakeShell(), opening=False),
    ]

    assert [page.title for page in made] == ["Quỹ, ca", "Mở ca", "Kiểm quỹ, đóng ca"]
    for page in made:
        page.close()
        page.widget.deleteLater()
