from datetime import date
from pathlib import Path

from app.domain.complaint_clock import Timeliness
from app.domain.complaints import Role
from app.queries.complaint_subjects import ClockPreview, Contact
from tests.fakes.hands import Show
from ui.screens.complaint.entered import Chosen
from ui.screens.complaint.who_panel import WhoPanel


def test_only_a_representative_is_asked_for_a_paper(show: Show) -> None:
    panel = WhoPanel()
    show(panel)

    assert not panel.fields["authority"].isVisible()
    panel.show_role(Role.REPRESENTATIVE)
    assert panel.fields["authority"].isVisible()


def test_filling_from_the_books_tells_nobody(show: Show) -> None:
    panel = WhoPanel()
    show(panel)
    told: list[bool] = []
    panel.changed.connect(lambda: told.append(True))

    panel.show_contact(Contact("An", "0903 123 456", "Huế"))

    assert panel.fields["phone"].value() == "0903 123 456"
    assert told == []


def test_the_clock_says_due_day_and_lateness(show: Show) -> None:
    panel = WhoPanel()
    show(panel)

    panel.show_clock(
        ClockPreview(date(2026, 11, 21), date(2027, 1, 21), date(2026, 11, 20), Timeliness.LATE)
    )
    assert "20/11/2026" in panel.clock.text()
    panel.show_clock(None)
    assert not panel.clock.isVisible()


def test_files_and_their_problem_stand_on_top(show: Show) -> None:
    panel = WhoPanel()
    show(panel)

    panel.show_files((Chosen(Path("a.jpg"), "rách.jpg", 1_200_000),))
    assert panel.drop.isVisible()
    panel.show_problem("evidence", "Tệp quá lớn.")
    panel.show_problem("item", "Số sai.")
    assert panel.trouble.text() == "Số sai."
