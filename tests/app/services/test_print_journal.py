from hashlib import sha256

import pytest
import sqlalchemy as sa

from app.domain.documents import LabelContent, ReceiptContent
from app.queries.papers import content_of
from app.services.print_journal import JOBS_WAITING, StorePrintJournal
from app.settings import Home
from app.store.store import Store, open_store
from app.store.tables.prints import print_job
from printing.spooler import PrintJournal
from tests.app.store.walks import walks
from tests.builders import accepted


@pytest.fixture
def journal(store: Store) -> PrintJournal:
    """A receipt (job 1) and a label (job 2) wait."""
    accepted(store)
    return StorePrintJournal(store, content_of)


def row(store: Store, job: int = 1) -> sa.Row[*tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(print_job).where(print_job.c.id == job)).one()


def waiting(journal: PrintJournal) -> list[tuple[int, str]]:
    return [(job.id, job.state) for job in journal.waiting()]


def test_what_was_sold_waits_in_order_with_names_that_are_safe_as_files(
    journal: PrintJournal,
) -> None:
    jobs = journal.waiting()

    assert [(job.id, job.document, job.title) for job in jobs] == [
        (1, "receipt", "receipt-100950-2-0000001"),
        (2, "label", "label-RA000000014VN"),
    ]
    assert all(job.title.isascii() and job.state == "due" and job.pdf is None for job in jobs)


def test_contents_come_from_the_books(journal: PrintJournal) -> None:
    assert isinstance(journal.content(1), ReceiptContent)
    assert isinstance(journal.content(2), LabelContent)


def test_the_way_of_a_document_to_paper(store: Store, journal: PrintJournal) -> None:
    journal.keep(1, b"%PDF one")
    assert journal.waiting()[0].pdf == b"%PDF one"
    assert row(store).sha256 == sha256(b"%PDF one").digest()

    journal.sending(1, "cups:counter")
    assert waiting(journal)[0] == (1, "sending")
    assert (row(store).printer, row(store).attempts) == ("cups:counter", 1)

    journal.printed(1)
    assert waiting(journal) == [(2, "due")]
    assert row(store).pdf == b"%PDF one"


def test_what_was_kept_is_never_drawn_over(store: Store, journal: PrintJournal) -> None:
    journal.keep(1, b"%PDF one")
    journal.keep(1, b"%PDF two")

    assert row(store).pdf == b"%PDF one"


def test_a_printer_out_of_order_sends_a_document_back_with_the_reason(
    store: Store, journal: PrintJournal
) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "folder")
    journal.postponed(1, "Hết giấy.")
    journal.postponed(2, "Hết giấy.")

    assert waiting(journal) == [(1, "ready"), (2, "due")]
    assert row(store).problem == row(store, 2).problem == "Hết giấy."

    journal.sending(1, "folder")
    assert (row(store).problem, row(store).attempts) == ("", 2)


def test_a_doubtful_document_waits_for_a_person_not_for_a_printer(
    store: Store, journal: PrintJournal
) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "folder")
    journal.doubtful(1)

    assert waiting(journal) == [(2, "due")]
    assert row(store).state == "doubtful"


def test_what_is_on_paper_stays_there(store: Store, journal: PrintJournal) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "folder")
    journal.printed(1)

    journal.postponed(1, "Hết giấy.")
    journal.doubtful(1)
    journal.sending(1, "folder")

    assert row(store).state == "printed"


def test_each_step_is_durable(store: Store, journal: PrintJournal, home: Home) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "folder")

    other = open_store(home)
    try:
        assert waiting(StorePrintJournal(other, content_of))[0] == (1, "sending")
    finally:
        other.close()


@pytest.fixture
def home(store: Store) -> Home:
    return store.home


def test_years_of_printed_paper_are_not_walked_through_after_each_sale(store: Store) -> None:
    steps = walks(store, lambda connection: connection.execute(JOBS_WAITING))

    assert not [step for step in steps if step == "SCAN print_job"]
