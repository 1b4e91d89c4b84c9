from dataclasses import dataclass, field

import pytest

from app.domain.drawer import Movement, Purpose
from app.domain.shift_summary import CurrentShift, ShiftRow, ShiftSummary
from app.services.cash import MoreThanTheBooksHold
from app.services.four_eyes import ApprovalMissing
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed, Topic
from ui.running import ImmediateRunner, Runners
from ui.screens.shift.entered import Deed, ShiftEntered
from ui.screens.shift.presenter import ShiftPresenter


@dataclass
class RecordingView:
    typed: ShiftEntered = field(default_factory=lambda: ShiftEntered(Deed.PAY_IN))
    current: CurrentShift | None = None
    rows: tuple[ShiftRow, ...] = ()
    summary: ShiftSummary | None = None
    refused: list[tuple[str, str]] = field(default_factory=list)
    emptied: int = 0
    doubt: str = ""

    def entered(self) -> ShiftEntered:
        return self.typed

    def show_current(self, current: CurrentShift | None) -> None:
        self.current = current

    def show_shifts(self, rows: tuple[ShiftRow, ...]) -> None:
        self.rows = rows

    def show_summary(self, summary: ShiftSummary | None) -> None:
        self.summary = summary

    def show_doubt(self, title: str) -> None:
        self.doubt = title

    def refuse(self, field: str, sentence: str) -> None:
        self.refused.append((field, sentence))

    def begin_anew(self) -> None:
        self.emptied += 1


class Page:
    def __init__(self) -> None:
        now = ImmediateRunner()
        self.view, self.desk, self.shell = RecordingView(), FakeDesk(), FakeShell()
        self.changes = ChangeFeed()
        self.presenter = ShiftPresenter(
            self.view, self.desk, Runners(now, now, now), self.changes, self.shell
        )
        self.presenter.begin()

    def submit(self, entered: ShiftEntered) -> None:
        self.view.typed = entered
        self.presenter.submit()


@pytest.fixture
def page() -> Page:
    return Page()


def test_the_open_shift_and_its_x_are_shown_at_once(page: Page) -> None:
    assert page.view.current is page.desk.open_now
    assert page.view.summary is not None
    assert not page.view.summary.money_shown
    assert page.presenter.open_word == "Đóng ca"


def test_cash_in_and_out_is_booked_and_the_form_is_empty_again(page: Page) -> None:
    told: list[str] = []
    page.changes.subscribe(Topic.SHIFT, then=lambda: told.append("shift"))

    page.submit(ShiftEntered(Deed.PAY_IN, 200_000))
    page.submit(ShiftEntered(Deed.PAY_OUT, 30_000, Purpose.OTHER, "băng keo"))
    page.submit(ShiftEntered(Deed.NO_SALE, None, reason="đổi tiền"))

    assert [(move.movement, move.amount_vnd) for move in page.desk.moves] == [
        (Movement.PAID_IN, 200_000), (Movement.PAID_OUT, 30_000), (Movement.NO_SALE, 0),
    ]  # fmt: skip
    assert (page.view.emptied, told) == (3, ["shift"] * 3)
    assert len({move.command_id for move in page.desk.moves}) == 3


def test_more_than_the_books_hold_goes_out_by_pressing_once_more(page: Page) -> None:
    page.desk.fail_next = MoreThanTheBooksHold(9_000_000)
    page.submit(ShiftEntered(Deed.PAY_OUT, 9_000_000))
    assert page.view.refused[0][0] == "amount"

    page.presenter.submit()

    assert page.desk.moves[-1].amount_confirmed


def test_another_amount_is_another_doubt(page: Page) -> None:
    page.desk.fail_next = MoreThanTheBooksHold(9_000_000)
    page.submit(ShiftEntered(Deed.PAY_OUT, 9_000_000))
    page.presenter.edited()

    page.submit(ShiftEntered(Deed.PAY_OUT, 9_000_000))

    assert not page.desk.moves[-1].amount_confirmed


def test_whoever_takes_the_drawer_over_sits_here_from_then_on(page: Page) -> None:
    page.submit(ShiftEntered(Deed.HAND_OVER, 1_500_000, approver="phuc", pin="123456"))

    assert page.shell.asked == [("seat", "phuc"), ("finish",)]
    assert "Lê Hồng Phúc" in page.shell.told[-1][0]
    assert page.shell.printed == 1


