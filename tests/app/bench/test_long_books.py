from pathlib import Path

import pytest

from app.bench.long_books import RECEIVERS, HandClock, write_long_books, write_long_history
from app.bench.subject import Sample, make_sample
from app.bootstrap.opening import open_enrolled
from app.queries.customers import customer_page
from app.queries.receiver_book import receiver_book
from app.queries.report.here import AskReport, report_here
from app.store.verification import verify


@pytest.fixture
def own(tmp_path: Path) -> Sample:
    """One that may be written to for years; in the shared one others may have sold by now."""
    return make_sample(tmp_path / "home", 40)


def test_books_written_in_bulk_are_sound_and_every_day_of_them_has_its_report(own: Sample) -> None:
    books = write_long_books(own, 420, 3)

    store = open_enrolled(own.home)
    try:
        assert verify(store).problems == ()
        with store.reading() as connection:
            report = report_here(connection, AskReport(books.middle), books.now_ms)
    finally:
        store.close()
    assert books.entries > 420
    assert 140 <= report.books[0].entries <= 150
    assert report.notices == ()
    assert [row.figures[0].amount for row in report.main if row.figures[0]][-1] == 0


def test_a_history_is_written_once_and_sound(own: Sample) -> None:
    number = write_long_history(own, 60)
    again = write_long_history(own, 60)

    store = open_enrolled(own.home)
    try:
        assert verify(store).problems == ()
        with store.reading() as connection:
            page = customer_page(connection, number, store.clock.now_ms())
            book = receiver_book(connection, number, store.clock.now_ms())
    finally:
        store.close()
    assert again == number
    assert page.shipments >= 60
    assert len(book) == RECEIVERS


def test_hands_of_the_clock_never_turn_back() -> None:
    clock = HandClock(1_000)
    clock.turn_to(5_000)
    clock.turn_to(2_000)

    assert (clock.now_ms(), clock.monotonic_ms(), clock.boot_id()) == (5_000, 4_000, "bench")
