import pytest

from app.domain.identities import Clerk
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_post_office import CLERKS, PIN
from tests.fakes.held_runner import HeldRunner
from ui.running import ImmediateRunner, Runner
from ui.screens.sign_in.presenter import SignInPresenter


class _Page:
    """Records what the sign-in page shows."""

    def __init__(self, runner: Runner | None = None, before: Clerk | None = None) -> None:
        self.clerks: tuple[Clerk, ...] = ()
        self.marked = -1
        self.step = ""
        self.busy = False
        self.problem = ""
        self.desk = FakeDesk()
        self.signed_in: list[Clerk] = []
        self.failed: list[Exception] = []
        self.presenter = SignInPresenter(
            self,
            self.desk,
            runner or ImmediateRunner(),
            self.signed_in.append,
            self.failed.append,
            before,
        )

    def show_clerks(self, clerks: tuple[Clerk, ...], marked: int) -> None:
        self.clerks, self.marked = clerks, marked

    def ask_clerk(self) -> None:
        self.step = "clerk"

    def ask_pin(self, clerk: Clerk) -> None:
        self.step = f"pin of {clerk.name}"

    def set_busy(self, *, busy: bool) -> None:
        self.busy = busy

    def refuse(self, sentence: str) -> None:
        self.problem = sentence


def test_the_clerks_of_the_office_are_asked_for() -> None:
    page = _Page()

    page.presenter.start()

    assert page.clerks == CLERKS
    assert page.step == "clerk"


def test_after_locking_the_clerk_of_before_stands_first() -> None:
    page = _Page(before=CLERKS[2])

    page.presenter.start()

    assert page.marked == 2
    assert page.step == "pin of Lê Hồng Phúc"


def test_the_right_pin_lets_in() -> None:
    page = _Page()
    page.presenter.start()
    page.presenter.choose(CLERKS[0])

    page.presenter.enter(PIN)

    assert page.signed_in == [CLERKS[0]]
    assert not page.busy


def test_a_wrong_pin_is_told_with_what_is_left() -> None:
    page = _Page()
    page.presenter.choose(CLERKS[0])

    page.presenter.enter("000000")

    assert "Còn 4 lần" in page.problem
    assert not page.signed_in


def test_after_five_wrong_ones_it_says_when_to_try_again() -> None:
    page = _Page()
    page.presenter.choose(CLERKS[0])
    for _ in range(5):
        page.presenter.enter("000000")

    page.presenter.enter(PIN)

    assert "14:37" in page.problem
    assert not page.signed_in


def test_an_empty_pin_is_not_tried() -> None:
    page = _Page()
    page.presenter.choose(CLERKS[0])

    page.presenter.enter("")

    assert page.problem
    assert page.desk.calls == []


def test_pressing_enter_twice_tries_once() -> None:
    runner = HeldRunner()
    page = _Page(runner)
    page.presenter.choose(CLERKS[0])

    page.presenter.enter(PIN)
    page.presenter.enter(PIN)
    assert page.busy
    runner.answer_all()

    assert page.desk.calls == ["sign_in"]


def test_while_a_pin_is_checked_nobody_else_can_be_chosen() -> None:
    runner = HeldRunner()
    page = _Page(runner)
    page.presenter.choose(CLERKS[0])
    page.presenter.enter(PIN)

    page.presenter.choose_other()
    page.presenter.choose(CLERKS[1])
    runner.answer_all()

    assert page.step == "pin of Trần Minh Châu"


def test_another_clerk_can_be_chosen_and_the_old_sentence_goes() -> None:
    page = _Page()
    page.presenter.choose(CLERKS[0])
    page.presenter.enter("000000")

    page.presenter.choose_other()

    assert page.step == "clerk"
    assert not page.problem


def test_a_scan_is_answered_in_words() -> None:
    page = _Page()

    page.presenter.scanned()

    assert "đăng nhập" in page.problem


@pytest.mark.parametrize("where", ["clerks", "sign_in"])
def test_a_bug_is_handed_on(where: str) -> None:
    page = _Page()
    bug = ValueError("a bug")
    if where == "sign_in":
        page.presenter.choose(CLERKS[0])
    page.desk.fail_next = bug

    if where == "sign_in":
        page.presenter.enter(PIN)
    else:
        page.presenter.start()
        page.presenter.choose(CLERKS[0])
        page.presenter.enter(PIN)

    assert page.failed == [bug]
    assert not page.busy
