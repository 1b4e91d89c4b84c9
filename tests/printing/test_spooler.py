from dataclasses import replace
from threading import Barrier, Event, Thread

import pytest

from app.errors import EnvironmentFault
from printing.documents import render
from printing.printers.base import Fate, Order, WrongPaper
from printing.queues import PrinterNotChosen, Station
from printing.spooler import NOWHERE, Spooler
from tests.fakes.paper import FakePrinter, FakePrinterJammed, FakePrintJournal
from tests.printing.counter import (
    Counter,
    with_a_receipt_and_a_label_due,
    with_three_drawn_jobs,
)
from tests.printing.samples import LABEL, RECEIPT


def test_documents_are_drawn_kept_and_printed_in_order() -> None:
    counter = with_a_receipt_and_a_label_due(Counter())

    assert counter.spooler().print_waiting() == ()

    assert counter.paper() == [("receipt-1", render(RECEIPT)), ("label-2", render(LABEL))]
    assert counter.journal.done == {1: "printed", 2: "printed"}
    assert counter.journal.jobs[1].pdf == render(RECEIPT)


def test_what_was_kept_is_printed_byte_for_byte_and_not_drawn_again() -> None:
    counter = Counter()
    counter.journal.add("receipt", RECEIPT, pdf=b"%PDF as kept")

    counter.spooler().print_waiting()

    assert counter.paper() == [("receipt-1", b"%PDF as kept")]


def test_nothing_is_printed_when_nothing_waits() -> None:
    counter = with_three_drawn_jobs(Counter())
    spooler = counter.spooler()
    spooler.print_waiting()

    assert spooler.print_waiting() == ()
    assert len(counter.paper()) == 3


def test_a_jammed_printer_postpones_its_documents_and_the_other_prints_on() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.journal.add("receipt", pdf=b"%PDF four")
    counter.roll.outcomes = iter(["refused"])

    (fault,) = counter.spooler().print_waiting()

    assert isinstance(fault, FakePrinterJammed)
    assert counter.labels.titles() == ["label-2", "label-3"]
    assert counter.roll.paper == []
    assert [job.title for job in counter.journal.unfinished()] == ["receipt-1", "receipt-4"]
    assert counter.journal.problems.keys() == {1, 4}
    assert "kẹt giấy" in counter.journal.problems[4]


def test_paper_that_does_not_fit_waits_alone_and_the_next_customer_gets_a_receipt() -> None:
    counter = Counter()
    counter.journal.add("label", pdf=b"%PDF label")
    counter.journal.add("label", pdf=b"%PDF another")
    counter.journal.add("receipt", pdf=b"%PDF receipt")
    counter.roll.too_wide = "label"
    one = {"receipt": Station(counter.roll), "label": Station(counter.roll)}

    (fault,) = Spooler(counter.journal, one).print_waiting()

    assert isinstance(fault, WrongPaper)
    assert counter.roll.titles() == ["receipt-3"]
    assert [job.title for job in counter.journal.unfinished()] == ["label-1", "label-2"]
    assert len(counter.roll.orders) == 2, "the second label is not tried"
    assert counter.journal.stands == {"Cuộn": "printer.wrong_paper"}


def test_what_was_postponed_is_printed_when_the_printer_is_well_again() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["refused"])
    spooler = counter.spooler()
    spooler.print_waiting()

    assert spooler.print_waiting() == ()
    assert counter.roll.titles() == ["receipt-1"]


def test_a_kind_of_document_without_a_printer_waits_and_says_so() -> None:
    counter = with_three_drawn_jobs(Counter())

    (fault,) = Spooler(counter.journal, {"label": Station(counter.labels)}).print_waiting()

    assert isinstance(fault, PrinterNotChosen)
    assert fault.document == "phiếu gửi"
    assert counter.labels.titles() == ["label-2", "label-3"]
    assert counter.journal.unfinished()[0].state == "ready"


def test_a_document_that_cannot_be_drawn_is_a_bug_that_holds_up_no_other() -> None:
    counter = Counter()
    undrawable = replace(LABEL, item=replace(LABEL.item, code="Ế"))
    counter.journal.add("label", undrawable)
    counter.journal.add("label", LABEL)

    with pytest.raises(ExceptionGroup):
        counter.spooler().print_waiting()

    assert counter.labels.titles() == ["label-2"]
    assert counter.journal.unfinished()[0].state == "due"


class StoreIsFull(EnvironmentFault):
    code = "printer.unavailable"


def test_a_fault_of_the_journal_is_not_taken_for_one_of_the_printer() -> None:
    class Full(FakePrintJournal):
        def printed(self, job_id: int) -> None:
            assert job_id == 1
            raise StoreIsFull

    journal = Full()
    journal.add("receipt", pdf=b"%PDF one")
    roll = FakePrinter("Cuộn")
    spooler = Spooler(journal, {"receipt": Station(roll)})

    with pytest.raises(StoreIsFull):
        spooler.print_waiting()

    assert journal.unfinished()[0].state == "sending"


def test_threads_that_print_at_the_same_time_print_nothing_twice() -> None:
    counter = Counter()
    for _ in range(50):
        counter.journal.add("receipt", pdf=b"%PDF")
    spooler = counter.spooler()
    together = Barrier(4)

    def work() -> None:
        together.wait()
        spooler.print_waiting()

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(counter.roll.titles()) == sorted(
        job.title for job in counter.journal.jobs.values()
    )


def test_a_document_whose_contents_cannot_be_read_holds_up_no_other() -> None:
    counter = Counter()
    counter.journal.add("receipt")
    counter.journal.add("label", LABEL)

    with pytest.raises(ExceptionGroup):
        counter.spooler().print_waiting()

    assert counter.labels.titles() == ["label-2"]


def test_each_queue_is_walked_alone() -> None:
    counter = with_three_drawn_jobs(Counter())

    counter.spooler().print_on("Nhãn")

    assert counter.labels.titles() == ["label-2", "label-3"]
    assert counter.roll.titles() == []
    assert counter.spooler().queues() == ("Cuộn", "Nhãn", NOWHERE)


def test_a_printer_that_hangs_holds_up_no_other() -> None:
    hung, released = Event(), Event()

    class Hanging(FakePrinter):
        def send(self, order: Order) -> str:
            hung.set()
            assert released.wait(120)
            return super().send(order)

    counter = with_three_drawn_jobs(Counter())
    counter.roll = Hanging("Cuộn")
    spooler = counter.spooler()
    stuck = Thread(target=lambda: spooler.print_on("Cuộn"))
    stuck.start()
    assert hung.wait(120)

    spooler.print_on("Nhãn")

    assert counter.labels.titles() == ["label-2", "label-3"]
    assert counter.roll.titles() == []
    released.set()
    stuck.join()
    assert counter.roll.titles() == ["receipt-1"]


def test_a_command_waits_a_little_for_a_print_system_to_finish() -> None:
    class Quick(FakePrinter):
        def fate(self, ticket: str) -> Fate:
            self.work()
            return super().fate(ticket)

    counter = with_three_drawn_jobs(Counter())
    counter.roll = Quick("Cuộn", outcomes=iter(["queued"]))

    counter.spooler().print_waiting()

    assert counter.journal.done[1] == "printed"


def test_a_command_does_not_wait_for_ever() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["queued"])

    counter.spooler().print_waiting(follow_s=0)

    assert counter.journal.jobs[1].state == "sent"
