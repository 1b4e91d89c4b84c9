from dataclasses import replace

from tests.fakes.hands import Show
from tests.ui.screens.devices.samples import CHOSEN, EMPTY, READY
from ui.screens.devices.printers_card import PrintersCard


def test_the_mark_stays_where_it_is_and_tells_of_its_printer(show: Show) -> None:
    card = PrintersCard()
    show(card)
    card.show_printers((READY, EMPTY))
    assert card.problem() == ""

    card.list.mark(1)
    card.show_printers((READY, EMPTY))

    assert card.list.marked() == 1
    assert card.problem() == EMPTY.problem


def test_enter_and_the_button_ask_for_a_test_of_the_marked_printer(show: Show) -> None:
    card = PrintersCard()
    show(card)
    asked: list[str] = []
    card.test_asked.connect(asked.append)
    card.show_printers((READY, EMPTY))
    card.list.mark(1)

    card.test.click()

    assert asked == [EMPTY.name]


def test_without_printers_nothing_can_be_tested(show: Show) -> None:
    card = PrintersCard()
    show(card)
    asked: list[str] = []
    card.test_asked.connect(asked.append)

    card.test.click()

    assert not asked


def test_choices_are_shown_and_told_by_paper(show: Show) -> None:
    card = PrintersCard()
    show(card)
    chosen: list[tuple[str, str]] = []
    card.chosen.connect(lambda profile, printer: chosen.append((profile, printer)))
    card.show_choices(CHOSEN)
    card.show_choices(CHOSEN)

    assert card.papers["label"].value() == "cups:Nhan"
    card.papers["receipt"].changed.emit("folder")
    assert chosen == [("receipt", "folder")]


def test_the_drawer_is_tried_only_where_a_printer_opens_it(show: Show) -> None:
    card = PrintersCard()
    show(card)
    chosen: list[str] = []
    asked: list[bool] = []
    card.drawer_chosen.connect(chosen.append)
    card.drawer_asked.connect(lambda: asked.append(True))

    card.show_choices(CHOSEN)
    card.try_drawer.click()
    card.drawer.changed.emit("")

    assert card.drawer.value() == "tcp:10.0.0.9"
    assert (asked, chosen) == ([True], [""])
    card.show_choices(replace(CHOSEN, drawers=CHOSEN.drawers[:1], drawer=""))
    assert card.drawer.isHidden()
    assert card.try_drawer.isHidden()
