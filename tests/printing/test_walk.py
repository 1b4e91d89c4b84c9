"""What becomes of one document in one walk over its queue."""

from dataclasses import replace

import pytest

from app.domain.devices import PaperChoice
from printing.printers.base import Order, OutOfPaper, Trace
from printing.queues import NeverPrinted, Station
from printing.spooler import Spooler
from tests.fakes.paper import FakePrinter, FakePrinterJammed
from tests.printing.counter import Counter, with_three_drawn_jobs


def test_a_printer_that_falls_silent_leaves_its_document_in_doubt() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["silent"])

    counter.spooler().print_waiting()
    counter.run_until_quiet()

    assert counter.journal.done[1] == "doubtful"
    assert counter.roll.titles() == ["receipt-1"]


def left_in_sending(counter: Counter, *, on_paper: bool) -> None:
    job = counter.journal.add("receipt", pdf=b"%PDF one")
    counter.journal.sending(job.id, "Cuộn")
    if on_paper:
        counter.roll.send(Order(job.title, b"%PDF one"))


def test_a_document_that_arrived_before_the_crash_is_not_printed_again() -> None:
    counter = Counter()
    left_in_sending(counter, on_paper=True)

    counter.run_until_quiet()

    assert counter.roll.titles() == ["receipt-1"]
    assert counter.journal.done == {1: "printed"}


def test_a_document_that_never_arrived_is_sent_again() -> None:
    counter = Counter()
    left_in_sending(counter, on_paper=False)

    counter.run_until_quiet()

    assert counter.roll.titles() == ["receipt-1"]


@pytest.mark.parametrize("on_paper", [True, False])
def test_a_document_that_may_have_arrived_is_left_to_a_person(on_paper: bool) -> None:  # noqa: FBT001 - a parameter of the test
    counter = Counter(remembers=False)
    left_in_sending(counter, on_paper=on_paper)

    counter.run_until_quiet()

    assert counter.journal.done == {1: "doubtful"}
    assert len(counter.paper()) == on_paper


def test_another_printer_is_not_asked_about_what_the_first_one_took() -> None:
    counter = Counter()
    left_in_sending(counter, on_paper=True)
    replacement = FakePrinter("Mới")

    Spooler(counter.journal, {"receipt": Station(replacement)}).print_waiting()

    assert counter.journal.done == {1: "doubtful"}
    assert replacement.paper == []


def test_a_printer_that_cannot_be_asked_is_asked_again_later() -> None:
    class Unreachable(FakePrinter):
        def trace(self, title: str) -> Trace:
            assert title == "receipt-1"
            raise FakePrinterJammed(self.name)

    counter = Counter()
    left_in_sending(counter, on_paper=True)
    away = Unreachable("Cuộn")

    (fault,) = Spooler(counter.journal, {"receipt": Station(away)}).print_waiting()

    assert isinstance(fault, FakePrinterJammed)
    assert counter.journal.unfinished()[0].state == "sending"
    counter.run_until_quiet()
    assert counter.roll.titles() == ["receipt-1"]


def test_a_print_system_is_asked_until_it_says_that_all_is_printed() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["queued"])
    spooler = counter.spooler()

    assert spooler.print_on("Cuộn").awaiting
    assert counter.journal.jobs[1].state == "sent"
    assert spooler.print_on("Cuộn").awaiting

    counter.roll.work()
    assert not spooler.print_on("Cuộn").awaiting
    assert counter.journal.done[1] == "printed"
    assert counter.roll.titles() == ["receipt-1"]


def test_a_printer_that_takes_a_document_and_never_prints_it_leaves_it_in_doubt() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["queued"])
    spooler = counter.spooler()
    spooler.print_on("Cuộn")
    counter.journal.grow_old(1, 31)

    (fault,) = spooler.print_on("Cuộn").faults

    assert isinstance(fault, NeverPrinted)
    assert counter.journal.done[1] == "doubtful"
    assert counter.roll.withdrawn == ["receipt-1"]


def test_while_a_printer_says_why_it_stands_still_nothing_is_in_doubt() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.journal.add("receipt", pdf=b"%PDF four")
    counter.roll.outcomes = iter(["queued"])
    spooler = counter.spooler()
    spooler.print_on("Cuộn")
    counter.journal.grow_old(1, 600)
    counter.roll.trouble = OutOfPaper("Cuộn")

    (fault,) = spooler.print_on("Cuộn").faults

    assert isinstance(fault, OutOfPaper)
    assert counter.journal.jobs[1].state == "sent"
    assert "hết giấy" in counter.journal.problems[1]
    assert counter.journal.stands == {"Cuộn": "printer.out_of_paper"}


def test_a_job_that_the_print_system_has_forgotten_is_left_to_a_person() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.roll.outcomes = iter(["queued"])
    spooler = counter.spooler()
    spooler.print_on("Cuộn")
    counter.roll.fates.clear()

    spooler.print_on("Cuộn")

    assert counter.journal.done[1] == "doubtful"


def test_a_paper_comes_out_as_it_was_chosen_and_only_cash_opens_the_drawer() -> None:
    counter = with_three_drawn_jobs(Counter())
    counter.journal.jobs[1] = replace(counter.journal.jobs[1], cash=True)
    chosen = PaperChoice(paper="a5", copies=2, cut=False, drawer=True)
    stations = {
        "receipt": Station(counter.roll, chosen),
        "label": Station(counter.labels, chosen),
    }

    Spooler(counter.journal, stations).print_waiting()

    assert counter.roll.orders == [
        Order("receipt-1", b"%PDF one", paper="a5", copies=2, cut=False, drawer=True)
    ]
    assert [order.drawer for order in counter.labels.orders] == [False, False]
