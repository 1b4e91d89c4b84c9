"""Pages about money on a real counter in a temporary folder, everything running in place."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.bootstrap.desk import CounterDesk
from app.settings import Settings
from tests.builders import PIN, a_store
from tests.fakes.clock import HandClock
from tests.fakes.fake_shell import FakeShell
from ui.changes import ChangeFeed
from ui.running import ImmediateRunner, Runners


class RealCounter:
    """Châu is signed in; ``close`` it."""

    def __init__(self, folder: Path) -> None:
        now = ImmediateRunner()
        self.clock = HandClock()
        self.store = a_store(folder, self.clock)
        self.desk = CounterDesk(self.store, Settings())
        self.desk.sign_in("chau", PIN)
        self.runners = Runners(now, now, now)
        self.changes = ChangeFeed()
        self.shell = FakeShell()

    def close(self) -> None:
        self.desk.close()
        self.store.close()


Show = Callable[..., QWidget]
