from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow, without_name
from tests.ui.screens.bulk.samples import PATH, prepared
from ui.payment import Way
from ui.screens.bulk.view import BulkView
from ui.style.theme import apply
from ui.style.tokens import Theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_file_with_faults_has_room_for_rows_and_mending(
    qapp: QApplication, qtbot: QtBot, pictures: Path, theme: Theme
) -> None:
    apply(qapp, theme)
    counter = CounterWindow(qtbot)
    prepared(counter.desk, 60)
    counter.open_customer()
    counter.frame.steering.open_bulk(next(iter(counter.desk.people)))
    (view,) = counter.window.findChildren(BulkView)
    counter.window.grab().toImage().save(str(pictures / f"bulk-empty-{theme}.png"))
    view.asked.emit(PATH)
    QApplication.processEvents()

    counter.window.grab().toImage().save(str(pictures / f"bulk-{theme}.png"))
    view.pay.choose(Way.TRANSFER)
    QApplication.processEvents()
    counter.window.grab().toImage().save(str(pictures / f"bulk-transfer-{theme}.png"))

    assert view.mend.isVisible()
    assert view.list.count() == 60
    assert without_name(view) == []
