"""What a printer does at once, with nothing owed or on record: print an X, open the drawer.

Qt-free.
"""

from typing import Protocol

from app.errors import EnvironmentFault
from app.messages import text, text_for
from app.settings import Settings
from ui.running import Runners
from ui.shell.handle import Telling
from ui.style.tokens import Tone


class Prints(Protocol):
    """The part of the desk that reaches printers past their queues."""

    def settings(self) -> Settings: ...
    def print_x(self, number: str) -> str: ...
    def open_drawer(self) -> bool: ...


class AtOnce:
    """Each on the worker of its printer: one that hangs keeps nobody from the others."""

    def __init__(self, desk: Prints, runners: Runners, shell: Telling) -> None:
        self._desk = desk
        self._runners = runners
        self._shell = shell
        self._printing = ""

    def print_x(self, number: str) -> None:
        """One at a time: a second press while the first still comes out is no second X."""
        if self._printing:
            return
        self._printing = number
        choice = self._desk.settings().devices.printer_of("slip")
        self._runners.of_queue(choice.name if choice else "").run(
            lambda: self._desk.print_x(number), self._printed, self._not_printed
        )

    def open_drawer(self, told: str, *, by_hand: str = "") -> None:
        """What was booked stands and was told as ``told``; what the drawer does comes behind it.

        ``by_hand`` is said where no printer opens it.
        """
        choice = self._desk.settings().devices.drawer()
        if choice is None:
            if by_hand:
                self._shell.tell(f"{told} {by_hand}", Tone.GOOD)
            return
        self._runners.of_queue(choice.name).run(
            self._desk.open_drawer, _nothing, lambda error: self._stuck(told, error)
        )

    def _printed(self, printer: str) -> None:
        number, self._printing = self._printing, ""
        self._shell.tell(text("ui.shift.told.x", shift=number, printer=printer), Tone.GOOD)

    def _not_printed(self, error: Exception) -> None:
        self._printing = ""
        self._shell.fail(error)

    def _stuck(self, told: str, error: Exception) -> None:
        if isinstance(error, EnvironmentFault):
            why = text_for(error)
            self._shell.tell(text("ui.shift.told.drawer_stuck", told=told, why=why), Tone.WARN)
        else:
            self._shell.fail(error)


def _nothing(_opened: bool) -> None:  # noqa: FBT001 - the answer of the desk
    """The drawer itself is the answer."""
