from pytestqt.qtbot import QtBot

from tests.fakes.hands import Hands, Show
from ui.shell.idle import IdleWatch
from ui.widgets.entry import Entry


def test_a_counter_nobody_touches_falls_idle(show: Show, qtbot: QtBot) -> None:
    watch = IdleWatch(after_ms=1)
    watch.watch(show(Entry()))

    with qtbot.waitSignal(watch.idle):
        watch.start()


def test_every_key_puts_it_off(show: Show, qtbot: QtBot) -> None:
    window = show(Entry())
    watch = IdleWatch(after_ms=60_000)
    watch.watch(window)
    watch.start()
    before = watch.left_ms()
    qtbot.waitUntil(lambda: watch.left_ms() < before - 5)
    waited = watch.left_ms()

    Hands(window).type("x")

    assert watch.left_ms() > waited
    watch.stop()


def test_when_nobody_is_signed_in_there_is_nothing_to_lock(show: Show) -> None:
    window = show(Entry())
    watch = IdleWatch(after_ms=60_000)
    watch.watch(window)
    watch.start()

    watch.stop()
    Hands(window).type("x")

    assert watch.left_ms() < 0
