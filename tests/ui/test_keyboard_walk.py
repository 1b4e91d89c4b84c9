"""Everything on every page is done by keys: reached, seen, read out, and left again."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes.counter_window import CounterWindow
from tests.ui.scenes import reached, walked
from ui.screens.acceptance.checklist_panel import ChecklistPanel
from ui.shell.basket_chips import BasketChips
from ui.shell.crash_page import CrashPage
from ui.shell.help_overlay import HelpOverlay
from ui.shell.key_bar import KeyBar
from ui.widgets.chips import Chips
from ui.widgets.choice import Choice
from ui.widgets.drop_list import DropList
from ui.widgets.key_button import KeyButton
from ui.widgets.pill import Pill

_MOST_STOPS = 80
_AROUND = 4
_LEAST_KEYS = 18
_SCAN = "CA104882515VN"
_FOR_CODES = ("Số hiệu bưu gửi", "Nhãn đầu cuộn", "Nhãn cuối cuộn")
"""Where a page puts what it took a scan for."""
_CONTROLS = (QAbstractButton, QLineEdit, QAbstractItemView, Choice, Chips)
_GROUPS = (Choice, Chips, KeyBar, DropList, BasketChips, ChecklistPanel)
"""Their parts are worked by the keys of the whole."""


def _shown(window: QWidget) -> list[QWidget]:
    return [each for each in window.findChildren(QWidget) if each.isVisible()]


def _within(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, kinds):
            return True
        around = around.parentWidget()
    return False


def _controls(window: QWidget) -> list[QWidget]:
    """What can be worked now, each group counted once."""
    return [
        each
        for each in _shown(window)
        if isinstance(each, _CONTROLS) and each.isEnabled() and not _within(each, _GROUPS)
    ]


def _read_out(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)) if interface is not None else ""


def _tab_stops(counter: CounterWindow) -> list[QWidget]:
    """Where Tab comes by until it is back where it began."""
    stops: list[QWidget] = []
    if QApplication.focusWidget() is None:  # what had it was switched off
        counter.hands.press(Qt.Key.Key_Tab)
    for _ in range(_MOST_STOPS):
        focused = QApplication.focusWidget()
        if focused is None or focused in stops:
            break
        stops.append(focused)
        counter.hands.press(Qt.Key.Key_Tab)
    return stops


def _picture(window: QWidget, widget: QWidget) -> QImage:
    at = widget.mapTo(window, QPoint(0, 0))
    room = QRect(at, widget.size()).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return window.grab(room).toImage()


def _told(widgets: list[QWidget]) -> list[str]:
    return [f"{type(each).__name__} «{_read_out(each)}»" for each in widgets]


@dataclass(frozen=True, slots=True)
class Walk:
    """What was found on one page."""

    nameless: list[str]
    silent: list[str]
    missed: list[str]
    unseen: list[str]
    unbound: list[str]
    stained: list[str]
    stops: int


_walks: dict[str, Walk] = {}


@pytest.fixture(params=walked())
def walk(request: pytest.FixtureRequest, dressed: QApplication, qtbot: QtBot) -> Walk:
    """Each page is walked once for all tests."""
    page = str(request.param)
    if page not in _walks:
        counter = reached(qtbot, page)
        QApplication.processEvents()
        _walks[page] = _walked(counter)
        counter.writing.paused = False
    return _walks[page]


def _walked(counter: CounterWindow) -> Walk:
    window = counter.window
    controls = [each for each in _shown(window) if isinstance(each, _CONTROLS)]
    nameless = _told([each for each in controls if not _read_out(each).strip()])
    silent = _silent(window)
    if isinstance(QApplication.focusWidget(), HelpOverlay):
        return Walk(nameless, silent, [], [], [], [], 1)  # any key takes it away
    unbound = _unbound(window)
    wanted = [each for each in _controls(window) if not _is_only_read(each)]
    stops = _tab_stops(counter)
    missed = [each for each in wanted if each not in stops and each.isVisible()]
    unseen = _told(_without_ring(window, stops))
    stained = _stained(counter)
    return Walk(nameless, silent, _told(missed), unseen, unbound, stained, len(stops))


def _stained(counter: CounterWindow) -> list[str]:
    """Fields that keep letters of a scan and are not there for such codes."""
    counter.hands.scan(_SCAN)
    QApplication.processEvents()
    return [
        _read_out(each)
        for each in counter.window.findChildren(QLineEdit)
        if _SCAN[2:11] in each.text().replace(" ", "") and _read_out(each) not in _FOR_CODES
    ]


def _unbound(window: QWidget) -> list[str]:
    """Buttons that show a key which nothing listens to. Function keys, Enter and Esc are pressed
    below, and by the tests of each page.
    """
    cuts = {each.key() for each in window.findChildren(QShortcut) if each.isEnabled()}
    return [
        each.text()
        for each in _shown(window)
        if isinstance(each, KeyButton)
        and each.isEnabled()
        and "+" in each.key
        and QKeySequence(each.key.replace("←", "Left").replace("→", "Right")) not in cuts
    ]


def _silent(window: QWidget) -> list[str]:
    """What is on and would not be heard of: neither from the pill itself nor from its group."""
    found = []
    for group in _shown(window):
        if not isinstance(group, Choice | Chips):
            continue
        told = group.accessibleDescription()
        for pill in group.findChildren(Pill):
            state = QAccessible.queryAccessibleInterface(pill).state()
            said = pill.text() in told or not pill.is_on()
            if not said or not state.checkable or bool(state.checked) != pill.is_on():
                found.append(f"{_read_out(group)}: «{pill.text()}»")
    return found


def _without_ring(window: QWidget, stops: list[QWidget]) -> list[QWidget]:
    """Where one cannot see that the keys go there."""
    focused = {}
    for stop in stops:
        stop.setFocus()
        if stop.isVisible() and stop.hasFocus():
            focused[stop] = _picture(window, stop)
    unseen = []
    for stop, before in focused.items():
        other = next((each for each in focused if each is not stop and each.isVisible()), None)
        if other is not None and stop.isVisible():
            other.setFocus()
            unseen += [stop] if _picture(window, stop) == before else []
    return unseen


def test_nothing_that_can_be_worked_is_without_a_name(walk: Walk) -> None:
    assert not walk.nameless


def test_what_is_on_is_told_to_whoever_sees_no_picture(walk: Walk) -> None:
    assert not walk.silent


def test_tab_comes_by_everything_that_can_be_worked_and_goes_round(walk: Walk) -> None:
    assert walk.stops < _MOST_STOPS, "Tab does not come back to where it began"
    assert not walk.missed


def test_a_scan_leaves_no_letter_in_any_field_of_any_page(walk: Walk) -> None:
    assert not walk.stained


def test_a_key_that_stands_on_a_button_is_listened_to(walk: Walk) -> None:
    assert not walk.unbound


def test_where_the_keys_go_is_seen(walk: Walk) -> None:
    assert not walk.unseen


def _is_only_read(widget: QWidget) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isReadOnly()
    if isinstance(widget, QAbstractItemView):
        return widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    return False


def test_every_key_of_every_page_does_what_its_word_says(
    dressed: QApplication, qtbot: QtBot
) -> None:
    """Pressed once on each kind of page where it is on: no bug page comes of it."""
    pressed: set[tuple[str, str]] = set()
    for page in walked():
        counter = reached(qtbot, page)
        while (pair := _next_key(counter, pressed)) is not None:
            pressed.add(pair)
            counter.hands.press(getattr(Qt.Key, f"Key_{pair[1]}"))
            bugs = [each for each in counter.window.findChildren(CrashPage) if each.isVisible()]
            assert not bugs, f"{pair[1]} on {page}"
            counter.writing.paused = False
            counter.window.close()
            counter = reached(qtbot, page)
        counter.writing.paused = False
        counter.window.close()
    assert len(pressed) >= _LEAST_KEYS


def _next_key(counter: CounterWindow, pressed: set[tuple[str, str]]) -> tuple[str, str] | None:
    """A key of the page in front that was pressed on no page of its kind."""
    if not counter.window.at_work():
        return None
    page = counter.frame.steering.pages.current
    on = [str(key) for key, action in page.keys().items() if not action.missing]
    pairs = ((type(page).__name__, key) for key in on)
    return next((pair for pair in pairs if pair not in pressed), None)
