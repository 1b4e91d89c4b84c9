import pytest

from tests.fakes.held_runner import HeldRunner
from ui.running import Runner, Runners
from ui.shell.ahead import Ahead
from ui.shell.handle import Key
from ui.underway import Underway


class _Shell:
    """A window reduced to the name of its page in front."""

    def __init__(self) -> None:
        self.front = "customer A"
        self.done: list[tuple[Key, str]] = []
        self.uses = set(Key)
        self.worker = HeldRunner()
        underway = Underway()
        self.underway = underway
        self.finder = underway.look_ups(self.worker)
        self.page = underway.pages(Runners(self.worker, self.worker, self.worker)).reading
        self.ahead = Ahead(underway, self._act, lambda: self.front)

    def press(self, *keys: Key) -> None:
        for key in keys:
            if not self.ahead.takes(key):
                self._act(key)

    def ask(self, runner: Runner, *, leads_to: str = "", refused: bool = False) -> None:
        """Something that will bring ``leads_to`` to the front, or a refusal."""

        def work() -> str:
            if refused:
                raise ValueError(leads_to)
            return leads_to

        runner.run(work, self._show, lambda _error: None)

    def finish(self, *, leads_to: str = "", refused: bool = False) -> None:
        """F12 of the page in front."""
        with self.underway.finishing():
            self.ask(self.page, leads_to=leads_to, refused=refused)

    def answer(self) -> None:
        self.worker.answer()

    def _show(self, page: str) -> None:
        self.front = page or self.front

    def _act(self, key: Key) -> None:
        if key in self.uses:
            self.done.append((key, self.front))
        else:
            self.ahead.has_no_use(key)


NAVIGATION = [key for key in Key if key not in (Key.F1, Key.F2, Key.F12)]


@pytest.fixture
def shell() -> _Shell:
    return _Shell()


@pytest.mark.parametrize("key", NAVIGATION)
def test_a_key_pressed_during_a_look_up_acts_on_the_page_that_comes(
    shell: _Shell, key: Key
) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.press(key)
    before = list(shell.done)
    shell.answer()

    assert before == []
    assert shell.done == [(key, "customer B")]


def test_of_several_keys_the_last_one_counts(shell: _Shell) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.press(Key.F8, Key.F3)
    shell.answer()

    assert shell.done == [(Key.F3, "customer B")]


def test_f12_is_lost_during_a_look_up_and_takes_what_waited_with_it(shell: _Shell) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.press(Key.F3, Key.F12)
    shell.answer()

    assert shell.done == []


@pytest.mark.parametrize("key", [Key.F1, Key.F2])
def test_the_windows_own_keys_act_at_once_and_are_the_last(shell: _Shell, key: Key) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.press(Key.F3, key)
    shell.answer()

    assert shell.done == [(key, "customer A")]


@pytest.mark.parametrize("refused", [True, False])
def test_no_key_acts_on_the_page_that_was_to_be_left(shell: _Shell, *, refused: bool) -> None:
    shell.ask(shell.finder, refused=refused)
    shell.press(Key.F3)
    shell.answer()
    shell.ask(shell.page)
    shell.answer()

    assert shell.done == []


def test_a_key_waits_for_both_of_two_look_ups(shell: _Shell) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.ask(shell.finder, leads_to="customer C")
    shell.press(Key.F3)
    shell.answer()
    between = list(shell.done)
    shell.answer()

    assert between == []
    assert shell.done == [(Key.F3, "customer C")]


def test_something_else_done_meanwhile_drops_the_key(shell: _Shell) -> None:
    shell.ask(shell.finder, leads_to="customer B")
    shell.press(Key.F3)
    shell.ahead.forget()
    shell.answer()

    assert shell.done == []


def test_a_key_pressed_while_money_is_booked_acts_on_the_receipt(shell: _Shell) -> None:
    shell.finish(leads_to="receipt")
    shell.press(Key.F8)
    shell.answer()

    assert shell.done == [(Key.F8, "receipt")]


def test_a_key_pressed_while_a_form_is_saved_acts_although_the_page_stays(shell: _Shell) -> None:
    shell.finish()
    shell.press(Key.F3)
    shell.answer()

    assert shell.done == [(Key.F3, "customer A")]


def test_a_key_is_dropped_when_what_f12_began_was_refused(shell: _Shell) -> None:
    shell.finish(refused=True)
    shell.press(Key.F8)
    shell.answer()

    assert shell.done == []


def test_a_page_that_is_being_read_gets_the_key_once_it_has_a_use_for_it(shell: _Shell) -> None:
    shell.uses.discard(Key.F3)
    shell.ask(shell.page)
    shell.ask(shell.page)
    shell.press(Key.F3)
    shell.answer()
    shell.uses.add(Key.F3)
    shell.answer()

    assert shell.done == [(Key.F3, "customer A")]


def test_a_key_without_use_is_dropped_when_nothing_more_is_read(shell: _Shell) -> None:
    shell.uses.discard(Key.F3)
    shell.ask(shell.page)
    shell.press(Key.F3)
    shell.answer()
    shell.uses.add(Key.F3)
    shell.ask(shell.page)
    shell.answer()

    assert shell.done == []


def test_f12_without_use_does_not_wait_for_the_page_to_be_read(shell: _Shell) -> None:
    shell.uses.discard(Key.F12)
    shell.ask(shell.page)
    shell.press(Key.F12)
    shell.uses.add(Key.F12)
    shell.answer()

    assert shell.done == []


def test_what_a_page_reads_keeps_no_key_that_works(shell: _Shell) -> None:
    shell.ask(shell.page)
    shell.press(Key.F9)

    assert shell.done == [(Key.F9, "customer A")]