def test_a_drawer_is_not_handed_over_uncounted(page: Page) -> None:
    page.submit(ShiftEntered(Deed.HAND_OVER, None, approver="phuc", pin="123456"))

    assert page.view.refused[0][0] == "amount"
    assert page.desk.handed == []


def test_what_is_wrong_with_the_second_person_is_said_at_its_field(page: Page) -> None:
    page.desk.fail_next = ApprovalMissing()

    page.submit(ShiftEntered(Deed.HAND_OVER, 1))

    assert page.view.refused[0][0] == "approver"


def test_the_shift_closed_last_is_corrected_unless_another_is_chosen(page: Page) -> None:
    page.submit(ShiftEntered(Deed.CORRECT, 1))
    assert page.view.refused[-1][1] == "Chưa có ca nào đã đóng để sửa."
    page.submit(ShiftEntered(Deed.HAND_OVER, 5, approver="phuc", pin="123456"))
    page.presenter.reload()

    page.submit(ShiftEntered(Deed.CORRECT, 7, reason="đếm sót", approver="phuc", pin="1"))

    assert page.desk.corrections[0].shift == "100950-2-C00001"
    assert page.desk.corrections[0].counted_vnd == 7


def test_without_a_shift_f12_opens_one_and_only_corrections_are_taken(page: Page) -> None:
    page.desk.open_now = None
    page.changes.announce(Topic.SHIFT)

    page.submit(ShiftEntered(Deed.PAY_IN, 1))
    page.presenter.go_on()

    assert page.desk.moves == []
    assert page.presenter.open_word == "Mở ca"
    assert page.shell.asked == [("count", True)]
    assert page.view.summary is None


def test_what_is_shown_is_printed_x_of_the_open_shift_and_a_copy_of_a_z(page: Page) -> None:
    page.presenter.print_shown()
    assert (page.presenter.print_word, page.desk.x_printed) == ("In X", ["100950-2-C00001"])
    page.submit(ShiftEntered(Deed.HAND_OVER, 5, approver="phuc", pin="123456"))

    page.presenter.look("100950-2-C00001")
    assert page.presenter.print_word == "In lại Z"
    page.presenter.print_shown()

    assert page.desk.calls[-1] == "reprint_shift"
    assert page.shell.printed == 2


def test_a_slip_in_doubt_is_settled_by_one_word(page: Page) -> None:
    page.presenter.settle(on_paper=True)
    assert page.desk.settled == []

    page.desk.z_state = "doubtful"
    page.changes.announce(Topic.PRINTS)
    assert page.view.doubt.startswith("Phiếu chốt ca")
    page.presenter.settle(on_paper=False)

    assert page.desk.settled == [False]
    assert (page.view.doubt, page.shell.printed) == ("", 1)


def test_a_page_that_is_gone_listens_no_more(page: Page) -> None:
    page.presenter.stop()
    page.desk.open_now = None

    page.changes.announce(Topic.SHIFT)

    assert page.view.current is not None


def test_with_no_shift_at_all_nothing_is_printed(page: Page) -> None:
    page.desk.open_now = None
    page.changes.announce(Topic.SHIFT)

    page.presenter.print_shown()

    assert page.presenter.print_word == ""
    assert page.desk.x_printed == []


def test_the_drawer_opens_with_what_is_booked_and_a_correction_prints_its_slip(page: Page) -> None:
    page.desk.change_settings(
        {
            "printers": {"roll": {"connection": "tcp:127.0.0.1:9"}},
            "papers": {"receipt": {"printer": "roll", "drawer": True}},
        }
    )
    page.submit(ShiftEntered(Deed.NO_SALE, reason="đổi tiền lẻ"))
    assert page.desk.drawer_kicks == 1
    page.submit(ShiftEntered(Deed.HAND_OVER, 5, approver="phuc", pin="123456"))
    printed = page.shell.printed

    page.submit(ShiftEntered(Deed.CORRECT, 7, reason="đếm sót", approver="phuc", pin="1"))

    assert page.shell.printed == printed + 1
