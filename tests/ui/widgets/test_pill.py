from PySide6.QtWidgets import QApplication

from tests.fakes.hands import Show
from ui.widgets.pill import Pill


def test_a_chip_that_is_on_has_room_for_its_tick(dressed: QApplication) -> None:
    pill = Pill("Báo phát", round_ends=True)
    off = pill.sizeHint().width()

    pill.set_on(on=True)

    assert pill.is_on()
    assert pill.sizeHint().width() > off


def test_words_are_never_cut(dressed: QApplication) -> None:
    pill = Pill("Người nhận trả cước", round_ends=False)

    assert pill.minimumSizeHint() == pill.sizeHint()


def test_on_off_dimmed_and_ringed_look_different(show: Show) -> None:
    pill = Pill("Báo phát", round_ends=True)
    show(pill)
    pictures = [pill.grab().toImage()]

    pill.set_on(on=True)
    pictures.append(pill.grab().toImage())
    pill.set_ringed(ringed=True)
    pictures.append(pill.grab().toImage())
    pill.setEnabled(False)
    pictures.append(pill.grab().toImage())

    assert all(one != two for at, one in enumerate(pictures) for two in pictures[:at])
