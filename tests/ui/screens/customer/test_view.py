from dataclasses import replace
from pathlib import Path

from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from ui.screens.customer.editing import as_it_stands
from ui.screens.customer.view import CustomerView

TUYET = next(iter(FakeDesk().people.values()))


def test_what_to_mind_stands_on_top(show: Show) -> None:
    view = CustomerView()
    show(view)

    view.show_page(TUYET)

    assert view.alert().startswith("Nghe kém")


def test_without_anything_to_mind_there_is_no_box(show: Show) -> None:
    view = CustomerView()
    show(view)

    view.show_page(replace(TUYET, alert_note=""))

    assert view._alert.isHidden()


def test_of_another_province_the_page_says_that_only_the_card_is_known(
    show: Show, pictures: Path
) -> None:
    view = CustomerView()
    show(view)
    known = replace(TUYET, alert_note="", phones=(), phones_masked=(), address="", shipments=0)

    view.show_page(replace(known, awaited=True))
    view.resize(1366, 640)
    view.grab().save(str(pictures / "customer-awaited.png"))

    assert "tên và số trên thẻ" in view.awaited()
    view.show_page(known)
    assert view._awaited.isHidden()


def test_what_a_card_says_otherwise_stands_above_the_record(show: Show) -> None:
    view = CustomerView()
    show(view)

    view.show_news("Họ và tên: Nguyễn Thị Ánh")
    assert view.news() == "Họ và tên: Nguyễn Thị Ánh"

    view.show_news("")
    assert view._news.isHidden()


def test_problems_and_proposals_reach_the_form(show: Show) -> None:
    view = CustomerView()
    hands = Hands(show(view))
    view.show_page(TUYET)
    view.show_form(as_it_stands(TUYET))

    view.show_problem("phones", "Xem lại.")
    assert view.who.form.fields["phones"].problem() == "Xem lại."

    view.go_to("commune")
    hands.type("sai")
    view.show_places(PLACES[:1])
    assert view.who.form.commune.is_open()


def test_while_it_is_recorded_the_button_waits(show: Show) -> None:
    view = CustomerView()
    show(view)

    view.set_busy(busy=True)

    assert not view.who.save.isEnabled()


def test_with_little_room_history_keeps_enough_of_it(show: Show) -> None:
    view = CustomerView()
    show(view)
    view.fit(1366)
    wide = view.who.minimumWidth()

    view.fit(910)

    assert view.who.minimumWidth() < wide
