from PySide6.QtWidgets import QWidget

from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Show
from tests.ui.screens.customer.test_sections import TUYET
from ui.screens.customer import identity_actions
from ui.screens.customer.action_host import ActionHost


def test_a_form_takes_the_place_of_the_rows_and_gives_it_back(show: Show) -> None:
    rows = QWidget()
    host = ActionHost(rows)
    show(host)
    closed: list[bool] = []
    host.closed.connect(lambda: closed.append(True))

    host.show_action(identity_actions.resting(TUYET))
    assert host.currentWidget() is host.form()
    host.show_action(identity_actions.merging(TUYET))
    host.show_action(None)

    assert host.currentWidget() is rows
    assert closed == [True]


def test_without_a_form_nothing_is_said(show: Show) -> None:
    host = ActionHost(QWidget())
    show(host)

    host.show_action_trouble("…")
    host.show_action_note("…")
    host.show_action_busy(busy=True)
    host.show_places(PLACES)
    host.fill_action("street", "…")
    host.offer_places(PLACES)
    host.show_compared(())
    host.offer_customers(())

    assert not host.show_action_problem("reason", "…")
    assert host.given().values == {}


def test_while_it_is_recorded_the_button_waits(show: Show) -> None:
    host = ActionHost(QWidget())
    show(host)
    host.show_action(identity_actions.resting(TUYET))
    form = host.form()
    assert form is not None

    host.show_action_busy(busy=True)

    assert not form.submit.isEnabled()
