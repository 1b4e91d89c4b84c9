from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.drafts import ItemEntry
from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from tests.ui.screens.acceptance.items import WHOLE, price_of
from ui.screens.acceptance.item_form import ItemForm


def _form(show: Show) -> ItemForm:
    form = ItemForm()
    show(form)
    form.show_catalogue(CATALOGUE)
    form.show_entry(ItemEntry(service="parcel"))
    return form


def test_what_is_filled_in_reads_back(show: Show) -> None:
    form = _form(show)

    form.show_entry(WHOLE)

    assert form.entered() == WHOLE


def test_a_blank_form_is_blank_again_after_an_item(show: Show) -> None:
    form = _form(show)
    form.show_entry(WHOLE)

    form.show_entry(ItemEntry(service="parcel"))

    assert form.entered().is_blank()


def test_the_room_taken_up_and_the_weight_charged_are_shown(show: Show) -> None:
    form = _form(show)

    form.show_weights(price_of(WHOLE))
    assert form.charged.number() == 4_000
    assert "cm = 4.000\u00a0g" in words_on(form)

    form.show_weights(None)
    assert form.charged.number() is None


def test_amounts_that_the_service_does_not_take_cannot_be_typed(show: Show) -> None:
    bare = replace(CATALOGUE.services[0], value_added=())
    form = ItemForm()
    show(form)
    form.show_catalogue(replace(CATALOGUE, services=(bare,)))

    form.show_entry(ItemEntry(service="registered"))

    assert not form.declared.isEnabled()
    assert not form.cod.isEnabled()


@pytest.mark.parametrize("name", ["service", "weight", "value_added", "checked", "commune"])
def test_every_field_can_show_its_sentence(show: Show, name: str) -> None:
    form = _form(show)

    form.show_problem(name, "Xem lại.")

    assert "Xem lại." in words_on(form)


@pytest.mark.parametrize("name", ["service", "weight", "value_added", "checked", "commune"])
def test_the_focus_can_be_sent_to_every_field(show: Show, name: str) -> None:
    form = _form(show)
    form.contents.setFocus()

    form.go_to(name)

    assert not form.contents.edit.hasFocus()
    assert form.focusWidget() is not None


def test_enter_leads_from_field_to_field_and_at_the_end_finishes(show: Show, qtbot: QtBot) -> None:
    form = _form(show)
    hands = Hands(form.window())
    form.service.setFocus()

    with qtbot.waitSignal(form.finished):
        for _stop in range(11):
            hands.press(Qt.Key.Key_Return)


def test_a_service_is_chosen_by_the_number_of_its_place(show: Show, qtbot: QtBot) -> None:
    form = _form(show)
    hands = Hands(form.window())
    form.service.setFocus()

    with qtbot.waitSignal(form.changed) as changed:
        hands.type("4")

    assert changed.args == ["service"]
    assert form.entered().service == "ems"
