from app.domain.daily_report import words
from app.queries.report.here import lines_here
from app.queries.report.lines import kind_in_words
from app.store.store import Store
from tests.app.queries.report.reports import figure, report_of
from tests.builders import accepted, an_item


def test_a_figure_opens_the_entries_that_it_was_added_up_from(store: Store) -> None:
    sale = accepted(store, an_item(), an_item(service="parcel"))
    gross = figure(report_of(store), "services", "total", "gross_vnd")
    with store.reading() as connection:
        lines = lines_here(connection, gross.places)

    assert [line.place for line in lines] == list(gross.places)
    assert sum(line.amount_vnd or 0 for line in lines) == gross.amount == sale.done.total_vnd
    assert {line.receipt for line in lines} == {sale.done.receipt}
    assert lines[0].kind == words("report.kind.shipment.accepted")
    assert "Bưu phẩm bảo đảm" in lines[0].what


def test_a_payment_is_known_by_its_receipt_and_its_clerk(store: Store) -> None:
    sale = accepted(store)
    receipts = figure(report_of(store), "clerks", "total", "sales")
    with store.reading() as connection:
        (line,) = lines_here(connection, receipts.places)

    assert (line.what, line.who, line.counter) == (sale.done.receipt, "Trần Minh Châu", "2")
    assert line.amount_vnd == sale.done.total_vnd


def test_a_kind_that_is_not_known_here_is_called_by_its_number() -> None:
    assert kind_in_words(9_999).given == "kind.9999"
