from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.item_code import make_item_code
from app.services.labels import ReceiveLabels
from tests.fakes.counter_window import CounterWindow, without_name
from ui.screens.labels.view import LabelsView
from ui.style.theme import apply
from ui.style.tokens import Theme


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_rolls_have_room_and_everything_can_be_read_out(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    counter = CounterWindow(qtbot)
    for prefix in ("CA", "RA"):
        first, last = make_item_code(prefix, 50_000_001), make_item_code(prefix, 50_000_500)
        counter.desk.receive_labels(ReceiveLabels(b"", first, last))
    counter.frame.steering.open_labels()
    (view,) = counter.window.findChildren(LabelsView)
    QApplication.processEvents()

    counter.window.grab().toImage().save(str(pictures / f"labels-{theme}.png"))

    assert view.list.count() == 2
    assert without_name(view) == []
