from dataclasses import replace

from pytestqt.qtbot import QtBot

from tests.fakes.fake_post_office import CATALOGUE
from tests.fakes.hands import Hands, Show
from tests.fakes.seen import words_on
from tests.ui.screens.acceptance.items import WHOLE
from ui.screens.acceptance.extras import Extras


def _extras(show: Show) -> Extras:
    extras = Extras()
    show(extras)
    extras.show_catalogue(CATALOGUE)
    return extras


def test_before_anything_is_offered_nothing_can_be_had(show: Show) -> None:
    assert not Extras().takes("declared")


def test_services_that_follow_from_an_amount_are_no_chips(show: Show) -> None:
    extras = _extras(show)

    extras.show_entry(WHOLE)

    assert extras.takes("declared")
    assert extras.takes("cod")
    assert [code for code, _label in extras._options()] == [
        "delivery_advice", "personal", "inspection", "receiver_pays",
    ]  # fmt: skip


def test_what_the_entry_has_is_on(show: Show) -> None:
    extras = _extras(show)

    extras.show_entry(WHOLE)

    assert extras.values() == ("delivery_advice",)


def test_what_excludes_one_another_cannot_be_had_together(show: Show, qtbot: QtBot) -> None:
    extras = _extras(show)
    extras.show_entry(replace(WHOLE, cod_vnd=200_000, value_added=()))
    hands = Hands(extras.window())
    extras.chips.setFocus()

    hands.type("4")
    assert extras.values() == ()

    extras.show_entry(replace(WHOLE, cod_vnd=None, value_added=()))
    hands.type("4")
    assert extras.values() == ("receiver_pays",)


def test_a_sentence_stands_below_the_chips(show: Show) -> None:
    extras = _extras(show)

    extras.set_problem("Không dùng cùng nhau.")
    assert "Không dùng cùng nhau." in words_on(extras)

    extras.set_problem("")
    assert "Không dùng cùng nhau." not in words_on(extras)
