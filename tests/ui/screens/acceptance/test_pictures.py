"""Pictures of acceptance for people to look at: in the ignored ``pictures``."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.drafts import BasketContent
from app.domain.item_code import make_item_code
from app.queries.receiver_book import FormerReceiver
from app.services.drafts import KeepDraft
from app.services.labels import ReceiveLabels
from tests.fakes.counter_window import CounterWindow
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import NOW
from tests.ui.screens.acceptance.items import WHOLE
from ui.style.theme import apply
from ui.style.tokens import Theme

LONG = "Công ty Trách nhiệm hữu hạn Một thành viên Thương mại Dịch vụ Nguyễn Phước Tường Vân"


class Started(CounterWindow):
    """The program was closed upon two baskets."""

    def make_desk(self) -> FakeDesk:
        desk = FakeDesk()
        for n, number in enumerate(list(desk.people)[:2]):
            content = BasketContent((WHOLE, WHOLE), WHOLE if n else BasketContent().form)
            desk.keep_draft(KeepDraft(bytes([n]), number, content))
        return desk


def settled() -> None:
    """Pages that scroll are laid out in several turns."""
    for _ in range(5):
        QApplication.processEvents()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_baskets_that_wait_and_former_receivers_have_room(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    counter = Started(qtbot)
    picture = counter.window.grab().toImage()
    picture.save(str(pictures / f"waiting-{theme}.png"))
    assert picture.size() == QSize(1366, 768)
    counter.press(Qt.Key.Key_Return)

    customer = counter.open_customer(2)
    first, last = make_item_code("CA", 50_000_001), make_item_code("CA", 50_000_099)
    counter.desk.receive_labels(ReceiveLabels(b"", first, last))
    counter.desk.books[customer] = tuple(
        FormerReceiver(
            name,
            "0912 ••• 654",
            "12 Thôn Ỷ La, Phường Nông Tiến, Tuyên Quang",
            n,
            NOW,
            replace(WHOLE, name=name),
        )
        for n, name in enumerate((LONG, "Đặng Văn Quyết", "Trần Thị Cúc"), 1)
    )
    counter.press(Qt.Key.Key_F3)
    counter.enter("2")
    counter.hands.scan(first)
    settled()
    counter.window.grab().toImage().save(str(pictures / f"acceptance-book-{theme}.png"))
    counter.hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    counter.window.grab().toImage().save(str(pictures / f"acceptance-repeated-{theme}.png"))
    counter.hands.press(Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    settled()
    counter.window.grab().toImage().save(str(pictures / f"acceptance-give-up-{theme}.png"))
