from app.queries.standing import LastTransaction, PrintedState
from app.services.signing_in import WrongPin
from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runner
from ui.shell.recovery_presenter import RecoveryPresenter


class _Page:
    """Records what is shown after a cut in the middle of printing."""

    def __init__(self, runner: Runner | None = None) -> None:
        self.desk = FakeDesk()
        booked = self.desk.accept(a_basket(self.desk))
        self.desk.print_waiting()
        self.desk.printer.doubt(booked.receipt)
        self.desk.calls.clear()
        self.shell = FakeShell()
        self.asked: PrintedState | None = None
        self.last: LastTransaction | None = None
        last = self.desk.last_transaction()
        assert last is not None
        self.presenter = RecoveryPresenter(
            self, self.desk, runner or ImmediateRunner(), self.shell, last
        )

    def show_state(self, last: LastTransaction, asked: PrintedState | None) -> None:
        self.last, self.asked = last, asked


def test_the_document_in_doubt_is_asked_about() -> None:
    page = _Page()

    assert page.asked is not None
    assert page.asked.title == "Phiếu gửi 100950-2-0000001"


def test_on_paper_means_printed() -> None:
    page = _Page()

    page.presenter.answer(on_paper=True)

    assert page.asked is None
    assert page.last is not None
    assert page.last.documents[0].state == "printed"


def test_not_on_paper_means_a_marked_copy_waits() -> None:
    page = _Page()

    page.presenter.answer(on_paper=False)

    assert page.last is not None
    assert page.last.documents[0].state == "waiting"
    assert page.last.documents[0].copy == 1


def test_answering_twice_is_taken_once() -> None:
    runner = HeldRunner()
    page = _Page(runner)

    page.presenter.answer(on_paper=False)
    page.presenter.answer(on_paper=False)
    runner.answer_all()

    assert page.desk.calls.count("settle_print") == 1


def test_going_on_prints_the_rest_and_leads_to_the_start_page() -> None:
    page = _Page()

    page.presenter.go_on()

    assert page.shell.printed == 1
    assert page.shell.asked == [("finish",)]


def test_a_refusal_is_told_and_the_question_stays() -> None:
    page = _Page()
    page.desk.fail_next = WrongPin(left=4)

    page.presenter.answer(on_paper=True)

    assert page.shell.told
    assert page.asked is not None


def test_a_bug_is_handed_on() -> None:
    page = _Page()
    page.desk.fail_next = bug = ValueError("a bug")

    page.presenter.answer(on_paper=True)

    assert page.shell.failed == [bug]
