from PySide6.QtCore import Qt

from app.queries.comparison import ComparedField
from app.queries.customers import Resemblance
from tests.fakes.fake_post_office import PLACES
from tests.fakes.hands import Hands, Show
from tests.ui.screens.customer.test_sections import ADDRESS, TUYET
from ui.screens.customer import actions, identity_actions
from ui.screens.customer.action_form import ActionForm
from ui.widgets.chips import Chips
from ui.widgets.field import Field


def test_what_stands_in_the_form_is_given_on(show: Show) -> None:
    form = ActionForm(actions.noting_address(TUYET, ADDRESS))
    show(form)

    form.fill("street", "12 Hàng Bài", None)
    form.fill("commune", PLACES[0].label, PLACES[0])

    given = form.given()
    assert given.values["as_written"] == ADDRESS.as_written
    assert (given.values["street"], given.code) == ("12 Hàng Bài", PLACES[0].code)
    assert given.several == ()


def test_problems_stand_beside_their_fields_and_beside_the_approver(show: Show) -> None:
    form = ActionForm(identity_actions.succeeding(TUYET))
    show(form)

    assert form.show_problem("document", "Ghi giấy tờ.")
    assert form.show_problem("pin", "PIN sai.")
    assert not form.show_problem("elsewhere", "…")
    document = form.widgets["document"]
    assert isinstance(document, Field)
    assert document.problem() == "Ghi giấy tờ."

    form.show_trouble("")
    assert document.problem() == ""
    form.show_trouble("Không được.")
    assert form._trouble.text() == "Không được."


def test_only_what_differs_can_be_taken_from_the_other(show: Show) -> None:
    form = ActionForm(identity_actions.merging(TUYET))
    show(form)

    form.show_compared(
        [
            ComparedField("full_name", "Họ và tên", "An", "Bình"),
            ComparedField("sex", "Giới tính", "Nam", "Nam"),
            ComparedField("", "Khách từ", "2024", "2025"),
            ComparedField("phones", "Điện thoại", "0903", ""),
        ]
    )

    taken = form.widgets["taken"]
    assert isinstance(taken, Chips)
    taken.set_values(("full_name", "sex", "phones"))
    assert form.given().several == ("full_name",)


def test_every_answer_to_a_split_ward_is_in_sight(show: Show) -> None:
    form = ActionForm(actions.noting_address(TUYET, None))
    hands = Hands(show(form))

    form.offer(PLACES[:2])

    hands.press(Qt.Key.Key_Return)
    assert form.given().code == PLACES[0].code


def test_a_look_alike_is_taken_from_the_list_and_a_typed_number_closes_it(show: Show) -> None:
    form = ActionForm(identity_actions.merging(TUYET))
    hands = Hands(show(form))
    found = Resemblance(
        "0126000000197", "Nguyễn Ánh Tuyết", 1988, "0903 ••• 456", "12 Hàng Bông", "phone"
    )
    form.focus_first()

    form.offer_customers([found])
    hands.press(Qt.Key.Key_Return)
    assert form.given().values["other"] == "01 26 0000001 97"

    form.focus_first()
    form.fill("other", "", None)
    form.offer_customers([found])
    hands.type("9")
    assert form.given().values["other"] == "9"
