import pytest

from app.domain.reference.other_services import Need, OtherService
from tests.fakes.hands import Show
from ui.screens.service.view import ServiceView

PRESS = OtherService(
    "P", "press", "Phát hành báo chí", "press", "in", ("title", "copies", "period"), "press",
    "exempt", 1_000, ("Tên báo", "Số bản", "Thời gian"),
)  # fmt: skip


@pytest.fixture
def view(show: Show) -> ServiceView:
    made = ServiceView()
    show(made)
    made.show_services((PRESS,))
    made.show_form(PRESS)
    return made


def test_a_form_asks_in_the_words_of_the_service(view: ServiceView) -> None:
    assert view.details[Need.TITLE].edit.accessibleName() == "Tên báo"
    assert not view.details[Need.PARTY].isVisible()
    assert view.first.isVisible()
    assert view.entered().service == "press"
    assert set(view.entered().details) == {"title", "copies"}


def test_what_is_refused_stands_beside_its_field_or_above_the_key(view: ServiceView) -> None:
    view.refuse("period", "Sai kỳ.")
    assert view.first.problem() == "Sai kỳ."

    view.refuse("details", "Thiếu.")
    assert view.first.problem() == ""
    assert view.trouble.text() == "Thiếu."


def test_the_figures_say_what_goes_back(view: ServiceView) -> None:
    view.show_figures("Khách trả 5.000 đ.", 1_000)

    assert view.change.number() == 1_000
    assert "5.000" in view.figures.text()
