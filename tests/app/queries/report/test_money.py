from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, report_of, row
from tests.builders import accepted, an_item


def test_cash_and_what_receivers_owe_add_up_to_the_revenue(store: Store) -> None:
    paid = accepted(store, an_item()).done
    accepted(store, an_item(service="parcel", value_added=("receiver_pays",)), tendered_vnd=0)
    report = report_of(store)

    assert amount(report, "payments", "cash", "balance_vnd") == paid.total_vnd
    assert amount(report, "payments", "at_delivery", "in_vnd") > 0
    assert amount(report, "payments", "total", "balance_vnd") == amount(
        report, "services", "total", "gross_vnd"
    )


def test_debits_and_credits_of_all_accounts_are_equal(store: Store) -> None:
    accepted(store, an_item(), an_item(service="parcel"))
    report = report_of(store)

    assert amount(report, "accounts", "total", "debit_vnd") == amount(
        report, "accounts", "total", "credit_vnd"
    )
    assert amount(report, "accounts", "basket", "balance_vnd") == 0
    assert {"drawer", "revenue.parcel", "vat.output"} <= set(codes(report, "accounts"))
    assert row(report, "accounts", "revenue.parcel").label.fields == (("service", "parcel"),)
