"""A counter with two printers and a print journal, whose power may fail."""

from printing.queues import Station
from printing.spooler import Spooler
from tests.fakes.paper import FakePrinter, FakePrintJournal, Power, PowerFailed
from tests.printing.samples import LABEL, RECEIPT


class Counter:
    """A roll printer for receipts and a label printer, with one power supply."""

    def __init__(self, *, fails_at: frozenset[int] = frozenset(), remembers: bool = True) -> None:
        self.power = Power(fails_at)
        self.journal = FakePrintJournal(self.power)
        self.roll = FakePrinter("Cuộn", self.power, remembers)
        self.labels = FakePrinter("Nhãn", self.power, remembers)

    def spooler(self) -> Spooler:
        """A new process knows nothing but the journal."""
        stations = {"receipt": Station(self.roll), "label": Station(self.labels)}
        return Spooler(self.journal, stations)

    def paper(self) -> list[tuple[str, bytes]]:
        return self.roll.paper + self.labels.paper

    def run_until_quiet(self) -> int:
        """Print, starting again after each power failure; the number of failures."""
        failures = 0
        while self.journal.unfinished():
            try:
                self.print_one_after_the_other()
            except PowerFailed:
                failures += 1
            self.roll.work()
            self.labels.work()
        return failures

    def print_one_after_the_other(self) -> None:
        """Each queue in its turn, so that a power failure comes at the same step every time."""
        spooler = self.spooler()
        for queue in spooler.queues():
            spooler.print_on(queue)

    def check_that_nothing_is_lost_or_doubled(self) -> None:
        sheets = [title for title, _ in self.paper()]
        for job in self.journal.jobs.values():
            if self.journal.done[job.id] == "printed":
                assert sheets.count(job.title) == 1
            else:
                assert sheets.count(job.title) <= 1
        assert dict(self.paper()).items() <= {
            (job.title, job.pdf) for job in self.journal.jobs.values()
        }


def with_three_drawn_jobs(counter: Counter) -> Counter:
    counter.journal.add("receipt", pdf=b"%PDF one")
    counter.journal.add("label", pdf=b"%PDF two")
    counter.journal.add("label", pdf=b"%PDF three")
    return counter


def with_a_receipt_and_a_label_due(counter: Counter) -> Counter:
    counter.journal.add("receipt", RECEIPT)
    counter.journal.add("label", LABEL)
    return counter
