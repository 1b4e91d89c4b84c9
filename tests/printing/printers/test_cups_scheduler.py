"""Against a scheduler of our own, started for these tests and told to print to a socket."""

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from app.messages import text_for
from printing.documents import render
from printing.printers import cups
from printing.printers.base import Fate, Order, OutOfPaper, Trace
from printing.printers.cups import CupsPrinter
from tests.e2e.waiting import until
from tests.printing.printers.scheduler import CUPSD, QUEUE, Scheduler, running
from tests.printing.samples import LABEL, RECEIPT


@pytest.fixture
def scheduler(monkeypatch: pytest.MonkeyPatch) -> Iterator[Scheduler]:
    if CUPSD is None:
        pytest.skip("cups is not installed here; the tests with stand-in commands still run")
    with running(monkeypatch) as ours:
        yield ours


def test_a_document_comes_out_of_a_real_queue_byte_for_byte(scheduler: Scheduler) -> None:
    pdf = render(RECEIPT)

    CupsPrinter(QUEUE).send(Order("100950-2-0000012", pdf))

    assert scheduler.sheet() == pdf


def becomes(fate: Callable[[], Fate], wanted: Fate) -> None:
    """Ask until it is so."""
    until(lambda: fate() == wanted, wanted)


def test_a_real_queue_is_followed_until_it_has_printed(scheduler: Scheduler) -> None:
    printer = CupsPrinter(QUEUE)

    ticket = printer.send(Order("receipt-1", render(RECEIPT)))
    scheduler.sheet()

    assert ticket == "Quay_2-1"
    becomes(lambda: printer.fate(ticket), "printed")


def test_a_real_queue_without_paper_says_so_and_goes_on_by_itself(scheduler: Scheduler) -> None:
    scheduler.add_slow_printer("Cham", "media-empty-error")
    printer = CupsPrinter("Cham", "roll")
    ticket = printer.send(Order("receipt-1", render(RECEIPT)))

    with pytest.raises(OutOfPaper) as caught:
        becomes(lambda: printer.fate(ticket), "printed")
    assert caught.value.printer == "roll"

    scheduler.let_it_print()
    until(lambda: _is_printed(printer, ticket), "paper")
    assert (scheduler.folder / "paper" / "out").read_bytes() == render(RECEIPT)


def _is_printed(printer: CupsPrinter, ticket: str) -> bool:
    with suppress(OutOfPaper):
        return printer.fate(ticket) == "printed"
    return False


def test_a_real_queue_that_takes_and_never_prints_is_under_way_until_it_is_withdrawn(
    scheduler: Scheduler,
) -> None:
    scheduler.add_slow_printer("Cham", "none")
    printer = CupsPrinter("Cham")

    ticket = printer.send(Order("receipt-1", render(RECEIPT)))
    assert printer.fate(ticket) == "underway"
    printer.withdraw(ticket)

    becomes(lambda: printer.fate(ticket), "unknown")
    assert not (scheduler.folder / "paper" / "out").exists()


def test_after_a_crash_a_real_queue_still_knows_a_document_by_its_title(
    scheduler: Scheduler,
) -> None:
    CupsPrinter(QUEUE).send(Order("receipt-1", render(RECEIPT)))
    scheduler.sheet()
    printer = CupsPrinter(QUEUE)

    trace = printer.trace("receipt-1")

    assert trace == Trace(taken=True, ticket="Quay_2-1")
    becomes(lambda: printer.fate(trace.ticket), "printed")
    assert printer.trace("receipt-2").taken is None


def test_a_real_queue_that_was_stopped_with_documents_in_it_says_so(scheduler: Scheduler) -> None:
    scheduler.add_slow_printer("Cham", "none")
    printer = CupsPrinter("Cham")
    first, second = (printer.send(Order(f"receipt-{n}", render(RECEIPT))) for n in (1, 2))
    scheduler.run("cupsdisable", "-r", "Thay mực", "Cham")

    assert first != second
    with pytest.raises(cups.PrintQueuePaused) as caught:
        becomes(lambda: printer.fate(second), "printed")

    assert caught.value.printer == "Cham"


def test_a_real_scheduler_without_the_queue_is_told_from_one_with_it(scheduler: Scheduler) -> None:
    del scheduler

    with pytest.raises(cups.PrintQueueMissing) as caught:
        CupsPrinter("Quay_9").send(Order("a", render(LABEL)))

    assert "Quay_9" in text_for(caught.value)


def test_a_real_queue_that_was_stopped_gets_nothing_and_says_why(scheduler: Scheduler) -> None:
    scheduler.run("cupsdisable", "-r", "Hết giấy", QUEUE)

    with pytest.raises(cups.PrintQueuePaused) as caught:
        CupsPrinter(QUEUE).send(Order("a", render(LABEL)))

    assert "Hết giấy" in text_for(caught.value)
    assert scheduler.run("lpstat", "-W", "all", "-o") == ""


def test_a_real_queue_that_takes_no_jobs_is_said_to_refuse(scheduler: Scheduler) -> None:
    scheduler.run("cupsreject", QUEUE)

    with pytest.raises(cups.PrintQueueRefusing):
        CupsPrinter(QUEUE).send(Order("a", render(LABEL)))
