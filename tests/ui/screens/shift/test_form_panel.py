import pytest
from pytestqt.qtbot import QtBot

from app.domain.drawer import Purpose
from tests.fakes.hands import Hands, Show
from ui.screens.shift.entered import Deed
from ui.screens.shift.form_panel import FormPanel


def shown(form: FormPanel) -> list[str]:
    named = {
        "purpose": form.purpose, "amount": form.amount, "reason": form.reason,
        "approval": form.approval,
    }  # fmt: skip
    return [name for name, widget in named.items() if widget.isVisible()]


@pytest.mark.parametrize(
    ("place", "deed", "fields"),
    [
        (1, Deed.PAY_IN, ["purpose", "amount", "reason"]),
        (2, Deed.PAY_OUT, ["purpose", "amount", "reason"]),
        (3, Deed.NO_SALE, ["reason"]),
        (4, Deed.HAND_OVER, ["amount", "approval"]),
        (5, Deed.CORRECT, ["amount", "reason", "approval"]),
    ],
)
def test_each_deed_asks_for_what_it_needs(
    show: Show, place: int, deed: Deed, fields: list[str]
) -> None:
    form = FormPanel()
    hands = Hands(show(form))
    form.deeds.setFocus()

    hands.type(str(place))

    assert form.entered().deed is deed
    assert shown(form) == fields


def test_the_form_hands_on_what_was_typed_and_empties_itself(show: Show) -> None:
    form = FormPanel()
    show(form)
    form.amount.set_number(50_000)
    form.reason.set_value("tìm thấy")
    form.purpose.set_value("other")

    entered = form.entered()
    assert (entered.amount_vnd, entered.purpose, entered.reason) == (
        50_000, Purpose.OTHER, "tìm thấy"
    )  # fmt: skip
    form.begin_anew()
    assert form.entered().amount_vnd is None


def test_without_an_open_shift_only_a_closed_one_can_be_corrected(show: Show) -> None:
    form = FormPanel()
    show(form)

    form.set_open(is_open=False)
    assert form.entered().deed is Deed.CORRECT
    form.set_open(is_open=True)
    assert form.entered().deed is Deed.PAY_IN


def test_what_is_wrong_stands_beside_its_field_or_above_the_form(show: Show) -> None:
    form = FormPanel()
    show(form)

    form.refuse("reason", "Cần lý do.")
    assert form.reason.problem() == "Cần lý do."
    form.refuse("", "Chưa có ca.")
    assert form.reason.problem() == ""
    assert form._trouble.text() == "Chưa có ca."


def test_enter_behind_the_last_field_submits(show: Show, qtbot: QtBot) -> None:
    form = FormPanel()
    hands = Hands(show(form))
    form.deeds.setFocus()

    with qtbot.waitSignal(form.submitted):
        form.reason.entered.emit()
    hands.type("4")
    with qtbot.waitSignal(form.submitted):
        form.approval.entered.emit()
