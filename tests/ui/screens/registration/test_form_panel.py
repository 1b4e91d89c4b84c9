from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.citizen import CitizenCard
from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from ui.screens.registration.entered import Entered
from ui.screens.registration.form_panel import FormPanel
from ui.widgets.place_options import place_option

WHOLE = Entered(
    full_name="Nguyễn Văn A",
    birth_date="01/01/1990",
    sex="male",
    citizen="001090000001",
    phones="0903 123 456",
    street="12 Hàng Bông",
    commune_text=PLACES[1].label,
    commune=PLACES[1],
    alert_note="nghe kém",
)
CARD = CitizenCard("001090000001", "", "Nguyễn Văn A", date(1990, 1, 1), "male", "Hà Nội", None)


def test_what_is_filled_in_reads_back(show: Show) -> None:
    form = FormPanel()
    show(form)

    form.show_entered(WHOLE)

    assert form.entered() == WHOLE


def test_the_number_of_a_card_is_masked_and_cannot_be_typed_over(show: Show) -> None:
    form = FormPanel()
    show(form)

    form.show_entered(replace(WHOLE, citizen="", card=CARD))

    assert form.fields["citizen"].value() == "0010••••••01"
    assert form.fields["citizen"].edit.isReadOnly()
    assert form.entered().citizen == ""


def test_without_the_card_the_number_can_be_typed_again(show: Show) -> None:
    form = FormPanel()
    show(form)
    form.show_entered(replace(WHOLE, citizen="", card=CARD))

    form.show_entered(replace(WHOLE, citizen=""))

    assert form.fields["citizen"].value() == ""
    assert not form.fields["citizen"].edit.isReadOnly()


def test_what_is_being_typed_is_not_disturbed(show: Show) -> None:
    form = FormPanel()
    hands = Hands(show(form))
    form.go_to("street")
    hands.type("12 ")

    form.show_entered(replace(form.entered(), sex="female"))
    hands.type("H")

    assert form.fields["street"].edit.text() == "12 H"


@pytest.mark.parametrize("name", ["full_name", "sex", "commune"])
def test_a_sentence_stands_beside_its_field_and_goes_again(show: Show, name: str) -> None:
    form = FormPanel()
    show(form)

    form.show_problem(name, "Xem lại.")
    assert "Xem lại." in words_on(form)

    form.show_problem(name, "")
    assert "Xem lại." not in words_on(form)


def test_taking_a_commune_and_letting_go_of_it_are_both_told(show: Show, qtbot: QtBot) -> None:
    form = FormPanel()
    hands = Hands(show(form))
    form.go_to("commune")
    hands.type("hoan")

    form.show_options((place_option(PLACES[1]),))
    with qtbot.waitSignal(form.changed) as taken:
        hands.press(Qt.Key.Key_Return)
    assert taken.args == ["commune"]
    assert form.entered().commune == PLACES[1]

    form.go_to("commune")
    with qtbot.waitSignal(form.changed):
        hands.type("x")
    assert form.entered().commune is None


def test_a_commune_that_is_taken_away_leaves_the_field_empty(show: Show) -> None:
    form = FormPanel()
    show(form)
    form.show_entered(WHOLE)

    form.show_entered(replace(WHOLE, commune=None, commune_text=""))

    assert form.entered().commune is None
    assert form.fields["commune"].value() == ""
