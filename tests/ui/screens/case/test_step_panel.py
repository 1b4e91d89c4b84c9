from app.domain.complaints import Step
from app.domain.identities import Clerk, Role
from app.services.deciding import Floor
from tests.fakes.hands import Hands, Show
from ui.screens.case.step_panel import StepPanel


def test_each_step_shows_the_fields_that_it_needs(show: Show) -> None:
    panel = StepPanel()
    hands = Hands(show(panel))
    panel.show_steps((Step.INVESTIGATE, Step.DECIDE))
    assert panel.owner.isVisible()
    assert not panel.outcome.isVisible()

    panel.step.setFocus()
    hands.type("2")

    assert panel.outcome.isVisible()
    assert panel.compensation.isVisible()
    panel.show_steps((Step.COMPENSATE,))
    assert panel.approval.isVisible()
    assert not panel.words.isVisible()
    panel.show_steps(())
    assert not panel.record.isVisible()


def test_the_floor_is_offered_once_and_a_declared_item_asks_for_the_loss(show: Show) -> None:
    panel = StepPanel()
    show(panel)
    panel.show_steps((Step.DECIDE,))

    panel.show_floor(Floor("2026", 23_500, 0, 94_000, None))
    assert panel.compensation.number() == 94_000
    assert not panel.actual_loss.isVisible()
    panel.show_floor(Floor("2026", 23_500, 2_000_000, 0, 2_000_000))

    assert panel.actual_loss.isVisible()
    assert panel.compensation.number() == 94_000
    panel.begin()
    assert panel.compensation.number() is None


def test_a_problem_stands_at_its_field(show: Show) -> None:
    panel = StepPanel()
    show(panel)
    panel.show_steps((Step.COMPENSATE,))
    panel.show_clerks((Clerk(2, "phuc", "Lê Hồng Phúc", Role.SUPERVISOR),))

    panel.show_problem("pin", "PIN không đúng.")
    panel.show_problem("note", "Thiếu lý do.")
    panel.show_problem("owner", "Không có người này.")

    assert panel.approval.pin.problem() == "PIN không đúng."
    assert panel.words.problem() == "Thiếu lý do."
    assert panel.trouble.text() == "Không có người này."
    panel.go_to("pin")
    assert panel.approval.pin.edit.hasFocus()
