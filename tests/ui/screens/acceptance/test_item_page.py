from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.queries.standing import LeaseLevel
from tests.fakes.fake_post_office import CATALOGUE, PLACES
from tests.fakes.hands import Hands, Show
from tests.ui.screens.acceptance.items import WHOLE, price_of
from ui.screens.acceptance.item_page import ItemPage
from ui.screens.acceptance.receivers import KnownReceiver

LEASE = LeaseLevel("item.C", "số bưu kiện", "CA104882503VN", 412, low=False)


def _page(show: Show) -> ItemPage:
    page = ItemPage()
    show(page)
    page.show_catalogue(CATALOGUE)
    page.show_entry(WHOLE)
    return page


def test_the_next_number_and_how_many_are_left_stand_below(show: Show) -> None:
    page = _page(show)

    page.show_next_code(LEASE)
    assert page.next_code() == "Mã bưu gửi tiếp theo CA 104 882 503 VN · còn 412 số"

    page.show_next_code(None)
    assert page.next_code() == ""


def test_few_numbers_left_look_different(show: Show) -> None:
    page = _page(show)
    page.show_next_code(LEASE)
    before = page.grab().toImage()

    page.show_next_code(replace(LEASE, low=True))

    assert page.grab().toImage() != before


def test_the_checklist_stands_in_the_place_of_the_form_and_gives_the_focus_back(
    show: Show,
) -> None:
    page = _page(show)
    page.go_to("contents")

    page.show_checklist(opened=True)
    assert page.checks_are_open()
    assert page.checklist.hasFocus()
    assert not page.form.isVisible()

    page.show_checklist(opened=False)
    assert page.form.contents.edit.hasFocus()


def test_closing_what_is_not_open_moves_nothing(show: Show) -> None:
    page = _page(show)
    page.go_to("contents")

    page.show_checklist(opened=False)

    assert page.form.contents.edit.hasFocus()


def test_sentences_and_weights_reach_the_form(show: Show) -> None:
    page = _page(show)

    page.show_problem("weight", "Quá nặng.")
    page.show_trouble("Chưa có biểu cước.")
    page.show_weights(price_of(WHOLE))

    assert page.form.weight.problem() == "Quá nặng."
    assert page.trouble() == "Chưa có biểu cước."
    assert page.form.charged.number() == 4_000


def test_proposals_reach_their_fields(show: Show) -> None:
    page = _page(show)
    page.show_entry(replace(WHOLE, commune=None, commune_text=""))
    hands = Hands(page.window())
    page.go_to("commune")
    hands.type("sai")
    page.show_places(PLACES[:1])
    assert page.form.receiver.commune.is_open()

    page.go_to("name")
    page.show_receivers((KnownReceiver("An", "", "", number="01"),))
    assert page.form.receiver.name.is_open()


def test_the_button_adds(show: Show, qtbot: QtBot) -> None:
    page = _page(show)

    with qtbot.waitSignal(page.added):
        page.add.click()
