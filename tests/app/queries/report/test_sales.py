import pytest

from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, figure, report_of, row
from tests.builders import accepted, an_item
from tests.fakes.clock import HandClock

HOUR = 3_600_000


def test_items_and_money_stand_by_service_with_their_entries(store: Store) -> None:
    letters = accepted(store, an_item(), an_item()).done
    parcel = accepted(store, an_item(service="parcel", actual_g=1_250)).done

    report = report_of(store)

    assert codes(report, "services") == ["parcel", "registered"]
    assert amount(report, "services", "registered", "pieces") == 2
    assert amount(report, "services", "parcel", "charged_g") == 1_250
    assert amount(report, "services", "parcel", "gross_vnd") == parcel.total_vnd
    assert amount(report, "services", "total", "gross_vnd") == letters.total_vnd + parcel.total_vnd
    assert len(figure(report, "services", "total", "pieces").places) == 3
    assert row(report, "services", "parcel").label.given == "Bưu kiện"


@pytest.mark.parametrize("column", ["net_vnd", "vat_vnd", "gross_vnd"])
def test_the_tax_table_adds_up_to_that_of_the_services(store: Store, column: str) -> None:
    accepted(store, an_item(), an_item(service="parcel"))
    report = report_of(store)

    assert amount(report, "vat", "total", column) == amount(report, "services", "total", column)


def test_every_hour_from_the_first_to_the_last_is_there(store: Store, clock: HandClock) -> None:
    accepted(store)
    clock.advance(3 * HOUR)
    accepted(store, an_item(), an_item())

    report = report_of(store)

    assert codes(report, "hours") == ["12", "13", "14", "15"]
    assert amount(report, "hours", "15", "pieces") == 2
    assert amount(report, "hours", "15", "sales") == 1
    assert amount(report, "hours", "13", "gross_vnd") == 0
    assert [bar.figure.amount for bar in report.chart] == [
        amount(report, "hours", code, "gross_vnd") for code in codes(report, "hours")
    ]


def test_clerks_are_called_as_the_entries_call_them(store: Store) -> None:
    sale = accepted(store)
    report = report_of(store)

    assert row(report, "clerks", "00001").label.given == "Trần Minh Châu"
    assert row(report, "clerks", "00000").label.code == "report.clerk.terminal"
    assert amount(report, "clerks", "00001", "gross_vnd") == sale.done.total_vnd
    assert amount(report, "clerks", "total", "sales") == 1


def test_what_is_collected_for_senders_stands_apart(store: Store) -> None:
    accepted(store, an_item(service="parcel", cod_vnd=500_000, value_added=("cod",)), an_item())
    report = report_of(store)

    assert codes(report, "cod") == ["parcel"]
    assert amount(report, "cod", "total", "cod_vnd") == 500_000
