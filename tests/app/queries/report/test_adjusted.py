from app.services.correcting import Wanted
from app.services.paying import Tender
from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, figure, report_of
from tests.builders import accepted, an_item
from tests.fakes.clock import HandClock
from tests.money import corrected, voided

DAY_MS = 86_400_000


def test_a_void_is_told_apart_and_taken_off_everywhere(store: Store) -> None:
    kept = accepted(store, an_item()).done
    gone = accepted(store, an_item(service="parcel", cod_vnd=500_000, value_added=("cod",))).done
    voided(store, gone.items[0].code)
    report = report_of(store)

    assert codes(report, "adjusted") == ["void"]
    assert amount(report, "adjusted", "void", "times") == 1
    assert amount(report, "adjusted", "void", "gross_vnd") == -gone.total_vnd
    assert amount(report, "adjusted", "void", "out_vnd") == gone.total_vnd
    assert amount(report, "services", "parcel", "pieces") == 0
    assert amount(report, "services", "parcel", "charged_g") == 0
    assert amount(report, "services", "total", "gross_vnd") == kept.total_vnd
    assert amount(report, "vat", "total", "gross_vnd") == kept.total_vnd
    assert amount(report, "payments", "cash", "out_vnd") == gone.total_vnd
    assert amount(report, "cod", "total", "cod_vnd") == 0
    assert len(figure(report, "services", "parcel", "gross_vnd").places) == 2


def test_a_refund_of_a_later_day_is_that_day_s(store: Store, clock: HandClock) -> None:
    sale = accepted(store)
    before = report_of(store)
    clock.advance(DAY_MS)
    voided(store, sale.done.receipt, later=True)
    after = report_of(store, before.day.replace(day=22))

    assert report_of(store, before.day) == before
    assert codes(after, "adjusted") == ["refund"]
    assert amount(after, "services", "total", "gross_vnd") == -sale.done.total_vnd
    assert amount(after, "payments", "cash", "balance_vnd") == -sale.done.total_vnd


def test_a_correction_moves_weight_and_price_to_what_they_are_now(store: Store) -> None:
    sale = accepted(store, an_item(service="parcel", actual_g=500), tendered_vnd=100_000)
    done = corrected(
        store, sale.done.items[0].code, Wanted(actual_g=2_500), tender=Tender(cash_vnd=50_000)
    )
    report = report_of(store)

    more_vnd = amount(report, "adjusted", "correction", "gross_vnd")
    assert done
    assert more_vnd == amount(report, "adjusted", "correction", "in_vnd") > 0
    assert amount(report, "services", "parcel", "charged_g") == 2_500
    assert amount(report, "services", "parcel", "pieces") == 1
    assert amount(report, "services", "total", "gross_vnd") == sale.done.total_vnd + more_vnd
