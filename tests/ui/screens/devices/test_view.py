from tests.fakes.hands import Show
from tests.ui.screens.devices.samples import CHOSEN, EMPTY
from ui.screens.devices.view import DevicesView
from ui.style.tokens import Tone


def test_each_card_shows_its_part(show: Show) -> None:
    view = DevicesView()
    show(view)

    view.show_printers((EMPTY,))
    view.show_choices(CHOSEN)
    view.show_scanner("Máy quét đã nối.", Tone.GOOD)
    view.show_diagnosis("Mã đến nguyên vẹn.", Tone.GOOD)

    assert view.printers.problem() == EMPTY.problem
    assert view.scanner.kind.value() == "serial"
    assert view.scanner.result.text() == "Mã đến nguyên vẹn."
