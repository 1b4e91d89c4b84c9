"""Which printer opens the cash drawer, and trying it; Qt-free."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from app.domain.drawer import Movement
from app.messages import text
from app.services.cash import MoveCash, MovedCash
from app.settings import Settings
from ui.running import Runners
from ui.screens.devices.rows import drawer_changes
from ui.shell.handle import Telling
from ui.style.tokens import Tone


class Opens(Protocol):
    """The part of the desk that has the drawer."""

    def settings(self) -> Settings: ...
    def new_command_id(self) -> bytes: ...
    def move_cash(self, command: MoveCash) -> MovedCash: ...
    def open_drawer(self) -> bool: ...


class CashDrawer:
    """``change`` saves settings and shows what came of it."""

    def __init__(
        self,
        desk: Opens,
        runners: Runners,
        shell: Telling,
        change: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._change = change

    def choose(self, printer: str) -> None:
        """Another printer opens it; "" leaves that to its key."""
        self._change(drawer_changes(self._desk.settings().devices, printer))

    def attempt(self) -> None:
        """Open it: that is in the books before, as every opening without a sale is."""
        choice = self._desk.settings().devices.drawer()
        if choice is None:
            self._shell.tell(text("ui.devices.drawer_how"), Tone.WARN)
            return
        reason = text("ui.devices.drawer_reason")
        command = MoveCash(self._desk.new_command_id(), Movement.NO_SALE, reason=reason)
        self._runners.writing.run(
            lambda: self._desk.move_cash(command),
            lambda _booked: self._runners.of_queue(choice.name).run(
                self._desk.open_drawer, self._opened, self._shell.fail
            ),
            self._shell.fail,
        )

    def _opened(self, _opened: bool) -> None:  # noqa: FBT001 - the answer of the desk
        self._shell.tell(text("ui.devices.drawer_tried"), Tone.GOOD)
