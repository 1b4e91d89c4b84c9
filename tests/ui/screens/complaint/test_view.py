from app.queries.complaint_subjects import ComplaintSubject, Contact
from tests.fakes.fake_complaints import ITEM, FakeComplaints
from tests.fakes.hands import Show
from ui.screens.complaint.entered import About
from ui.screens.complaint.view import ComplaintView


def test_what_was_found_leads_on_to_the_kind(show: Show) -> None:
    view = ComplaintView()
    show(view)
    view.show_types(FakeComplaints().complaint_types())

    view.show_about(About(FakeComplaints().complaint_subject(ITEM)))

    assert view.about.types.hasFocus()
    view.show_about(About(ComplaintSubject()))
    view.go_to("item")
    assert view.about.code.edit.hasFocus()


def test_the_fields_are_read_together(show: Show) -> None:
    view = ComplaintView()
    show(view)
    view.show_contact(Contact("An", "0903", "Huế"))
    view.who.fields["facts"].set_value("Mất.")

    entered = view.entered()

    assert (entered.name, entered.phone, entered.facts, entered.role) == (
        "An", "0903", "Mất.", "sender"
    )  # fmt: skip


def test_a_problem_stands_at_its_field(show: Show) -> None:
    view = ComplaintView()
    show(view)

    view.show_problem("item", "Số sai.")
    view.show_problem("phone", "Thiếu số.")
    view.show_trouble("Chưa ghi được.")

    assert view.about.code.problem() == "Số sai."
    assert view.who.fields["phone"].problem() == "Thiếu số."
    assert view.who.trouble.text() == "Chưa ghi được."
    view.set_busy(busy=True)
    assert not view.who.record.isEnabled()
    view.go_to("phone")
    assert view.who.fields["phone"].edit.hasFocus()
    view.fit(900)
    assert view.about.width() < 430
