from datetime import date
from pathlib import Path

import pytest

from app.bootstrap.desk import CounterDesk
from app.bootstrap.reports import drawn
from app.domain.daily_report import ReportFormat
from app.queries.report.here import AskReport
from app.services.permissions import NotPermitted
from tests.app.bootstrap.sample_counter import SUPERVISOR

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
