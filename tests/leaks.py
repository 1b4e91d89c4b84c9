"""Finds what a test left running, and names the line that started it."""

import gc
import sys
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

Runs = threading.Thread | QThread | QTimer

_ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Started:
    """``thing`` is a weak reference; ``place`` is the file and line that started it."""

    thing: "weakref.ref[Runs]"
    place: str


@contextmanager
def record_starts() -> Iterator[list[Started]]:
    """While open, the list grows by every thread and timer that Python code starts.

    This replaces ``start`` of the three classes: the place of a start is kept nowhere else.
    """
    started: list[Started] = []
    with pytest.MonkeyPatch.context() as replace:
        for kind in (threading.Thread, QThread, QTimer):
            replace.setattr(kind, "start", _recording(kind.start, started))
        yield started


def _recording(start: Callable[..., Any], started: list[Started]) -> Callable[..., Any]:
    def record(thing: Runs, *args: object) -> object:
        caller = sys._getframe(1)
        place = Path(caller.f_code.co_filename)
        if place.is_relative_to(_ROOT):
            place = place.relative_to(_ROOT)
        started.append(Started(weakref.ref(thing), f"{place}:{caller.f_lineno}"))
        return start(thing, *args)

    return record


def still_running(started: list[Started], ending_ms: int = 20_000) -> list[str]:
    """One sentence for each thread, timer or window that outlived its test.

    What was told to stop may take ``ending_ms`` to do so.
    """
    left = _windows()
    if any(_runs(one.thing()) for one in started):
        gc.collect()  # an owner in a cycle
    left += [
        f"{type(thing).__name__} started at {one.place} is still running"
        for one in started
        if _runs(thing := one.thing()) and not _ends(thing, ending_ms)
    ]
    if not QThreadPool.globalInstance().waitForDone(ending_ms):
        left.append("the global QThreadPool still works")
    return left


def _windows() -> list[str]:
    """One sentence for each open window; then all windows go, parents before children.

    Left to the collector, a window that is part of a cycle loses its Python attributes while Qt
    still sends it events, and now and then that ends the process.
    """
    if not isinstance(QCoreApplication.instance(), QApplication):
        return []
    windows = [each for each in QApplication.topLevelWidgets() if each.parent() is None]
    left = [f"{type(each).__name__} is still open" for each in windows if each.isVisible()]
    for each in windows:
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return left


def _runs(thing: Runs | None) -> bool:
    match thing:
        case None:
            return False
        case threading.Thread():
            return thing.is_alive()
        case QThread():
            return shiboken6.isValid(thing) and thing.isRunning()
        case QTimer():
            return shiboken6.isValid(thing) and thing.isActive()


def _ends(thing: Runs | None, ending_ms: int) -> bool:
    match thing:
        case threading.Thread():
            thing.join(ending_ms / 1000)
            return not thing.is_alive()
        case QThread():
            return thing.wait(ending_ms)
        case _:
            return False
