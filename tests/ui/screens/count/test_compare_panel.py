import pytest
from pytestqt.qtbot import QtBot

from app.services.closing import CountedDrawer
from tests.fakes.hands import Show
from ui.screens.count.compare_panel import ComparePanel


def compared(show: Show, difference_vnd: int) -> ComparePanel:
    panel = ComparePanel()
    show(panel)
    done = CountedDrawer("100950-2-C00001", 1, 500_000 + difference_vnd, 500_000, difference_vnd)
    panel.show_compared(done)
    return panel


@pytest.mark.parametrize(
    ("difference_vnd", "shown", "asks"),
    [(0, "0\u00a0đ", False), (5_000, "+5.000\u00a0đ", True), (-5_000, "−5.000\u00a0đ", True)],
)
def test_only_a_difference_asks_for_words_and_a_supervisor(
    show: Show, difference_vnd: int, shown: str, *, asks: bool
) -> None:
    panel = compared(show, difference_vnd)

    assert panel.difference() == shown
    assert panel.remark.isVisible() == asks
    assert panel.approval.isVisible() == asks


def test_enter_behind_the_deposit_finishes_where_nothing_else_is_asked(
    show: Show, qtbot: QtBot
) -> None:
    panel = compared(show, 0)

    with qtbot.waitSignal(panel.finished):
        panel.deposited.entered.emit()


def test_what_is_wrong_stands_beside_its_field(show: Show) -> None:
    panel = compared(show, -5_000)

    assert panel.refuse("amount", "Nhiều hơn số đã đếm.")
    assert panel.refuse("pin", "Sai PIN.")
    assert not panel.refuse("count", "Đếm lại.")
    assert panel.deposited.problem() == "Nhiều hơn số đã đếm."
    panel.clear_problems()
    assert panel.deposited.problem() == ""


def test_what_was_typed_is_handed_on(show: Show) -> None:
    panel = compared(show, -5_000)
    panel.deposited.set_number(100_000)
    panel.remark.set_value("thối nhầm")
    panel.approval.who.set_value("phuc")

    entered = panel.entered()

    assert (entered.deposited_vnd, entered.remark, entered.approver) == (
        100_000, "thối nhầm", "phuc"
    )  # fmt: skip
