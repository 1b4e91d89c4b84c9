from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.drafts import BasketContent, Begun
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed
from ui.counter_pages import CounterPages
from ui.running import ImmediateRunner, Runners

if TYPE_CHECKING:
    from ui.shell.opening import Makers


def test_each_page_of_the_window_is_made(dressed: QApplication, qtbot: QtBot) -> None:
    now, desk, shell = ImmediateRunner(), FakeDesk(), FakeShell()
    makers: Makers = CounterPages(desk, Runners(now, now, now), ChangeFeed())
    number, customer = next(iter(desk.people.items()))

    pages = [
        makers.start(shell),
        makers.customer(shell, number),
        makers.registration(shell, None, "an"),
        makers.acceptance(shell, customer, None),
        makers.basket(shell, Begun(number, BasketContent())),
        makers.bulk(shell, number),
        makers.labels(shell),
        makers.settings(shell),
        makers.receipt(shell, desk.accept(a_basket(desk)).receipt),
    ]

    assert len({page.title for page in pages}) == 8  # a basket is acceptance too
    for page in pages:
        qtbot.addWidget(page.widget)
        page.close()
