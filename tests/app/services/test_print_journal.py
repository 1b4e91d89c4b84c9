from hashlib import sha256

import pytest
import sqlalchemy as sa

from app.domain.documents import LabelContent, ReceiptContent
from app.messages import text_for
from app.queries.papers import content_of
from app.services.documents import ReprintDocuments, reprint_documents
from app.services.print_journal import JOBS_WAITING, StorePrintJournal
from app.settings import Home
from app.store.store import Store, open_store
from app.store.tables.prints import print_job, printer_state
from printing.printers.base import OutOfPaper
from printing.queues import PrintJournal
from tests.app.store.walks import walks
from tests.builders import CHAU, a_command_id, accepted
from tests.fakes.clock import HandClock


@pytest.fixture
def journal(store: Store) -> PrintJournal:
    """A receipt (job 1) and a label (job 2) wait."""
    accepted(store)
    return StorePrintJournal(store, content_of)


ALL = ("receipt", "label")
EMPTY = OutOfPaper("folder")


def row(store: Store, job: int = 1) -> sa.Row[*tuple[object, ...]]:
    with store.reading() as connection:
        return connection.execute(sa.select(print_job).where(print_job.c.id == job)).one()


def waiting(journal: PrintJournal) -> list[tuple[int, str]]:
    return [(job.id, job.state) for job in journal.waiting(ALL)]


def test_what_was_sold_waits_in_order_with_names_that_are_safe_as_files(
    journal: PrintJournal,
) -> None:
    jobs = journal.waiting(ALL)

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
    assert journal.waiting(ALL)[0].pdf == b"%PDF one"
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
    journal.postponed(1, EMPTY)
    journal.postponed(2, EMPTY)

    assert waiting(journal) == [(1, "ready"), (2, "due")]
    assert row(store).problem == row(store, 2).problem == text_for(EMPTY)

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

    journal.postponed(1, EMPTY)
    journal.doubtful(1)
    journal.sending(1, "folder")

    assert row(store).state == "printed"


def test_what_a_print_system_has_is_followed_by_its_ticket(
    store: Store, journal: PrintJournal, clock: HandClock
) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "cups:Quay")
    journal.sent(1, "Quay-12")
    clock.advance(7_000)

    job = journal.waiting(ALL)[0]
    assert (job.state, job.ticket, job.waited_s) == ("sent", "Quay-12", 7)

    journal.printed(1)
    assert row(store).state == "printed"


def test_the_wait_for_a_printer_that_stands_still_begins_when_it_goes_on(
    store: Store, journal: PrintJournal, clock: HandClock
) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "cups:Quay")
    journal.sent(1, "Quay-12")
    clock.advance(60_000)

    journal.held_up(1, EMPTY)

    job = journal.waiting(ALL)[0]
    assert (job.state, job.waited_s) == ("sent", 0)
    assert row(store).problem == text_for(EMPTY)


def test_a_printer_that_says_the_same_every_other_second_is_not_written_down_each_time(
    store: Store, journal: PrintJournal, clock: HandClock
) -> None:
    journal.keep(1, b"%PDF")
    journal.sending(1, "cups:Quay")
    journal.held_up(1, EMPTY)
    before = row(store).changed_ms
    clock.advance(2_000)

    journal.held_up(1, EMPTY)

    assert row(store).changed_ms == before


def test_only_the_wanted_kinds_are_fetched(journal: PrintJournal) -> None:
    assert journal.kinds() == {"receipt", "label"}
    assert [job.document for job in journal.waiting({"label"})] == ["label"]
    assert journal.waiting(()) == ()


def test_the_drawer_belongs_to_the_original_of_a_paper_about_cash(
    store: Store, journal: PrintJournal
) -> None:
    reprint_documents(
        ReprintDocuments(a_command_id(), "100950-2-0000001"), store.unit_of_work(), CHAU
    )

    assert [(job.title, job.cash) for job in journal.waiting(("receipt",))] == [
        ("receipt-100950-2-0000001", True),
        ("receipt-100950-2-0000001-copy-1", False),
    ]


def test_how_a_printer_stands_is_known_after_a_crash(store: Store, journal: PrintJournal) -> None:
    def stands() -> list[tuple[str, str]]:
        with store.reading() as connection:
            return [tuple(row) for row in connection.execute(STATES)]

    journal.noted("roll", EMPTY)
    journal.noted("labels", None)
    assert stands() == [("labels", ""), ("roll", "printer.out_of_paper")]

    journal.noted("roll", None)
    assert stands() == [("labels", ""), ("roll", "")]


STATES = sa.select(printer_state.c.printer, printer_state.c.code).order_by(printer_state.c.printer)


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
