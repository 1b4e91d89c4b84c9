"""Signing in and locking, in the whole frame."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.baskets import a_basket
from tests.fakes.fake_desk import FakeDesk
from tests.fakes.fake_frame import FakeFrame
from ui.changes import Topic
from ui.shell.recovery_page import RecoveryView


@pytest.fixture
def counter(dressed: QApplication, qtbot: QtBot) -> FakeFrame:
    return FakeFrame(qtbot, FakeDesk())


def test_at_first_someone_must_sign_in(counter: FakeFrame) -> None:
    assert not counter.window.at_work()


def test_after_signing_in_the_box_is_ready(counter: FakeFrame) -> None:
    counter.sign_in()

    assert counter.window.at_work()
    assert counter.window.box.entry.hasFocus()
    assert counter.desk.signing_in.clerk is not None


def test_locking_keeps_the_page_for_whoever_comes_next(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.frame.steering.open_customer("0119004821317")
    page = counter.makers.opened[0]

    counter.hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert not counter.window.at_work()
    assert counter.desk.signing_in.clerk is None
    counter.type_pin()

    assert counter.window.at_work()
    assert page.entry.hasFocus()
    assert not page.closed


def test_locking_twice_asks_once(counter: FakeFrame) -> None:
    counter.sign_in()

    counter.frame.session.lock()
    counter.frame.session.lock()

    assert counter.desk.calls.count("sign_out") == 1


def test_an_idle_counter_locks_itself(counter: FakeFrame) -> None:
    counter.sign_in()
    assert counter.window.idle.left_ms() > 0

    counter.window.idle.idle.emit()

    assert not counter.window.at_work()
    assert counter.window.idle.left_ms() < 0


def test_a_word_in_the_box_does_not_wait_for_the_next_clerk(counter: FakeFrame) -> None:
    counter.sign_in()
    counter.hands.type("nguyen")

    counter.frame.session.lock()

    assert counter.window.box.entry.text() == ""


def test_what_only_the_clerk_can_say_is_asked_first(dressed: QApplication, qtbot: QtBot) -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    desk.printer.doubt(booked.receipt)
    counter = FakeFrame(qtbot, desk)

    counter.sign_in()

    assert counter.window.findChildren(RecoveryView)
    assert "print_waiting" not in desk.calls


def test_what_a_crash_left_at_the_printer_is_asked_as_soon_as_it_turns_out_to_be_in_doubt(
    dressed: QApplication, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    desk.printer.cut_off(booked.receipt)
    counter = FakeFrame(qtbot, desk)

    counter.sign_in()
    counter.feed.announce(Topic.PRINTS)

    assert "print_waiting" in desk.calls
    assert len(counter.window.findChildren(RecoveryView)) == 1


def test_a_clerk_who_serves_someone_by_then_is_not_disturbed(
    dressed: QApplication, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    booked = desk.accept(a_basket(desk))
    counter = FakeFrame(qtbot, desk)
    counter.sign_in()
    desk.printer.cut_off(booked.receipt)
    counter.frame.session.lock()
    counter.frame.steering.open_customer("0119004821317")

    counter.type_pin()

    assert not counter.window.findChildren(RecoveryView)


def test_what_merely_waits_is_printed_at_once(dressed: QApplication, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.accept(a_basket(desk))
    counter = FakeFrame(qtbot, desk)

    counter.sign_in()

    assert "print_waiting" in desk.calls
    assert not counter.window.findChildren(RecoveryView)


def test_a_scan_before_signing_in_opens_nothing(counter: FakeFrame) -> None:
    counter.hands.scan(next(iter(counter.desk.people)))

    assert not counter.makers.opened
    assert not counter.window.at_work()
