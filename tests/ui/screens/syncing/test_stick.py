from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sync.bundles.faults import BundleAltered, BundleUnwritable
from tests.fakes.fake_stick import FakeStick
from ui.running import ImmediateRunner, Runner
from ui.screens.syncing.stick import StickWork
from ui.style.tokens import Tone

T = TypeVar("T")


class _View:
    def __init__(self) -> None:
        self.said: list[tuple[str, Tone, bool]] = []

    def show_stick(self, words: str, tone: Tone, *, busy: bool) -> None:
        self.said.append((words, tone, busy))


class _Slow:
    """Ends when it is told to."""

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        value = work()
        del on_error
        self._ended: Callable[[], None] = lambda: on_done(value)

    def end(self) -> None:
        self._ended()


class _Stick:
    def __init__(self, runner: Runner | None = None) -> None:
        self.view, self.desk = _View(), FakeStick()
        self.heard: list[bool] = []
        self.failed: list[Exception] = []
        self.work = StickWork(
            self.view,
            self.desk,
            runner or ImmediateRunner(),
            lambda: self.heard.append(True),
            self.failed.append,
        )


def test_what_was_copied_is_told_and_that_it_does_not_count_as_sent_yet() -> None:
    stick = _Stick()

    stick.work.copy_out(Path("/media/usb"))

    words, tone, busy = stick.view.said[-1]
    assert stick.desk.sticks == (("up", "usb"),)
    assert "6 bút toán" in words
    assert "Chỉ tính là đã gửi" in words
    assert (tone, busy) == (Tone.GOOD, False)


def test_while_it_copies_it_says_how_far_it_is() -> None:
    slow = _Slow()
    stick = _Stick(slow)
    stick.work.copy_out(Path("/media/usb"))

    stick.work.tick()
    assert stick.work.busy
    assert "4 trong 6" in stick.view.said[-1][0]

    slow.end()
    before = len(stick.view.said)
    stick.work.tick()
    assert not stick.work.busy
    assert len(stick.view.said) == before


def test_what_an_answer_brought_is_told_and_passed_on() -> None:
    stick = _Stick()

    stick.work.bring_in(Path("a.temdown"))

    assert "đến bút toán 128" in stick.view.said[-1][0]
    assert stick.heard == [True]


def test_a_full_stick_or_an_altered_file_is_told_here() -> None:
    stick = _Stick()
    stick.desk.stick_fault = BundleUnwritable(path="/media/usb/a.temup")
    stick.work.copy_out(Path("/media/usb"))
    assert "USB đầy" in stick.view.said[-1][0]

    stick.desk.stick_fault = BundleAltered(path="a.temdown")
    stick.work.bring_in(Path("a.temdown"))
    assert "đã bị sửa" in stick.view.said[-1][0]
    assert not stick.work.busy
    assert stick.heard == []


def test_a_bug_is_told_as_one() -> None:
    stick = _Stick()
    stick.desk.stick_fault = ZeroDivisionError()

    stick.work.bring_in(Path("a.temdown"))

    assert [type(error) for error in stick.failed] == [ZeroDivisionError]
    assert not stick.work.busy
