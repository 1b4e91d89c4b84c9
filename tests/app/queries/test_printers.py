import pytest

from app.domain.devices import Devices, devices_from
from app.queries.papers import content_of
from app.queries.printers import PrinterStanding, printers_standing, receipt_in_doubt
from app.services.print_journal import StorePrintJournal
from app.store.store import Store
from printing.printers.base import OutOfPaper
from tests.builders import accepted

ROLL = {"printers": {"roll": {"connection": "tcp:10.0.0.9"}}}
TWO = devices_from(
    ROLL | {"papers": {"receipt": {"printer": "roll"}, "label": {"printer": "folder"}}}
)


def stand(store: Store, devices: Devices) -> tuple[PrinterStanding, ...]:
    with store.reading() as connection:
        return printers_standing(connection, devices)


def test_each_printer_is_told_with_its_papers_and_what_waits(store: Store) -> None:
    accepted(store)

    roll, folder = stand(store, TWO)

    assert (roll.name, roll.connection) == ("roll", "tcp:10.0.0.9")
    assert roll.profiles == ("receipt", "slip")
    assert (folder.name, folder.profiles) == ("folder", ("label", "card", "report"))
    assert (roll.waiting, folder.waiting) == (1, 1)
    assert not roll.in_trouble


def test_a_printer_without_paper_is_in_trouble_while_something_waits(store: Store) -> None:
    accepted(store)
    journal = StorePrintJournal(store, content_of)
    journal.noted("roll", OutOfPaper("roll"))

    roll, folder = stand(store, TWO)

    assert (roll.code, roll.in_trouble) == ("printer.out_of_paper", True)
    assert "hết giấy" in roll.problem
    assert not folder.in_trouble

    journal.keep(1, b"%PDF")
    journal.sending(1, "roll")
    journal.printed(1)
    assert not stand(store, TWO)[0].in_trouble


def test_what_is_in_doubt_asks_for_somebody(store: Store) -> None:
    accepted(store)
    journal = StorePrintJournal(store, content_of)
    journal.keep(1, b"%PDF")
    journal.sending(1, "roll")
    journal.doubtful(1)

    roll = stand(store, TWO)[0]

    assert (roll.waiting, roll.doubtful, roll.in_trouble) == (0, 1, True)


def test_the_oldest_receipt_in_doubt_is_known_whatever_was_sold_since(store: Store) -> None:
    first, second = accepted(store), accepted(store)
    journal = StorePrintJournal(store, content_of)

    def in_doubt() -> str:
        with store.reading() as connection:
            return receipt_in_doubt(connection)

    assert in_doubt() == ""
    for job in (3, 1):
        journal.keep(job, b"%PDF")
        journal.sending(job, "folder")
        journal.doubtful(job)

    assert in_doubt() == first.done.receipt != second.done.receipt


@pytest.mark.parametrize("choice", ["máy in", ""])
def test_papers_without_a_printer_are_told_when_some_wait(store: Store, choice: str) -> None:
    devices = devices_from({"receipt_printer": "folder", "label_printer": choice})
    assert len(stand(store, devices)) == 1

    accepted(store)

    folder, nowhere = stand(store, devices)
    assert (nowhere.name, nowhere.profiles, nowhere.code) == ("", ("label",), "printer.not_chosen")
    assert nowhere.in_trouble
    assert folder.waiting == 1
