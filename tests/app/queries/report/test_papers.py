from app.services.documents import ReprintDocuments, reprint_documents
from app.store.store import Store
from tests.app.queries.report.reports import amount, codes, report_of, section
from tests.builders import PHUC, a_command_id, accepted


def test_each_copy_counts_under_its_kind_of_document(store: Store) -> None:
    sale = accepted(store)
    reprint_documents(
        ReprintDocuments(a_command_id(), sale.done.receipt), store.unit_of_work(), PHUC
    )
    report = report_of(store)

    assert codes(report, "copies") == ["label", "receipt"]
    assert amount(report, "copies", "total", "copies") == 2
    assert amount(report, "clerks", "00002", "copies") == 2


def test_a_day_without_copies_says_so(store: Store) -> None:
    accepted(store)
    copies = section(report_of(store), "copies")

    assert copies.rows == ()
    assert copies.note is not None
    assert copies.note.code == "report.none.copies"
