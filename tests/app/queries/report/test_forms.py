from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, report_of, row, section
from tests.builders import accepted, an_item


def test_sheets_saved_are_counted_by_form(store: Store) -> None:
    accepted(store, an_item(), an_item(), an_item(service="parcel"))
    report = report_of(store)

    assert amount(report, "forms", "registered", "times") == 2
    assert amount(report, "forms", "registered", "sheets") == 4
    assert amount(report, "forms", "total", "sheets") == 7
    assert "BĐ1" in row(report, "forms", "registered").label.given
    note = section(report, "forms").note
    assert note is not None
    assert note.fields == (("before", 47), ("now", 27))


def test_a_day_before_any_comparison_claims_nothing(store: Store) -> None:
    from datetime import date

    assert codes(report_of(store, date(2020, 1, 1)), "forms") == []
