from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.screens.acceptance.view import AcceptanceView

SHORT = replace(
    CATALOGUE,
    services=(replace(CATALOGUE.services[0], short_label="Bảo đảm"), *CATALOGUE.services[1:]),
)
LONG = list(FakeDesk().people.values())[4]
CTRL = Qt.KeyboardModifier.ControlModifier


def test_three_columns_fit_the_smallest_screen(show: Show) -> None:
    view = AcceptanceView()
    window = show(view)
    view.customer.show_customer(LONG)
    window.resize(1366, 614)

    assert view.minimumSizeHint().width() <= 1366
    assert view.minimumSizeHint().height() <= 612


def test_with_little_room_the_sender_is_one_line_and_services_go_by_short_names(
    show: Show,
) -> None:
    view = AcceptanceView()
    show(view)
    view.customer.show_customer(LONG)
    view.item.show_catalogue(SHORT)

    view.fit(1366)
    assert view.customer.isVisible()
    assert "Bưu phẩm bảo đảm" in _service_names(view)

    view.fit(910)
    assert not view.customer.isVisible()
    assert LONG.full_name in words_on(view.customer.line)
    assert "Bảo đảm" in _service_names(view)


def _service_names(view: AcceptanceView) -> list[str]:
    QApplication.processEvents()
    pills = view.item.form.service.findChildren(QAbstractButton)
    return [pill.text() for pill in pills if pill.isVisible()]


def test_ctrl_z_reaches_the_basket_from_an_untouched_field(show: Show, qtbot: QtBot) -> None:
    view = AcceptanceView()
    hands = Hands(show(view))
    view.item.go_to("contents")

    with qtbot.waitSignal(view.undo.activated):
        hands.press(Qt.Key.Key_Z, CTRL)
