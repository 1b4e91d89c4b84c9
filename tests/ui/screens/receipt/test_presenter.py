from dataclasses import dataclass

import pytest

from app.errors import EnvironmentFault
from app.queries.standing import LastTransaction
from app.services.shipments import AcceptShipments
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.ui.screens.acceptance.items import WHOLE, priced
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.receipt.presenter import ReceiptPresenter


@dataclass
class RecordingView:
    transaction: LastTransaction | None = None
    asked: int | None = None

    def show_transaction(self, transaction: LastTransaction, asked: int | None) -> None:
        self.transaction, self.asked = transaction, asked


class Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.view = RecordingView()
        self.desk = FakeDesk()
        self.shell = FakeShell()
        self.changes = ChangeFeed()
        self.presenter = ReceiptPresenter(
            self.view, self.desk, Runners(now, now, now), self.changes, self.shell
        )
        customer = next(iter(self.desk.people))
        command = AcceptShipments(bytes(16), customer, (priced(WHOLE).draft,), 100_000)
        self.receipt = self.desk.accept(command).receipt
        self.presenter.open(self.receipt)

    def states(self) -> list[str]:
        assert self.view.transaction is not None
        return [document.state for document in self.view.transaction.documents]

    def print_all(self) -> None:
        self.desk.print_waiting()
        self.changes.announce(Topic.PRINTS)


@pytest.fixture
def page() -> Page:
    return Page()


def test_it_shows_what_was_booked_and_what_waits_for_paper(page: Page) -> None:
    assert page.view.transaction is not None
    assert page.view.transaction.receipt == page.receipt
    assert page.states() == ["waiting", "waiting"]


def test_what_is_printed_shows_as_soon_as_it_is(page: Page) -> None:
    page.print_all()

    assert page.states() == ["printed", "printed"]


def test_the_print_key_sends_what_waits_and_makes_no_copy(page: Page) -> None:
    word = page.presenter.print_word

    page.presenter.print()

    assert page.shell.printed == 1
    assert "reprint" not in page.desk.calls
    page.print_all()
    assert page.presenter.print_word != word


def test_when_all_is_on_paper_the_print_key_makes_marked_copies(page: Page) -> None:
    page.print_all()

    page.presenter.print()

    assert page.view.transaction is not None
    assert [document.copy for document in page.view.transaction.documents] == [0, 0, 1, 1]
    assert page.shell.printed == 1


def test_a_document_in_doubt_is_asked_about_and_settled_by_one_word(page: Page) -> None:
    page.print_all()
    page.desk.printer.doubt(page.receipt)
    page.presenter.reload()
    assert page.view.asked is not None

    page.presenter.settle(on_paper=True)

    assert page.view.asked is None
    assert page.states() == ["printed", "printed"]
    assert page.shell.printed == 0


def test_a_document_that_is_not_on_paper_is_printed_as_a_copy(page: Page) -> None:
    page.print_all()
    page.desk.printer.doubt(page.receipt)
    page.presenter.reload()

    page.presenter.settle(on_paper=False)

    assert page.shell.printed == 1
    assert page.view.transaction is not None
    assert page.view.transaction.documents[0].copy == 1


def test_with_nothing_in_doubt_there_is_nothing_to_settle(page: Page) -> None:
    page.presenter.settle(on_paper=True)

    assert "settle_print" not in page.desk.calls


def test_the_next_customer_begins_at_the_start(page: Page) -> None:
    page.presenter.next_customer()

    assert page.shell.asked == [("finish",)]


def test_a_fault_while_reprinting_is_told_and_the_key_works_again(page: Page) -> None:
    page.print_all()
    page.desk.fail_next = EnvironmentFault()

    page.presenter.print()
    assert len(page.shell.failed) == 1

    page.presenter.print()
    assert page.shell.printed == 1


def test_a_page_that_is_gone_listens_no_more(page: Page) -> None:
    page.presenter.stop()
    calls = len(page.desk.calls)

    page.print_all()

    assert page.desk.calls[calls:] == ["print_waiting"]


def test_f5_leads_to_where_it_is_changed(page: Page) -> None:
    page.presenter.change()

    assert page.shell.asked[-1] == ("transaction", page.receipt)
