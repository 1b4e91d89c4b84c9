"""Reports of a test's counter, and figures looked up in them."""

from datetime import date
from typing import Any

from app.domain.daily_report import DailyReport, Figure, ReportRow, Section
from app.queries.report.here import AskReport, report_here
from app.store.store import Store

TODAY = date(2026, 11, 21)


def report_of(store: Store, day: date = TODAY, **asked: Any) -> DailyReport:  # noqa: ANN401 - whatever AskReport takes
    """The report as this counter makes it now."""
    ask = AskReport(day, **asked)
    with store.reading() as connection:
        return report_here(connection, ask, store.clock.now_ms())


def section(report: DailyReport, code: str) -> Section:
    return next(each for each in report.sections if each.code == code)


def row(report: DailyReport, code: str, row_code: str) -> ReportRow:
    return next(each for each in section(report, code).all_rows() if each.code == row_code)


def figure(report: DailyReport, code: str, row_code: str, column: str) -> Figure:
    found = row(report, code, row_code).figures[section(report, code).columns.index(column)]
    assert found is not None
    return found


def amount(report: DailyReport, code: str, row_code: str, column: str) -> int:
    return figure(report, code, row_code, column).amount


def codes(report: DailyReport, code: str) -> list[str]:
    return [each.code for each in section(report, code).rows]
