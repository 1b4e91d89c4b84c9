from pytestqt.qtbot import QtBot

from app.queries.standing import LastTransaction, PrintedState
from tests.fakes.fake_post_office import NOW
from tests.fakes.hands import Show
from tests.fakes.seen import words_on
from ui.screens.receipt.paper_panel import PaperPanel


def _transaction(*states: str) -> LastTransaction:
    documents = tuple(
        PrintedState(job, f"Nhãn {job}", state, 0, "Hết giấy." if state == "failed" else "")
        for job, state in enumerate(states, 1)
    )
    return LastTransaction("100950-2-0000001", "A", "0" * 13, "An", NOW, (), 1, 0, documents)


def test_each_paper_has_its_state_inwords_on(show: Show) -> None:
    panel = PaperPanel()
    show(panel)

    panel.show_transaction(_transaction("printed", "failed"), None)

    words = words_on(panel)
    assert "Nhãn 1" in words
    assert "✓ đã in" in words
    assert "Hết giấy." in words


def test_a_paper_in_doubt_brings_up_two_answers_and_hides_printing(show: Show) -> None:
    panel = PaperPanel()
    show(panel)

    panel.show_transaction(_transaction("doubtful", "printed"), 1)

    assert panel.question().startswith("Nhãn 1")
    assert panel.yes.isVisible()
    assert panel.no.isVisible()
    assert not panel.print.isVisible()


def test_with_nothing_in_doubt_there_is_one_button(show: Show) -> None:
    panel = PaperPanel()
    show(panel)

    panel.show_transaction(_transaction("printed"), None)
    copies = panel.print.text()
    assert not panel.yes.isVisible()

    panel.show_transaction(_transaction("waiting"), None)
    assert panel.print.text() != copies


def test_each_button_tells_its_own(show: Show, qtbot: QtBot) -> None:
    panel = PaperPanel()
    show(panel)

    for button, told in (
        (panel.yes, panel.on_paper),
        (panel.no, panel.not_on_paper),
        (panel.print, panel.print_asked),
    ):
        with qtbot.waitSignal(told):
            button.click()
