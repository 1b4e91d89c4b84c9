from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk, open_counter
from app.bootstrap.reports import drawn
from app.domain.daily_report import ReportFormat
from app.errors import EnvironmentFault
from app.queries.report.here import AskReport
from app.services.permissions import NotPermitted
from app.settings import Home
from tests.app.bootstrap.sample_counter import SUPERVISOR
from tests.fakes.clock import HandClock

TODAY = date(2026, 11, 21)


@pytest.fixture
def supervised(desk: CounterDesk) -> CounterDesk:
    desk.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
    return desk


def test_a_report_is_saved_as_what_it_would_be_drawn_as(supervised: CounterDesk) -> None:
    made = supervised.report(AskReport(TODAY))
    for form in ReportFormat:
        path = Path(supervised.save_report(made, form))

        assert path.name == f"bao-cao-ngay-2026-11-21-100950.{form}"
        assert path.read_bytes() == drawn(made, form)
        assert not path.with_name(f"{path.name}.part").exists()


def test_a_figure_opens_its_entries(supervised: CounterDesk) -> None:
    made = supervised.report(AskReport(TODAY))
    entries = next(each for each in made.report.sections if each.code == "clerks").total
    assert entries is not None
    figure = entries.figures[-1]
    assert figure is not None

    assert len(supervised.report_lines(figure.places)) == figure.amount


def test_only_who_may_see_the_cash_may_see_the_report(staffed: CounterDesk) -> None:
    with pytest.raises(NotPermitted):
        staffed.report(AskReport(TODAY))
    with pytest.raises(NotPermitted):
        staffed.report_lines((1,))


def test_without_a_printer_for_reports_the_pdf_alone_is_made(supervised: CounterDesk) -> None:
    path, printer = supervised.print_report(supervised.report(AskReport(TODAY)))

    assert Path(path).exists()
    assert printer == ""


def test_a_printer_that_does_not_take_it_is_told_and_the_file_is_there(
    counter_home: Home, clock: HandClock
) -> None:
    counter_home.settings.write_text('[papers.report]\nprinter = "cups:KHONG_CO"\n', "utf-8")
    with open_counter(counter_home, clock) as desk:
        desk.sign_in(SUPERVISOR.clerk.code, SUPERVISOR.pin)
        made = desk.report(AskReport(TODAY))
        with pytest.raises(EnvironmentFault):
            desk.print_report(made)

    assert list((counter_home.root / "reports").glob("*.pdf"))
