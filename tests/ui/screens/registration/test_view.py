from datetime import date

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.citizen import CitizenCard
from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from ui.screens.registration.entered import Entered
from ui.screens.registration.view import RegistrationView

CARD = CitizenCard("001090000001", "", "Nguyễn Văn A", date(1990, 1, 1), "male", "Hà Nội", None)


def test_where_the_fields_come_from_is_said_above_them(show: Show, qtbot: QtBot) -> None:
    view = RegistrationView()
    show(view)
    assert not view._card.isVisible()

    view.show_entered(Entered(full_name="Nguyễn Văn A", card=CARD))

    assert view._card.isVisible()
    view.show_entered(Entered(full_name="Nguyễn Văn A"))
    assert not view._card.isVisible()


def test_while_it_is_recorded_the_button_waits(show: Show) -> None:
    view = RegistrationView()
    show(view)

    view.set_busy(busy=True)
    assert not view.button.isEnabled()

    view.set_busy(busy=False)
    assert view.button.isEnabled()


def test_a_sentence_for_the_whole_form_stands_above_the_button(show: Show) -> None:
    view = RegistrationView()
    show(view)

    view.show_trouble("Đã hết số khách hàng.")

    assert view.trouble() == "Đã hết số khách hàng."


def test_communes_drop_down_below_their_field(show: Show) -> None:
    view = RegistrationView()
    hands = Hands(show(view))
    view.go_to("commune")
    hands.type("sai")

    view.show_places(PLACES[:1])

    assert view.form.commune.is_open()


def test_the_button_submits(show: Show, qtbot: QtBot) -> None:
    view = RegistrationView()
    show(view)

    with qtbot.waitSignal(view.submitted):
        view.button.click()


def test_with_little_room_look_alikes_stand_below_and_only_when_there_are_any(
    show: Show,
) -> None:
    view = RegistrationView()
    show(view)

    view.fit(1366)
    assert view.lookalikes.isVisible()

    view.fit(640)
    assert not view.lookalikes.isVisible()


def test_with_less_room_birth_date_stands_above_sex(show: Show) -> None:
    view = RegistrationView()
    show(view)

    view.fit(910)
    QApplication.processEvents()

    assert view.form.sex.y() > view.form.fields["birth_date"].y()
