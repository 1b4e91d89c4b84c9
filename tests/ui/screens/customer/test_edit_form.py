from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from ui.screens.customer.edit_form import EditForm
from ui.screens.customer.editing import as_it_stands

EDITED = as_it_stands(next(iter(FakeDesk().people.values())))


def test_what_is_filled_in_reads_back(show: Show) -> None:
    form = EditForm()
    show(form)

    form.show_edited(EDITED)

    assert form.edited() == EDITED


def test_another_commune_is_told_by_its_code(show: Show, qtbot: QtBot) -> None:
    form = EditForm()
    hands = Hands(show(form))
    form.show_edited(EDITED)
    form.commune.setFocus()
    form.commune.edit.selectAll()
    hands.type("sai")
    assert form.edited().commune == ""

    form.show_places(PLACES[:1])
    hands.press(Qt.Key.Key_Return)

    assert form.edited().commune == PLACES[0].code


def test_enter_leads_through_the_form_and_finishes_it(show: Show, qtbot: QtBot) -> None:
    form = EditForm()
    hands = Hands(show(form))
    form.fields["full_name"].setFocus()

    with qtbot.waitSignal(form.finished):
        for _field in form.fields:
            hands.press(Qt.Key.Key_Return)
